import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { activity } from "./schema.ts"

export type Activity = typeof activity.$inferSelect

/** Where an activity stands by its state and the clock. */
export type Phase = "draft" | "coming" | "running" | "held" | "cancelled"

export function phaseOf(a: Pick<Activity, "status" | "startsAt" | "endsAt">, now: Date): Phase {
  if (a.status !== "open") return a.status
  return now < a.startsAt ? "coming" : now <= a.endsAt ? "running" : "held"
}

/** Whether one can sign up: not at all, not yet, now, no more. */
export type Signing = "none" | "not-yet" | "open" | "over"

export function signingOf(
  a: Pick<Activity, "status" | "opensAt" | "closesAt" | "startsAt">,
  now: Date,
): Signing {
  if (!a.opensAt || a.status !== "open") return "none"
  if (now < a.opensAt) return "not-yet"
  return now <= (a.closesAt ?? a.startsAt) ? "open" : "over"
}

export const signOffEnds = (a: Pick<Activity, "signOffUntil" | "startsAt">): Date =>
  a.signOffUntil ?? a.startsAt

const minute = 60_000

export const countsFrom = (a: Pick<Activity, "startsAt" | "early">): Date =>
  new Date(a.startsAt.getTime() - a.early * minute)

/** Signing in by code counts from shortly before the beginning until the end. */
export function mayBeHere(a: Activity, now: Date): Result<void, Refusal> {
  if (a.status !== "open") return refuse("conflict", "这项活动没有开放")
  if (now < countsFrom(a))
    return refuse("conflict", "还没有到签到时间", { cure: `活动开始前${a.early}分钟起可以签到` })
  if (now > a.endsAt)
    return refuse("conflict", "活动已经结束", { cure: "到场而没有签到的，请组织者核实后补登" })
  return ok(undefined)
}

/** The review of 10.4, as far as it matters here. */
export interface Review {
  readonly status: "open" | "passed" | "refused" | "withdrawn"
  readonly endedOn: string | null
}

/**
 * What must be there before an activity is announced: what it is built on, and a review passed. One that was held
 * already is put on record as it was, also without a review: then 7.3 shows it.
 */
export function mayOpen(a: Activity, review: Review | null, now: Date): Result<string | null, Refusal> {
  if (a.status !== "draft") return refuse("conflict", "这项活动已经发布或取消", { cure: "刷新后再看" })
  if (a.classes.length + a.societies.length === 0)
    return refuse("against-clause", "活动没有登记所依托的班级和社团", {
      clause: "2.5",
      cure: "在方案中选择至少一个班级或社团",
    })
  const passed = review?.status === "passed" ? review.endedOn : null
  if (!passed && a.endsAt > now)
    return refuse("against-clause", "举办活动须先经校团委审核，这项活动还没有审核通过", {
      clause: "10.4",
      cure: review?.status === "open" ? "等待审核；通过后再发布" : "提出活动申请，审核通过后再发布",
    })
  return ok(passed)
}

/** Of `places` those not taken; without a limit never none. */
export const freeOf = (places: number | null, taken: number): number =>
  places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - taken)

/** Rated while it is remembered: two weeks. */
export const ratedUntil = (a: Pick<Activity, "endsAt">): Date =>
  new Date(a.endsAt.getTime() + 14 * 86_400_000)
