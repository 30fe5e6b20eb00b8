import { isRule, judgeEach, type Verdict } from "@qiaoliang/clause"
import type { ClauseId, Facts, Student } from "../vocabulary.ts"
import { eligibility } from "./rules.ts"

/**
 * The gate and the audit are one rule: an applicant is judged as a roster of one would be, by the rules of
 * this article that look at every person (4.1, 4.3). 4.2 is the recommending organisation's to attest.
 */

/** One condition as it stands for one student. `unknown` is not refused: nobody fails for lack of a record. */
export interface Condition {
  readonly clause: ClauseId
  readonly verdict: Extract<Verdict, "met" | "violated" | "unknown">
  readonly because: string
  /** What was measured, e.g. `37/120`; null where nothing was. */
  readonly value: string | null
  readonly limit: string
  /** The reading used, where the clause has more than one. */
  readonly reading: string | null
}

/** What of a union's facts bears on a person: its own limits and readings (11.2), and the day. */
export type Bar = Pick<Facts, "asOf" | "unit" | "union" | "limits" | "readings">

const verdicts = { yes: "met", no: "violated", unknown: "unknown" } as const

export function judgeStudent(student: Student, bar: Bar): readonly Condition[] {
  const row = { name: student.name, studentId: student.studentId }
  const f: Facts = {
    ...bar,
    university: { name: "", students: 0, campuses: [] },
    posts: [{ row, name: student.name, kind: "member", title: "", student }],
    departments: [],
    answers: {},
    explanations: [],
  }
  return eligibility.entries.filter(isRule).flatMap((rule) => {
    const judged = judgeEach(rule, f)
    if (!judged || !("must" in rule.spec)) return []
    const { must } = rule.spec
    return judged.holdings.map((h) => ({
      clause: rule.clause,
      verdict: verdicts[h.answer],
      because: h.because,
      value: h.value ?? null,
      limit: h.limit ?? must,
      reading: judged.reading?.label ?? null,
    }))
  })
}

/** What every applicant is asked, before anybody is measured: the words of the rules, the union's own bar beside them. */
export function conditionsAsked(bar: Pick<Facts, "limits" | "readings">) {
  return eligibility.entries.filter(isRule).flatMap(({ clause, spec }) => {
    if (!("must" in spec)) return []
    const local = bar.limits[clause]
    const keys = Object.keys(spec.readings ?? {})
    const chosen = bar.readings[clause]
    const key = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0]
    return [
      {
        clause,
        quote: spec.quote,
        local: local ?? null,
        reading: (key !== undefined && spec.readings?.[key]?.label) || null,
      },
    ]
  })
}
