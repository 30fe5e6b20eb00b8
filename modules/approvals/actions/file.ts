import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayFile } from "../abilities.ts"
import { file as contract } from "../contract.ts"
import { fileRequest } from "../filing.ts"

export const file = action(contract, {
  load: async (ctx, { unionId }) => {
    const [union] = await unionsOf(ctx.tx, [unionId])
    return union ? ok(union) : refuse("not-found", "没有这个学生会")
  },
  may: mayFile,
  run: (ctx, input, union) => fileRequest(ctx, union, input),
})
