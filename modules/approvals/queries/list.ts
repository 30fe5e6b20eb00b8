import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { isAllowed, mayArrange } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import { pageOfRequests } from "../found.ts"
import { presentLine } from "../present.ts"
import { namesOf, unionsInReach } from "../reading.ts"

export const list = query(contract, {
  may: () => allowed(),
  run: async (ctx, { unionId, page, size, ...wanted }) => {
    const { read, file } = await unionsInReach(ctx)
    const chosen = unionId ? read.filter((u) => u.id === unionId) : read
    const { rows, total } = await pageOfRequests(
      ctx.tx,
      { ...wanted, unions: chosen.map((u) => u.id) },
      ctx.today,
      { page, size },
    )
    const names = namesOf(read)
    return ok({
      items: rows.map((r) => presentLine(r, names)),
      total,
      unions: read.map(({ id, name }) => ({ id, name })),
      can: {
        file: file.length > 0,
        review: ctx.actor.capacities.some(
          (c) => (c.office === "school-league" || c.office === "faculty-league") && c.post !== "clerk",
        ),
        arrange: isAllowed(mayArrange(ctx.actor)),
      },
    })
  },
})
