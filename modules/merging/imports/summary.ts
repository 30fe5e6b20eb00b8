import type { Problem } from "#modules/imports/index.ts"
import { fields } from "#policy/practice/proposals.ts"
import type { RegisterRecord } from "../records.ts"
import type { PutRecord } from "./register.ts"

const states: readonly (readonly [RegisterRecord["state"], string])[] = [
  ["sorting", "待转办"],
  ["accepted", "办理中"],
  ["answered", "已答复"],
  ["done", "已办结"],
  ["declined", "不予受理"],
]

/** What comes in, counted: for whoever knows what the register should say. */
export function summaryOf(
  rows: readonly PutRecord[],
  union: string,
  place: Pick<Problem, "file" | "sheet" | "row">,
): Problem[] {
  if (rows.length === 0) return []
  const tell = (because: string): Problem => ({ ...place, kind: "notice", because })
  const count = (is: (r: PutRecord) => boolean) => rows.filter(is).length
  const named = (of: readonly (readonly [string, number])[]) =>
    of.flatMap(([name, n]) => (n > 0 ? [`${name}${n}件`] : [])).join("、")
  const reports = count((r) => r.put.by === "conduct")
  const nameless = count((r) => r.record.raiser === null)
  return [
    tell(`由${union}受理`),
    tell(`按四个方面：${named(fields.map((f) => [f, count((r) => r.put.category.field === f)]))}`),
    tell(`按办理状态：${named(states.map(([s, name]) => [name, count((r) => r.record.state === s)]))}`),
    ...(reports > 0 ? [tell(`反映学生会工作人员作风：${reports}件，转由学校团委受理`)] : []),
    ...(nameless > 0 ? [tell(`没有写明反映人：${nameless}件，按没有姓名导入`)] : []),
  ]
}
