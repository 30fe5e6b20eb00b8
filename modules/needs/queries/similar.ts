import { ok } from "@qiaoliang/basics"
import { ifEnough } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import { signedIn } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Doors } from "../doors.ts"
import { similarTo } from "../suggest.ts"

const shown = 5

/** Others' needs only where everybody may see them; one's own in any case. */
export const similar = (doors: Doors) =>
  query(contract.similar, {
    // Asked at every pause of somebody's typing, by a whole campus behind one address.
    perMinute: 12_000,
    may: signedIn,
    run: async (ctx, { text }) => {
      const near = await similarTo(ctx, text, { limit: 2 * shown })
      const ids = near.map((n) => n.id)
      const open = ids.length > 0 ? await doors.isPublic(ctx.tx, ids) : new Set<string>()
      const seen = near.filter((n) => n.mine || open.has(n.id)).slice(0, shown)
      const told = seen.map((n) => n.id)
      const standing = await doors.stateOf(ctx, told)
      const over = await doors.over(ctx.tx, told)
      return ok({
        items: seen.map(({ id, nth, title, place, voices, mine }) => ({
          id,
          nth,
          title,
          place,
          voices: ifEnough(voices),
          state: standing.get(id)?.label ?? null,
          href: standing.get(id)?.href ?? null,
          mine,
          can: { join: !mine && !over.has(id) },
        })),
      })
    },
  })
