import { chineseDay, type Day, percent, ratio } from "@qiaoliang/basics"
import type { Answer, Row } from "@qiaoliang/clause"
import type { Facts } from "./vocabulary.ts"

/** Judging by the activities on record (7.3): reviewed before they were held, and how many students they reached. */

/** One activity held this semester. */
export interface ActivityFact {
  readonly row: Row
  readonly on: Day
  /** The day its review was passed; null: it was held without one. */
  readonly approved: Day | null
  /** Who was there. */
  readonly people: number
}

/** A union's activities of the semester up to the day judged. */
export interface ReachFact {
  /** Students the union stands for. */
  readonly students: number
  /** Those of them who were at one activity or more, each once. */
  readonly reached: number
  readonly activities: readonly ActivityFact[]
}

const met = (a: ActivityFact): Row => ({ ...a.row, note: `${chineseDay(a.on)}，参加${a.people}人` })

/**
 * 7.3: 依法依规、接受管理 is read as reviewed before (10.4), 面向大多数同学 as a reach that is on record and shown.
 * The clause gives no number that would be too few, so none is judged.
 */
export function reachedLawfully(f: Facts, otherwise: () => Answer): Answer {
  const { reach } = f
  if (!reach || reach.activities.length === 0 || f.answers["activities-lawful"]?.value === false)
    return otherwise()
  const { activities, students, reached } = reach
  const limit = "先审核后举办，面向大多数同学"
  const of = `本学期举办活动${activities.length}项`
  const share =
    students > 0
      ? `参加同学${reached}人，占所联系学生${students}人的${percent(ratio(reached, students))}`
      : ""
  const value = students > 0 ? `${reached}/${students}` : reached
  const unlawful = activities.filter((a) => a.approved === null || a.approved > a.on)
  if (unlawful.length > 0)
    return {
      answer: "no",
      because: `${of}，其中${unlawful.length}项没有先经审核${share ? `；${share}` : ""}`,
      value,
      limit,
      rows: unlawful.map((a) => ({
        ...a.row,
        note: `${chineseDay(a.on)}举办，${a.approved ? `${chineseDay(a.approved)}才通过审核` : "没有通过审核"}`,
      })),
      cure: "说明原因并整改，今后先审核后举办",
    }
  const unknown = activities.filter((a) => a.people === 0)
  if (unknown.length > 0)
    return {
      answer: "short",
      because: `${of}，均先经审核；其中${unknown.length}项没有登记参加同学${share ? `。已登记的，${share}` : ""}`,
      value,
      limit,
      rows: unknown.map((a) => ({ ...a.row, note: `${chineseDay(a.on)}，没有登记参加同学` })),
      cure: "补登或导入签到名单",
    }
  return {
    answer: "yes",
    because: `${of}，均先经审核${share ? `；${share}` : ""}`,
    value,
    limit,
    rows: activities.map(met),
  }
}
