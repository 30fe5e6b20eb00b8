import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { fields } from "#policy/practice/proposals.ts"
import { maySetCategories, maySetHelp } from "../abilities.ts"
import * as contract from "../contract.ts"
import { keepCategories, keepHelpLines } from "../keeping.ts"
import { categoriesOf } from "../store.ts"

export const setCategories = action(contract.setCategories, {
  may: maySetCategories,
  run: async (ctx, { items }) => {
    const before = new Map((await categoriesOf(ctx.tx)).map((c) => [c.id, c]))
    const rows = items.map((c, position) => {
      const known = c.id === undefined ? undefined : before.get(c.id)
      return {
        ...c,
        id: known?.id ?? newId(ctx.now.getTime()),
        position,
        desk: known?.desk ?? ("union" as const),
      }
    })
    const kept = new Set(rows.map((c) => c.id))
    if (kept.size < rows.length || items.some((c) => c.id !== undefined && !before.has(c.id)))
      return refuse("conflict", "类别已经改动", { cure: "刷新后按最新的类别修改" })
    const gone = [...before.values()].find((c) => !kept.has(c.id))
    if (gone) return refuse("invalid", `“${gone.name}”不能删除，只能停用`, { at: "items" })
    if (new Set(rows.map((c) => c.name)).size < rows.length)
      return refuse("invalid", "有两个类别同名", { at: "items" })
    const closed = fields.find((f) => !rows.some((c) => c.open && c.field === f))
    if (closed)
      return refuse("against-clause", `“${closed}”至少要有一个在用的类别`, { clause: "1.3", at: "items" })
    if (!rows.some((c) => c.open && c.desk === "league"))
      return refuse("against-clause", "反映学生会工作人员作风的类别不能停用", { clause: "7.2", at: "items" })
    const early = rows.find(({ clock: k }) => k.acknowledge > k.answer || k.answer > k.solve)
    if (early)
      return refuse("invalid", `“${early.name}”的期限须依次不短于前一项：受理、首次答复、办结`, {
        at: "items",
      })
    await keepCategories(ctx.tx, rows)
    ctx.note({ categories: rows.length })
    return ok({})
  },
})

export const setHelp = action(contract.setHelp, {
  may: maySetHelp,
  run: async (ctx, { items }) => {
    for (const kind of ["danger", "mind"] as const)
      if (!items.some((l) => l.kind === kind))
        return refuse(
          "invalid",
          kind === "danger" ? "至少要有一个紧急求助电话" : "至少要有一个心理援助电话",
          {
            at: "items",
          },
        )
    await keepHelpLines(ctx.tx, items)
    ctx.note({ lines: items.length })
    return ok({})
  },
})
