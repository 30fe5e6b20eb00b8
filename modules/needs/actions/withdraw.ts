import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayChangeOwn } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Doors } from "../doors.ts"
import { theOwnNeed } from "../load.ts"
import { sayNth } from "../need.ts"
import { toTheHour } from "../raising.ts"
import { changeNeed, mergedInto, voicesOf } from "../store.ts"

/** Taken back by its raiser: while it is his or hers alone, and before anybody answered. */
export const withdraw = (doors: Doors) =>
  action(contract.withdraw, {
    load: theOwnNeed,
    may: mayChangeOwn,
    run: async (ctx, { id }, { need }) => {
      if (need.shown !== "named") ctx.unnamed()
      if (need.state === "withdrawn") return refuse("conflict", `${sayNth(need.nth)}已经撤回`)
      if (need.state === "merged")
        return refuse("conflict", `${sayNth(need.nth)}已并入同一件事，不能单独撤回`, {
          cure: "请联系受理诉求的学生会拆开后再撤回",
        })
      if ((await doors.answered(ctx.tx, [id])).has(id))
        return refuse("conflict", `${sayNth(need.nth)}已经答复，不能撤回`, {
          clause: "1.4",
          cure: "请反馈是否解决",
        })
      const others =
        (await voicesOf(ctx.tx, [id])).get(id)!.total > 1 || (await mergedInto(ctx.tx, [id])).length > 0
      if (others)
        return refuse("conflict", "已有其他同学附议，不能由一人撤回", {
          clause: "1.3",
          cure: "不便公开的，请联系受理诉求的学生会改为不公开",
        })
      const at = need.shown === "anonymous" ? toTheHour(ctx.now) : ctx.now
      await changeNeed(ctx.tx, id, { state: "withdrawn", changedAt: at })
      if (need.shown === "named") ctx.note({ need: id })
      await ctx.emit("needs.changed", { needs: [id] })
      return ok({})
    },
  })
