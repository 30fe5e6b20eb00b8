import { isDay, newId, ok, refuse } from "@qiaoliang/basics"
import { fetchFile } from "#kit/server/files.ts"
import { action } from "#kit/server/verbs.ts"
import { maySettle } from "../abilities.ts"
import { adopt as contract } from "../contract.ts"
import { changed, theUnionHeld } from "../load.ts"
import { addVersion, versionsOn } from "../store.ts"

/** 1.1: the charter is on file in its versions; the one adopted last is in force. */
export const adopt = action(contract, {
  load: theUnionHeld,
  may: maySettle,
  run: async (ctx, input, union) => {
    if (!isDay(input.adoptedOn) || input.adoptedOn > ctx.today)
      return refuse("invalid", "通过日期有误，或在今天之后", { at: "adoptedOn" })
    if (!input.words && !input.file) return refuse("invalid", "请填写章程全文或附上文件", { at: "words" })
    if (input.file && !(await fetchFile(ctx.tx, input.file)))
      return refuse("not-found", "没有这个文件", { at: "file" })
    const before = (await versionsOn(ctx.tx, [union.id], input.adoptedOn)).get(union.id)
    if (before?.adoptedOn === input.adoptedOn)
      return refuse("conflict", "该日通过的章程已经登记", { cure: "登记有误的，先撤回再登记" })
    const id = newId()
    await addVersion(ctx.tx, {
      id,
      unionId: union.id,
      name: input.name,
      adoptedOn: input.adoptedOn,
      adoptedBy: input.adoptedBy,
      public: input.public,
      words: input.words ?? null,
      fileId: input.file ?? null,
      openedBy: ctx.change,
      withdrawnBy: null,
      withdrawnBecause: null,
    })
    ctx.note({ union: union.id, version: id, public: input.public })
    await changed(ctx, union.id)
    return ok({ id })
  },
})
