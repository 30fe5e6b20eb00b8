import type { Ctx } from "#kit/server/world.ts"
import { type Desk, desksFor } from "./desks.ts"
import { countsOf, queueOf } from "./queue-store.ts"

/** What waits at one's desks: to be sorted, to be prepared for an office's head, a reply. Heads find theirs among the courses. */
export async function inboxItems(ctx: Ctx) {
  const items = []
  for (const desk of await desksFor(ctx)) {
    if (desk.kind === "over") continue
    items.push(...(await (desk.kind === "office" ? forOffice(ctx, desk) : forDesk(ctx, desk))))
  }
  return items.map((i) => ({ ...i, module: "handling", heading: i.title, clause: "1.4" }))
}

const linesIn = async (ctx: Ctx, desk: Desk, tab: "sorting" | "running", assignee?: string) =>
  (await queueOf(ctx.tx, [desk], { tab, assignee, sort: "urgent", page: 1, size: 200 }, ctx.today)).items

const at = (desk: Desk, tab: string) => `/office/desk?at=${encodeURIComponent(desk.key)}&tab=${tab}`

async function forDesk(ctx: Ctx, desk: Desk) {
  const counts = await countsOf(ctx.tx, [desk], ctx.today)
  const sorting = counts.sorting > 0 ? await linesIn(ctx, desk, "sorting") : []
  const dues = sorting.flatMap((l) => l.due ?? []).toSorted()
  const replied = counts.running > 0 ? (await linesIn(ctx, desk, "running")).filter((l) => l.replied) : []
  const common = { capacity: desk.name }
  return [
    ...(sorting.length > 0
      ? [
          {
            ...common,
            id: `handling/sorting/${desk.key}`,
            title: "转办同学诉求",
            detail: `${counts.sorting}件待转办${sorting.some((l) => l.misrouted) ? "，有退回重转的" : ""}`,
            since: sorting.map((l) => l.raisedOn).toSorted()[0]!,
            ...(dues[0] ? { due: dues[0] } : {}),
            href: at(desk, "sorting"),
          },
        ]
      : []),
    ...(replied.length > 0
      ? [
          {
            ...common,
            id: `handling/replied/${desk.key}`,
            title: "提出诉求的同学有回复",
            detail: `${replied.length}件`,
            since: ctx.today,
            href: at(desk, "running"),
          },
        ]
      : []),
  ]
}

/** Clerks prepare answers; those who decide find the same needs among their courses. */
async function forOffice(ctx: Ctx, desk: Desk) {
  const clerk = ctx.actor.capacities.some(
    (c) => c.office === desk.office && c.scope.id === desk.place && c.post === "clerk",
  )
  if (!clerk) return []
  const open = (await linesIn(ctx, desk, "running")).filter((l) => l.step !== "approving")
  if (open.length === 0) return []
  const dues = open.flatMap((l) => l.due ?? []).toSorted()
  return [
    {
      id: `handling/preparing/${desk.key}`,
      title: "拟写诉求答复",
      detail: `${open.length}件在办`,
      capacity: desk.name,
      since: open.map((l) => l.raisedOn).toSorted()[0]!,
      ...(dues[0] ? { due: dues[0] } : {}),
      href: at(desk, "running"),
    },
  ]
}
