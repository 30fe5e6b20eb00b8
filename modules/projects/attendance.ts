import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Sign } from "./code.ts"
import type { projectAttendance, projectShift } from "./schema.ts"

export type Shift = typeof projectShift.$inferSelect
export type Attendance = typeof projectAttendance.$inferSelect

const minute = 60_000
/** Coming is taken from an hour before a shift begins, going until an hour after it ends. */
const early = 60 * minute
const late = 60 * minute

export interface Time {
  readonly came: Date | null
  readonly went: Date | null
  /** Whole minutes within the shift; 0 where somebody never signed out. */
  readonly minutes: number
  readonly corrected: { readonly because: string; readonly by: string } | null
  /** Came and did not sign out: nothing is counted until it is put right. */
  readonly open: boolean
}

/** What the entries of one volunteer in one shift, oldest first, come to. A correction has the last word. */
export function timeOf(
  shift: Pick<Shift, "startsAt" | "endsAt">,
  entries: readonly Pick<Attendance, "kind" | "at" | "minutes" | "because" | "byName">[],
): Time {
  const came = entries.find((e) => e.kind === "in")?.at ?? null
  const went = entries.find((e) => e.kind === "out")?.at ?? null
  const correction = entries.findLast((e) => e.kind === "correction")
  const from = Math.max(came?.getTime() ?? 0, shift.startsAt.getTime())
  const to = Math.min(went?.getTime() ?? 0, shift.endsAt.getTime())
  const counted = came && went ? Math.max(0, Math.floor((to - from) / minute)) : 0
  return {
    came,
    went,
    minutes: correction?.minutes ?? counted,
    corrected: correction ? { because: correction.because ?? "", by: correction.byName } : null,
    open: came !== null && went === null && !correction,
  }
}

/** Whether a volunteer may sign in or out of a shift now. */
export function maySign(
  shift: Pick<Shift, "startsAt" | "endsAt">,
  time: Time,
  sign: Sign,
  now: Date,
): Result<void, Refusal> {
  const at = now.getTime()
  if (at < shift.startsAt.getTime() - early)
    return refuse("conflict", "还没有到签到时间", { cure: "班次开始前一小时起可以签到" })
  if (at > shift.endsAt.getTime() + (sign === "out" ? late : 0))
    return refuse("conflict", "班次已经结束", { cure: "请组织者核实后更正时长" })
  if (sign === "in" && time.came) return refuse("conflict", "已经签到，不必重复")
  if (sign === "out" && !time.came)
    return refuse("conflict", "还没有签到，不能签退", { cure: "请组织者在名单上登记" })
  if (sign === "out" && time.went) return refuse("conflict", "已经签退，不必重复")
  return ok(undefined)
}

/** Of the shifts somebody is put down for, one at the same time as another; nobody is in two places. */
export const clashing = <S extends Pick<Shift, "id" | "startsAt" | "endsAt">>(
  shift: S,
  own: readonly S[],
): S | undefined =>
  own.find((s) => s.id !== shift.id && s.startsAt < shift.endsAt && shift.startsAt < s.endsAt)

export const lengthOf = (shift: Pick<Shift, "startsAt" | "endsAt">): number =>
  Math.floor((shift.endsAt.getTime() - shift.startsAt.getTime()) / minute)
