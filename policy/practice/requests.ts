/**
 * Lead times and deadlines of the reviews 10.4 asks for. The Opinions say only 事先 and 审核; the days are
 * practice, dated and sourced, and every university may set its own.
 */

/** The four kinds of 10.4, and the prior report of 7.4. */
export type RequestKind = "activity" | "information" | "external" | "funds" | "report"

export interface Term {
  readonly days: number
  readonly source: string
  /** Read in published documents; otherwise a default to be settled by the university. */
  readonly confirmed: boolean
}

const usual = "各校未见统一规定，取常用时限，学校可改"

/** Working days between handing in and the day it takes effect, that day counted. */
export const leadTimes: Readonly<Record<RequestKind, Term>> = {
  activity: { days: 5, source: "高校学生活动审批办法（2019、2022年所见：5个工作日至2周）", confirmed: true },
  information: { days: 1, source: usual, confirmed: false },
  external: { days: 3, source: usual, confirmed: false },
  funds: { days: 3, source: usual, confirmed: false },
  report: { days: 1, source: usual, confirmed: false },
}

/** Working days a reviewer has. */
export const reviewWithin: Term = { days: 3, source: usual, confirmed: false }

/** Working days after an activity within which its summary is archived: one week. */
export const summaryWithin: Term = {
  days: 5,
  source: "高校学生活动审批办法（2019年所见：活动后一周内归档）",
  confirmed: true,
}

/** Working days within which 及时 of 10.2 is read. */
export const informWithin: Term = { days: 5, source: usual, confirmed: false }

/** A faculty union's request passes its faculty's League organisation before it comes to the school's. */
export const facultyFirst = {
  office: "faculty-league",
  label: "学院（系）团组织审核",
  days: 3,
  source: "高校学生活动审批办法（所见：学院→校团委）",
} as const
