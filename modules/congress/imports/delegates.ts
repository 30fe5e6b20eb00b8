import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Applied, Given, ImportKind, Problem } from "#modules/imports/index.ts"
import { registerFor } from "#modules/people/index.ts"
import { rostersOn, unionsOf } from "#modules/unions/index.ts"
import { type SettledDelegate, settleDelegates } from "../facts.ts"
import type { DelegateRecord } from "../records.ts"
import { delegatesSpec } from "../sheets/delegates.ts"
import { closeCongress, insertCongress, insertDelegates } from "../store.ts"

export const delegatesImport: ImportKind = {
  id: "delegates",
  label: "代表名单",
  readerUrl: new URL("../sheets/delegates.ts", import.meta.url).href,
  spec: delegatesSpec,
  order: 20,
  tables: ["congress", "delegate"],
  apply,
}

async function apply(ctx: Ctx, given: Given): Promise<Applied> {
  const records = given.records as readonly DelegateRecord[]
  const outcome = { added: 0, changed: 0, closed: 0, same: 0 }
  if (given.onlyFaculty !== null) {
    const because = "校级代表大会的代表名单只由校级部门导入"
    const cure = "请学校团委导入"
    const place = { file: given.fileName, sheet: null, row: null }
    return { outcome, problems: [{ ...place, kind: "error", because, cure }], unions: [] }
  }
  const problems: Problem[] = []
  const unions: string[] = []
  const register = await registerFor(ctx.tx, records, given.asOf)
  const onRosters = await rosterPlaces(ctx, given)
  for (const of of Map.groupBy(records, (r) => r.congress.name).values()) {
    const { name, held, kind } = of[0]!.congress
    const union = (await unionsOf(ctx.tx)).find((u) => u.level === "school" && u.kind === kind)
    if (!union || held === null) {
      const because = union ? "看不出大会召开的日期" : "还没有这次大会所属的学生会"
      const cure = union ? "在表题中写明“（2025年10月26日）”" : "先导入校级工作人员名单"
      problems.push({ ...of[0]!.place, kind: "error", because, cure })
      continue
    }
    const { delegates, problems: told } = settleDelegates(of, register, onRosters)
    problems.push(...told)
    unions.push(union.id)
    outcome.closed += await closeCongress(ctx.tx, name, given.asOf, given.change)
    outcome.added += delegates.length
    const place = { file: given.fileName, sheet: of[0]!.place.sheet, row: null }
    await insertCongress(ctx.tx, {
      name,
      unionId: union.id,
      held,
      place,
      validFrom: given.asOf,
      openedBy: given.change,
    })
    await insertDelegates(
      ctx.tx,
      delegates.map((d, i) => rowOf(d, name, i, given)),
    )
  }
  return { outcome, problems, unions }
}

const rowOf = ({ record, student }: SettledDelegate, congress: string, position: number, given: Given) => ({
  id: newId(),
  congress,
  name: record.name,
  number: student?.number ?? null,
  numberWritten: record.number,
  delegation: record.delegation,
  faculty: record.faculty ?? student?.faculty ?? null,
  grade: record.grade ?? student?.grade ?? null,
  society: record.source === null || record.source.includes("社团") ? record.society : null,
  source: record.source,
  cadre: record.cadre,
  place: record.place,
  position,
  validFrom: given.asOf,
  openedBy: given.change,
})

/** Where people stand on the rosters in the records, by 学号. */
async function rosterPlaces(ctx: Ctx, given: Given) {
  const names = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
  const places = new Map<
    string,
    { union: string; place: { file: string; sheet: string | null; row: number | null } }
  >()
  for (const [id, posts] of await rostersOn(ctx.tx, null, given.asOf))
    for (const { row, student } of posts) {
      if (!student || places.has(student.studentId)) continue
      const place = { file: row.file ?? "", sheet: row.sheet ?? null, row: row.row ?? null }
      places.set(student.studentId, { union: names.get(id) ?? "", place })
    }
  return (number: string) => places.get(number)
}
