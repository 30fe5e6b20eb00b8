import { chineseDay, type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Assembly } from "#modules/assembly/index.ts"
import type { Rules } from "./proposal.ts"

/** Whether proposals can be handed in on a day. */
export function openOn(
  assembly: Pick<Assembly, "state">,
  rules: Pick<Rules, "opensOn" | "closesOn"> | undefined,
  on: Day,
): Result<void, Refusal> {
  if (assembly.state === "closed") return refuse("conflict", "大会已经闭幕，提案征集结束")
  if (assembly.state === "cancelled") return refuse("conflict", "大会已经取消")
  if (!rules) return refuse("conflict", "还没有公布提案征集时间", { cure: "提案工作委员会公布后再提交" })
  if (on < rules.opensOn)
    return refuse("conflict", `提案征集从${chineseDay(rules.opensOn)}开始`, { cure: "可以先写好草稿" })
  if (on > rules.closesOn)
    return refuse("conflict", `提案征集已于${chineseDay(rules.closesOn)}截止`, {
      cure: "日常的意见和困难可随时反映",
    })
  return ok(undefined)
}
