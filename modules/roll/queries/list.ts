import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { thresholds } from "#policy/practice/congress-rules.ts"
import { mayKeep, mayReadRoll } from "../abilities.ts"
import * as contract from "../contract.ts"
import { keptNow } from "../load.ts"
import { type Attendee, attendeesOf } from "../people.ts"
import { presentHead } from "../present.ts"
import { quorumFrom } from "../quorum.ts"
import { openRoll } from "../store.ts"

export const list = query(contract.list, {
  load: theAssembly,
  may: mayReadRoll,
  run: async (ctx, { text, delegation, standing, page, size }, of) => {
    const { assembly, union } = of
    // The sums kept follow a list of delegates that has changed.
    if (keptNow(of.assembly).ok) await openRoll(ctx.tx, of.assembly.id)
    const all = await attendeesOf(ctx.tx, assembly)
    const voting = all.filter((a) => a.delegate.voting)
    const here = (of: readonly Attendee[]) => of.filter((a) => a.standing === "here")
    const others = here(all).filter((a) => !a.delegate.voting).length
    const keeps = "as" in mayKeep(ctx.actor, of) && keptNow(assembly).ok
    const seen = all.filter(
      ({ delegate: d, ...a }) =>
        (!delegation || d.delegation === delegation) &&
        (!standing || a.standing === standing) &&
        (!text || d.name.includes(text) || d.number.includes(text) || d.delegation.includes(text)),
    )
    return ok({
      ...presentHead(assembly, union),
      quorum: { ...quorumFrom(voting.length, here(voting).length), others },
      source: thresholds.quorum.source,
      delegations: [...Map.groupBy(all, (a) => a.delegate.delegation)].map(([name, members]) => ({
        name,
        due: members.filter((a) => a.delegate.voting).length,
        present: here(members).filter((a) => a.delegate.voting).length,
        others: here(members).filter((a) => !a.delegate.voting).length,
      })),
      counts: {
        absent: all.filter((a) => a.standing === "absent").length,
        here: here(all).length,
        left: all.filter((a) => a.standing === "left").length,
        late: all.filter((a) => a.late).length,
      },
      items: seen.slice((page - 1) * size, page * size).map((a) => presentOne(a, keeps, ctx.actor.number)),
      total: seen.length,
      can: { keep: keeps },
    })
  },
})

function presentOne(a: Attendee, keeps: boolean, reader: string) {
  const { number, name, delegation, head, voting } = a.delegate
  const mine = keeps && number !== reader
  return {
    number,
    name,
    delegation,
    head,
    voting,
    standing: a.standing,
    came: a.came?.toISOString() ?? null,
    left: a.left?.toISOString() ?? null,
    late: a.late,
    by: a.by,
    can: { tick: mine, undo: mine && a.undoable },
  }
}
