import { ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "../abilities.ts"
import * as contract from "../contract.ts"
import { toChange } from "../load.ts"
import { addLines, changeHanded, handedIn, lastLinesIn } from "../store-attendance.ts"

/** A list that was looked at takes effect whole. */
export const confirmImport = action(contract.confirmImport, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, file }, { activity: a }) => {
    const handed = (await handedIn(ctx.tx, id)).find((h) => h.id === file)
    if (!handed) return refuse("not-found", "没有这份名单")
    if (handed.state !== "preview") return refuse("conflict", "这份名单已经导入或已经撤销")
    const errors = handed.read.problems.filter((p) => p.kind === "error")
    if (errors.length > 0)
      return refuse(
        "invalid",
        `名单有${errors.length}处须先更正：第${errors[0]!.row}行，${errors[0]!.because}`,
        {
          cure: "在表格中更正后重新导入；名单不会只导入一部分",
        },
      )
    if (handed.read.lines.some((l) => l.number === ctx.actor.number))
      return refuse("not-allowed", "名单中有您自己，不能登记自己", { cure: "由另一位组织者确认导入" })
    const there = new Set((await lastLinesIn(ctx.tx, id)).filter((l) => l.what === "in").map((l) => l.number))
    const added = await addLines(
      ctx.tx,
      handed.read.lines.filter((l) => !there.has(l.number)),
      {
        activityId: id,
        what: "in",
        by: "sheet",
        because: `名单导入：${handed.fileName}`,
        importId: file,
        byName: ctx.actor.name,
        at: nowAt(ctx),
      },
    )
    await changeHanded(ctx.tx, file, "confirmed")
    ctx.note({ activity: id, added })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ added })
  },
})

/** Taken back whole: whoever is there by this list alone is there no more. */
export const undoImport = action(contract.undoImport, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, file }, { activity: a }) => {
    const handed = (await handedIn(ctx.tx, id)).find((h) => h.id === file)
    if (!handed) return refuse("not-found", "没有这份名单")
    if (handed.state !== "confirmed") return refuse("conflict", "这份名单没有导入，无从撤销")
    const lines = (await lastLinesIn(ctx.tx, id)).filter((l) => l.what === "in" && l.importId === file)
    const gone = await addLines(ctx.tx, lines, {
      activityId: id,
      what: "out",
      by: "sheet",
      because: `撤销导入：${handed.fileName}`,
      importId: file,
      byName: ctx.actor.name,
      at: nowAt(ctx),
    })
    await changeHanded(ctx.tx, file, "undone")
    ctx.note({ activity: id, gone })
    await ctx.emit("records.changed", { unions: [a.unionId] })
    return ok({ gone })
  },
})
