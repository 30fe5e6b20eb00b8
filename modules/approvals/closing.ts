import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { returnsOf, spendingOf, spentIn } from "./after-store.ts"
import { allBack, goodsOf } from "./goods.ts"
import type { RequestRow } from "./store.ts"
import { versionsOf } from "./store.ts"

/** Kinds that have something to be accounted for afterwards. */
export const isClosed = (kind: RequestRow["kind"]): boolean => kind === "activity" || kind === "funds"

/** What still stands in the way of closing. */
export async function mayBeClosed(ctx: Ctx, r: RequestRow): Promise<Result<void, Refusal>> {
  if (r.closedOn) return refuse("conflict", "这一事项已经办结")
  if (r.status !== "passed") return refuse("conflict", "没有通过审核的事项不能办结")
  if (!isClosed(r.kind)) return refuse("invalid", "这一类申请通过审核即告完成，不需要办结")
  if (r.kind === "activity")
    return r.summarizedOn
      ? ok(undefined)
      : refuse("conflict", "活动总结还没有归档", { clause: "10.4", cure: "请申请的学生会先归档总结" })
  const values = (await versionsOf(ctx.tx, [r.id])).get(r.id)?.at(-1)?.fields ?? {}
  if (values.returnable === true && !allBack(goodsOf(values, await returnsOf(ctx.tx, r.id))))
    return refuse("conflict", "还有物资没有归还", { clause: "10.4", cure: "归还以后再办结" })
  if (r.onDay > ctx.today && spentIn(await spendingOf(ctx.tx, [r.id])) === 0)
    return refuse("conflict", "经费物资还没有使用")
  return ok(undefined)
}
