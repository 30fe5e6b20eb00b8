import type { Out } from "#kit/web/call.ts"
import type { CourseLine } from "#modules/courses/screens/forms.ts"
import type { slate } from "../contract.ts"

export type Seen = Out<typeof slate>
export type Line = Seen["rows"][number]

/** What the address of the page may ask for. */
export interface Wanted {
  readonly text?: string | undefined
  readonly stage?: string | undefined
  readonly faculty?: string | undefined
  readonly post?: string | undefined
  readonly source?: string | undefined
  readonly sex?: string | undefined
}

export const stageOf = (row: Line): string => row.outcome ?? row.stepId ?? ""

const fits = (row: Line, w: Wanted): boolean =>
  (!w.text || row.name.includes(w.text) || row.number.includes(w.text)) &&
  (!w.faculty || row.faculty === w.faculty) &&
  (!w.post || row.post === w.post) &&
  (!w.source || row.source === w.source) &&
  (!w.sex || row.sex === w.sex) &&
  (w.stage === undefined || (w.stage === "mine" ? row.mine : stageOf(row) === w.stage))

export const chosenBy = (rows: readonly Line[], wanted: Wanted): readonly Line[] =>
  rows.filter((r) => fits(r, wanted))

/** The different values of a column, as often as they come. */
export function spreadOf(
  rows: readonly Line[],
  of: (row: Line) => string | null,
): readonly { value: string; count: number }[] {
  const times = new Map<string, number>()
  for (const row of rows) {
    const value = of(row) ?? "—"
    times.set(value, (times.get(value) ?? 0) + 1)
  }
  return [...times]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, "zh-CN"))
}

/** As the form for one decision over many wants it. */
export const courseLine = (row: Line): CourseLine => ({
  id: row.courseId,
  title: row.course.title,
  procedure: row.course.procedure,
  procedureTitle: row.course.procedureTitle,
  clause: row.course.clause,
  href: `/office/selection/${row.id}`,
  status: "open",
  step: row.step,
  since: row.since,
  due: row.due,
  overdue: row.overdue,
  mine: row.mine,
  may: row.may,
  asks: row.asks,
})
