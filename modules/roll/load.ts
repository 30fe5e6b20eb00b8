import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Assembly } from "#modules/assembly/index.ts"

const closed = {
  preparing: ["大会还在筹备，没有开始签到", "大会正式召集后再签到"],
  closed: ["大会已经闭幕，签到结束", undefined],
  cancelled: ["大会已经取消，不需要签到", undefined],
} as const

/** The roll is kept from the day the assembly is convened until it closes. */
export function keptNow({ state }: Pick<Assembly, "state">): Result<void, Refusal> {
  if (state === "convened" || state === "open") return ok(undefined)
  const [because, cure] = closed[state]
  return refuse("conflict", because, cure ? { cure } : {})
}
