import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Answer, Row } from "@qiaoliang/clause"
import { informWithin } from "./practice/requests.ts"
import type { Facts } from "./vocabulary.ts"

/** Judging by the requests and prior reports on record (7.4, 10.4) and by what was sent on to the Party committee (10.2). */

/** One matter a union put to the League committee, due this semester. */
export interface RequestFact {
  readonly row: Row
  /** A prior report of 7.4, or an activity declared or marked as major. */
  readonly major: boolean
  /** Under review of 10.4; a prior report alone is not. */
  readonly reviewed: boolean
  readonly filed: Day
  /** The day it takes effect: the activity, the publication, the decision. */
  readonly on: Day
  /** Working days from the one to the other, and how many practice asks for. */
  readonly lead: number
  readonly asked: number
  /** The day the version in force on that day was approved. */
  readonly approved: Day | null
}

/** A matter the League committee marked as major, and when the Party committee was told. */
export interface MajorFact {
  readonly row: Row
  readonly marked: Day
  readonly informed: Day | null
  /** Working days from the one to the other, or to the day judged. */
  readonly days: number
}

const noted = (r: RequestFact): Row => ({
  ...r.row,
  note: `${chineseDay(r.filed)}报送，${r.filed >= r.on ? "没有提前" : `提前${r.lead}个工作日（须${r.asked}个）`}`,
})

const isShort = (r: RequestFact) => r.lead < r.asked

/** 7.4: on the day itself or after it is not 事先; earlier but shorter than practice asks is pointed out. */
export function reportedBeforehand(f: Facts, otherwise: () => Answer): Answer {
  const all = f.requests?.filter((r) => r.major) ?? []
  if (all.length === 0 || f.answers["reported-beforehand"]?.value === false) return otherwise()
  const limit = "事先报告"
  const late = all.filter((r) => r.filed >= r.on)
  const short = all.filter((r) => r.filed < r.on && isShort(r))
  const value = `${all.length - late.length}/${all.length}`
  const of = `本学期${all.length}项重要事项和重大活动`
  if (late.length > 0)
    return {
      answer: "no",
      because: `${of}中，${late.length}项没有事先向校团委报告`,
      value,
      limit,
      rows: late.map(noted),
      cure: "向校团委说明原因；今后先报告，再决定或开展",
    }
  if (short.length > 0)
    return {
      answer: "short",
      because: `${of}均事先报告，其中${short.length}项提前的时间不足`,
      value,
      limit,
      rows: short.map(noted),
      cure: "今后按规定的工作日提前报告",
    }
  return { answer: "yes", because: `${of}均事先向校团委报告`, value, limit, rows: all.map(noted) }
}

/** 10.4: what took place without an approval of the version in force that day was not reviewed. */
export function reviewedBefore(f: Facts, otherwise: () => Answer): Answer {
  const all = (f.requests ?? []).filter((r) => r.reviewed && (r.approved !== null || r.on <= f.asOf))
  if (all.length === 0 || f.answers["requests-reviewed"]?.value === false) return otherwise()
  const limit = "四类事项先审核"
  const missing = all.filter((r) => r.approved === null || r.approved > r.on)
  const short = all.filter(isShort)
  const value = `${all.length - missing.length}/${all.length}`
  const of = `本学期${all.length}项活动、信息、对外联系和经费物资`
  if (missing.length > 0)
    return {
      answer: "no",
      because: `${of}中，${missing.length}项到期没有经过审核`,
      value,
      limit,
      rows: missing.map((r) => ({
        ...r.row,
        note: `${chineseDay(r.on)}到期，${r.approved ? `${chineseDay(r.approved)}才通过审核` : "没有通过审核"}`,
      })),
      cure: "没有实施的撤回申请，已经实施的说明原因；今后未经审核不得实施",
    }
  if (short.length > 0)
    return {
      answer: "short",
      because: `${of}均经审核，其中${short.length}项申请的时间不足`,
      value,
      limit,
      rows: short.map(noted),
      cure: "今后按规定的工作日提前申请",
    }
  return { answer: "yes", because: `${of}均经审核`, value, limit, rows: all.map(noted) }
}

/** 10.2: each matter marked as major is sent on; 及时 is read as within the working days of practice. */
export function partyInformed(f: Facts, otherwise: () => Answer): Answer {
  const { days } = informWithin
  const all = (f.majors ?? []).filter((m) => m.informed !== null || m.days > days)
  if (all.length === 0 || f.answers["party-informed"]?.value === false) return otherwise()
  const limit = "及时汇报"
  const missing = all.filter((m) => m.informed === null)
  const late = all.filter((m) => m.days > days)
  const value = `${all.length - missing.length}/${all.length}`
  const of = `本学年${all.length}项重大事项`
  const told = (m: MajorFact): Row => ({
    ...m.row,
    note: m.informed
      ? `${chineseDay(m.marked)}认定，${chineseDay(m.informed)}汇报（${m.days}个工作日）`
      : `${chineseDay(m.marked)}认定，已过${m.days}个工作日没有汇报`,
  })
  if (missing.length > 0)
    return {
      answer: "no",
      because: `${of}中，${missing.length}项没有及时向党委汇报`,
      value,
      limit,
      rows: missing.map(told),
      cure: "由校团委向党委补报",
    }
  if (late.length > 0)
    return {
      answer: "short",
      because: `${of}均已向党委汇报，其中${late.length}项超过${days}个工作日`,
      value,
      limit,
      rows: late.map(told),
      cure: `今后在${days}个工作日内汇报`,
    }
  return { answer: "yes", because: `${of}均由校团委及时向党委汇报`, value, limit, rows: all.map(told) }
}
