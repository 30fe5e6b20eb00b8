import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { anyone, mayFollow, mayOpen } from "../abilities.ts"
import { noticesFor } from "../finding.ts"
import { ownUnions, standingOf, theRead } from "../load.ts"
import { changed, presentLine } from "../present.ts"
import * as contract from "../public-contract.ts"
import { openingOf } from "../reach-store.ts"
import { publicationsOf, remindingsOf, versionsOf } from "../store.ts"

/** As `open`: a whole campus behind one address. */
const campus = 20_000

export const publicList = query(contract.publicList, {
  who: "anyone",
  perMinute: campus,
  may: anyone,
  run: async (ctx, wanted) => {
    const standing = await standingOf(ctx)
    const { items, total, unread } = await noticesFor(ctx.tx, {
      ...wanted,
      standing,
      number: ctx.actor.number,
    })
    const reminded = await remindingsOf(
      ctx.tx,
      items.filter((n) => n.mine).map((n) => n.id),
    )
    return ok({ items: items.map((n) => presentLine(n, reminded, standing)), total, unread })
  },
})

export const publicOne = query(contract.publicOne, {
  who: "anyone",
  perMinute: campus,
  load: theRead,
  may: mayOpen,
  run: async (ctx, { id }, { notice: n, mine, standing }) => {
    const did = mine ? await openingOf(ctx.tx, id, ctx.actor.number) : undefined
    const reader = {
      ...n,
      mine,
      openedAt: did?.at ?? null,
      seen: did?.seen ?? null,
      confirmed: did?.confirmed ?? null,
      confirmedOn: did?.confirmedOn ?? null,
    }
    const line = presentLine(reader, mine ? await remindingsOf(ctx.tx, [id]) : [], standing)
    const gone = n.withdrawnOn !== null
    const out = await publicationsOf(ctx.tx, id)
    const versions = new Map((await versionsOf(ctx.tx, id)).map((v) => [v.number, v]))
    const unions = ctx.actor.capacities.length > 0 ? await ownUnions(ctx) : []
    return ok({
      ...line,
      version: n.live!,
      text: gone ? "" : n.text,
      files: gone ? [] : n.files.map(({ id, name }) => ({ id, name })),
      confirmedOn: line.mine?.confirm === "done" ? reader.confirmedOn : null,
      corrections: gone
        ? []
        : out
            .slice(1)
            .flatMap((p, at) => {
              const [now, before] = [versions.get(p.number), versions.get(out[at]!.number)]
              return now && before
                ? [
                    {
                      number: p.number,
                      onDay: p.onDay,
                      because: now.because ?? "",
                      changes: changed(before.content, now.content),
                    },
                  ]
                : []
            })
            .toReversed(),
      follows: "as" in mayFollow(ctx.actor, { notice: n, unions, chain: false }),
      can: { open: mine && !gone, confirm: line.mine?.confirm === "waiting" && !gone },
    })
  },
})
