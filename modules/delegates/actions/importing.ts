import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPrepare } from "#modules/assembly/index.ts"
import * as contract from "../contract.ts"
import { changeHanded, handedOf, listsOfAssembly, reportsOf } from "../lists.ts"
import { theSeats } from "../load.ts"
import { belongs } from "../reading.ts"
import { enrolled } from "../register.ts"
import { type Seated, seat } from "../seating.ts"
import { endSeats, openedBy } from "../store.ts"
import { told } from "./outside.ts"

/** A list that was looked at takes effect whole. */
export const confirmImport = action(contract.confirmImport, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, { id }, of) => {
    const handed = (await handedOf(ctx.tx, of.assembly.id)).find((h) => h.id === id)
    if (!handed) return refuse("not-found", "没有这份名单")
    if (handed.state !== "preview") return refuse("conflict", "这份名单已经导入或已经撤销")
    const errors = handed.read.problems.filter((p) => p.kind === "error")
    if (errors.length > 0)
      return refuse("invalid", `名单有${errors.length}处须先更正：${errors[0]!.because}`, {
        cure: "在表格中更正后重新导入；名单不会只导入一部分",
      })
    const students = await enrolled(
      ctx.tx,
      handed.read.lines.map((l) => l.number),
      ctx.today,
    )
    const lists = await listsOfAssembly(ctx.tx, of.assembly.id)
    const people = handed.read.lines.map((l): Seated => {
      const student = students.get(l.number)
      const list = student && lists.find((x) => belongs(x, { ...l, ...student }))
      return {
        number: l.number,
        voting: true,
        source: l.source,
        society: l.society,
        delegation: l.delegation,
        basis: `名单导入：${handed.fileName}${l.row === null ? "" : `第${l.row}行`}`,
        ...(list ? { listId: list.id } : {}),
      }
    })
    const seated = await seat(ctx, of, people)
    if (!seated.ok) return seated
    await changeHanded(ctx.tx, id, { state: "confirmed", change: ctx.change })
    await told(ctx, of, "imported", people.length)
    return ok({ seated: people.length })
  },
})

/** Taken back whole, until the credentials committee has adopted its report on it. */
export const undoImport = action(contract.undoImport, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, { id }, of) => {
    const handed = (await handedOf(ctx.tx, of.assembly.id)).find((h) => h.id === id)
    if (!handed) return refuse("not-found", "没有这份名单")
    if (handed.state !== "confirmed" || !handed.change)
      return refuse("conflict", "这份名单没有导入，无从撤销")
    if ((await reportsOf(ctx.tx, of.assembly.id)).some((r) => r.adoptedOn !== null))
      return refuse("conflict", "代表资格审查报告已经通过，不能再撤销导入", {
        cure: "个别代表有变动的，办理更换",
      })
    const rows = await openedBy(ctx.tx, of.assembly.id, handed.change)
    const changed = rows.find((r) => r.to !== null)
    if (changed)
      return refuse("conflict", `${changed.name}已经更换，名单不能再整体撤销`, { cure: "逐人办理更换" })
    await endSeats(
      ctx.tx,
      rows.map((r) => r.id),
      { on: ctx.today, because: "撤销导入", change: ctx.change },
    )
    await ctx.emit("delegates.changed", { assembly: of.assembly.id })
    await changeHanded(ctx.tx, id, { state: "undone" })
    await told(ctx, of, "import-undone", rows.length)
    return ok({ gone: rows.length })
  },
})
