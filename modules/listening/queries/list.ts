import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { facultiesOn, studentsOfKind } from "#modules/people/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { anyOffice, mayPlan, mayRead } from "../abilities.ts"
import * as contract from "../contract.ts"
import { phaseOf } from "../listening.ts"
import { answerCounts, heardAt, listeningsOf } from "../store.ts"

const named = ({ id, name, faculty }: UnionRow) => ({ id, name, faculty })

/** What the unions one may read for planned and held. */
export const list = query(contract.list, {
  may: anyOffice,
  run: async (ctx, { text, kind, phase, union, page, size }) => {
    const unions = (await unionsOf(ctx.tx)).filter((u) => "as" in mayRead(ctx.actor, { union: u }))
    const names = new Map(unions.map((u) => [u.id, u.name]))
    const all = await listeningsOf(ctx.tx, [...names.keys()])
    const found = all.filter(
      (l) =>
        (!kind || l.kind === kind) &&
        (!phase || phaseOf(l, ctx.today) === phase) &&
        (!union || l.unionId === union) &&
        (!text || l.title.includes(text) || l.place.includes(text)),
    )
    const shown = found.slice((page - 1) * size, page * size)
    const ids = shown.map((l) => l.id)
    const heard = Map.groupBy(await heardAt(ctx.tx, ids), (h) => h.listeningId)
    const answers = await answerCounts(ctx.tx, ids)
    return ok({
      items: shown.map((l) => {
        const said = heard.get(l.id) ?? []
        return {
          id: l.id,
          title: l.title,
          kind: l.kind,
          phase: phaseOf(l, ctx.today),
          union: names.get(l.unionId) ?? "",
          onDay: l.onDay,
          untilDay: l.untilDay,
          fromTime: l.fromTime,
          place: l.place,
          people: l.kind === "survey" ? (answers.get(l.id) ?? 0) : l.attendance,
          heard: said.length,
          raised: said.filter((h) => h.needId !== null).length,
        }
      }),
      total: found.length,
      all: all.length,
      unions: unions.map(named),
      hosts: unions.filter((u) => "as" in mayPlan(ctx.actor, { union: u })).map(named),
      faculties: (await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name),
      grades: await gradesOn(ctx.tx, ctx.today),
    })
  },
})

/** Years of entry of the students there are, the latest first. */
export async function gradesOn(tx: Parameters<typeof studentsOfKind>[0], day: string): Promise<number[]> {
  const all = [
    ...(await studentsOfKind(tx, day, "undergraduate")),
    ...(await studentsOfKind(tx, day, "graduate")),
  ]
  return [...new Set(all.map((s) => s.grade))].toSorted((a, b) => b - a)
}
