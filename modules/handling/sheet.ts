import type { Sheet } from "#kit/paper/sheet.ts"
import type { Ctx } from "#kit/server/world.ts"
import { categoriesOf, raisersOf } from "#modules/needs/index.ts"
import { outcomes } from "#policy/practice/proposals.ts"
import type { Desk } from "./desks.ts"
import { presentLine, raiserFor } from "./present.ts"
import { firstTab } from "./queries/queue.ts"
import { queueOf, type Wanted } from "./queue-store.ts"

const states = {
  sorting: "待转办",
  sent: "待受理",
  accepted: "办理中",
  answered: "已答复，待办结",
  done: "已办结",
  declined: "不予受理",
} as const

const most = 10_000

interface Asked extends Omit<Wanted, "tab" | "page" | "size" | "assignee"> {
  readonly tab?: Wanted["tab"] | undefined
  readonly mine?: boolean | undefined
}

/** The queue as it is on the screen, with the raisers this desk may know; of an anonymous one the cell says so. */
export async function queueSheet(ctx: Ctx, desk: Desk, { tab, mine, ...asked }: Asked): Promise<Sheet> {
  const wanted = {
    ...asked,
    tab: tab ?? firstTab(desk),
    ...(mine ? { assignee: ctx.actor.number } : {}),
    page: 1,
    size: most,
  }
  const { items } = await queueOf(ctx.tx, [desk], wanted, ctx.today)
  const categories = await categoriesOf(ctx.tx)
  const sorts = desk.kind === "union" || desk.kind === "league"
  const raisers = await raisersOf(
    ctx.tx,
    items.map((i) => i.id),
  )
  return {
    name: "诉求",
    columns: [
      { header: "编号" },
      { header: "标题", width: 28 },
      { header: "领域" },
      { header: "类别" },
      { header: "地点" },
      { header: "提出日期" },
      { header: "提出人" },
      { header: "人数" },
      { header: "状态" },
      { header: "承办单位" },
      { header: "期限" },
      { header: "逾期" },
      { header: "办理结果" },
      { header: "第几次办理" },
    ],
    rows: items.map((item) => {
      const line = presentLine(item, categories, ctx.today, false)
      const raiser = raiserFor(item, raisers, sorts)
      return [
        line.nth,
        line.title,
        line.field,
        line.category,
        line.place,
        line.raisedOn,
        raiser?.name ?? (item.shown === "anonymous" ? "匿名" : "不公开"),
        line.voices,
        states[line.state],
        line.office,
        line.due,
        line.late,
        line.outcome ? `${line.outcome} ${outcomes[line.outcome]}` : null,
        line.round,
      ]
    }),
  }
}
