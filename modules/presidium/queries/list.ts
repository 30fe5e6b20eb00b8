import { ok, semesterOf } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { charterOn } from "#modules/charter/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayRead, mayReadAny } from "../abilities.ts"
import { conveningOn } from "../chair.ts"
import { list as contract } from "../contract.ts"
import { changeDue } from "../handover.ts"
import { placeOf, sameSemester } from "../semesters.ts"
import { handoversOf, plansOn } from "../store.ts"

export const list = query(contract, {
  may: mayReadAny,
  run: async (ctx) => {
    const unions = (await unionsOf(ctx.tx)).filter((u) => "as" in mayRead(ctx.actor, u))
    const ids = unions.map((u) => u.id)
    const charters = await charterOn(ctx.tx, ids, ctx.today)
    const convening = await conveningOn(ctx.tx, ids, ctx.today)
    const plans = await plansOn(ctx.tx, ids, ctx.today)
    const handovers = await handoversOf(ctx.tx, ids)
    const now = placeOf(semesterOf(ctx.today))
    return ok({
      items: unions.map((u) => {
        const of = convening.get(u.id)!
        const turns = plans.get(u.id)?.turns ?? []
        const due = changeDue(turns, ctx.today)
        const row = due && handovers.find((h) => h.unionId === u.id && sameSemester(h, due.semester))
        return {
          id: u.id,
          name: u.name,
          rotation: charters.get(u.id)?.charter?.rotation ?? null,
          members: of.members.length,
          chair: of.chair?.name ?? null,
          standIn: of.standIn?.name ?? null,
          planned: turns.filter((t) => placeOf(t) > now).length,
          handover: !due
            ? ("none" as const)
            : row?.takenOn
              ? ("done" as const)
              : ctx.today > due.due
                ? ("late" as const)
                : ("open" as const),
        }
      }),
    })
  },
})
