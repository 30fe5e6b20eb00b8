import type { Field } from "./proposals.ts"

/**
 * 诉求 of students, as universities practise it (接诉即办、权益服务 measures). The Opinions ask that needs be heard in four
 * fields (1.3), handed on in time and helped to a solution (1.4); they set no days. Each university may set its own.
 */

/** Working days: until the office takes it over, until its first answer, until it is solved. */
export interface Clock {
  readonly acknowledge: number
  readonly answer: number
  readonly solve: number
}

export interface NeedCategory {
  readonly name: string
  readonly field: Field
  readonly clock: Clock
  /** 7.2: reports of a union worker's conduct lie with the League committee, never with the union they are about. */
  readonly desk: "union" | "league"
}

/** 首问 24 小时内受理、3 个工作日内答复、5 至 10 个工作日内办结：各校所见. */
export const usualClock: Clock = { acknowledge: 1, answer: 3, solve: 10 }

/** Matters that need money or the summer are usually given longer. */
const slow: Clock = { acknowledge: 1, answer: 5, solve: 20 }

/** Categories a university begins with, each in one field of 1.3; the topics counted in eight published reports. */
export const usualNeedCategories: readonly NeedCategory[] = (
  [
    { name: "教学与课程", field: "学业发展", clock: usualClock },
    { name: "考试与成绩", field: "学业发展", clock: usualClock },
    { name: "图书馆与自习", field: "学业发展", clock: usualClock },
    { name: "升学与就业", field: "学业发展", clock: usualClock },
    { name: "校医院与医保", field: "身心健康", clock: usualClock },
    { name: "心理支持", field: "身心健康", clock: usualClock },
    { name: "体育与场馆", field: "身心健康", clock: usualClock },
    { name: "社团与活动", field: "社会融入", clock: usualClock },
    { name: "实习与社会实践", field: "社会融入", clock: usualClock },
    { name: "党团与班级", field: "社会融入", clock: usualClock },
    { name: "食堂", field: "权益维护", clock: usualClock },
    { name: "宿舍与水电", field: "权益维护", clock: usualClock },
    { name: "报修", field: "权益维护", clock: usualClock },
    { name: "网络与信息系统", field: "权益维护", clock: usualClock },
    { name: "交通与安全", field: "权益维护", clock: usualClock },
    { name: "奖助与收费", field: "权益维护", clock: usualClock },
    { name: "设施与规划", field: "权益维护", clock: slow },
    { name: "学生会工作人员作风", field: "权益维护", clock: usualClock, desk: "league" },
  ] as const satisfies readonly (Omit<NeedCategory, "desk"> & { readonly desk?: "league" })[]
).map((c) => ({ desk: "union", ...c }))

export const needsPractice = {
  /** Working days the desk has to sort a need and hand it on. */
  sort: { days: 1 },
  /** Answered needs an office must have before it stands in a league table. */
  comparedFrom: 10,
  /** Of one need: how often those who raised it may send an answer back as not solving it. */
  reopenings: 2,
  /**
   * 普遍需求: no document found says when a need is general. Raised again in several months, and with voices from this many
   * faculties or classes.
   */
  general: { faculties: 3, classes: 5, months: 2, source: "本产品自定" },
  /** Working days to say whether it is solved; then it closes by itself. */
  rate: { days: 10 },
  /** Needs raised within so many days of today are compared with each other for merging: one school term and its holidays. */
  merging: { days: 180, source: "本产品自定" },
  /** Needs a person may raise in one day. */
  aDay: 10,
  /** Photos of one need, and how large one may be: bytes, and pixels of its longer side. */
  photos: { most: 4, bytes: 1024 * 1024, side: 1600 },
  /** Characters of the reason for which a seal may be opened. */
  unsealing: { reason: 10 },
} as const

/** Where somebody in danger or in distress finds a person at once. */
export interface HelpLine {
  readonly kind: "danger" | "mind"
  readonly name: string
  readonly phone: string
  readonly note: string
}

/** Open to everybody in the country; a university puts its own before them. 12356: 国家卫生健康委, from 2025-05-01. */
export const usualHelpLines: readonly HelpLine[] = [
  { kind: "danger", name: "报警", phone: "110", note: "全天" },
  { kind: "danger", name: "急救", phone: "120", note: "全天" },
  { kind: "mind", name: "全国统一心理援助热线", phone: "12356", note: "免费" },
  { kind: "mind", name: "青少年服务台", phone: "12355", note: "共青团" },
]
