import type { Ctx } from "#kit/server/world.ts"
import { holdersAt } from "#modules/offices/index.ts"
import type { HandlingRow } from "./handling.ts"

interface Told {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly href: string
}

const tell = (ctx: Ctx, to: readonly string[], told: Told): Promise<void> =>
  ctx.emit("reminders.tell", { to, ...told, clause: "1.4" })

const headsAt = async (ctx: Ctx, office: string, place: string, ...posts: readonly string[]) =>
  (await holdersAt(ctx.tx, office, place, ctx.today))
    .filter((h) => posts.includes(h.post))
    .map((h) => h.number)

/** A need is back: its office's head hears of it, and 学工部. */
export async function tellReopened(
  ctx: Ctx,
  row: HandlingRow,
  name: string,
  desk: "union" | "league",
): Promise<void> {
  const heads = row.office
    ? await headsAt(
        ctx,
        row.office,
        row.place ?? "",
        "head",
        row.office === "administration" ? "deputy" : "head",
      )
    : []
  const above = desk === "union" ? await headsAt(ctx, "student-affairs", ctx.university.id, "head") : []
  await tell(ctx, [...heads, ...above], {
    key: `handling/reopened/${row.needId}/${row.round + 1}`,
    title: `提出的同学认为没有解决：${name}`,
    detail: `${row.officeName ?? "受理部门"}第${row.round + 1}次办理`,
    href: `/office/desk/${row.needId}`,
  })
}

/** Needs that nobody sorted in time: the union's secretary-general hears of it, and 学工部; of the League's desk its head. */
export async function tellUnsorted(
  ctx: Ctx,
  desk: {
    readonly key: string
    readonly kind: "union" | "league"
    readonly union: string
    readonly name: string
  },
  late: number,
): Promise<void> {
  const to =
    desk.kind === "league"
      ? await headsAt(ctx, "school-league", ctx.university.id, "head")
      : [
          ...(await headsAt(ctx, "union", desk.union, "secretary")),
          ...(await headsAt(ctx, "student-affairs", ctx.university.id, "head")),
        ]
  await tell(ctx, to, {
    key: `handling/unsorted/${desk.key}/${ctx.today}`,
    title: `已逾期：${desk.name}有${late}件诉求没有转办`,
    detail: "收到诉求后应在1个工作日内转办或说明不予受理的理由",
    href: "/office/desk?tab=late",
  })
}
