import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { isAllowed, mayReadHearing, maySchedule } from "../abilities.ts"
import { hearings as listContract, hearing as oneContract } from "../contract.ts"
import { hostsDue } from "../due.ts"
import { hostName } from "../hearing.ts"
import { decisionsOf, hearingsOf, reportsOf } from "../hearings-store.ts"
import { theHearing } from "../load.ts"
import { presentHearing, presentLine } from "../present.ts"

export const hearings = query(listContract, {
  may: () => allowed(),
  run: async (ctx) => {
    const unions = await unionsOf(ctx.tx)
    const heard = (ids: readonly string[]) => unions.filter((u) => ids.includes(u.id))
    const all = await hearingsOf(ctx.tx)
    const shown = all.filter((h) => isAllowed(mayReadHearing(ctx.actor, h, heard(h.unions))))
    const ids = shown.map((h) => h.id)
    const reports = await reportsOf(ctx.tx, ids)
    const decisions = await decisionsOf(ctx.tx, ids)
    const hosts = (await hostsDue(ctx.tx, ctx.today, all)).filter((h) =>
      isAllowed(mayReadHearing(ctx.actor, h, h.unions)),
    )
    return ok({
      items: shown.map((h) =>
        presentLine(
          {
            hearing: h,
            unions: heard(h.unions),
            reports: reports.filter((r) => r.hearingId === h.id),
            decisions: decisions.filter((d) => d.hearingId === h.id),
          },
          ctx.today,
        ),
      ),
      hosts: hosts.map((h) => ({
        name: hostName(h),
        faculty: h.faculty,
        last: h.last,
        never: h.never.map((u) => u.name),
        due: h.due,
        overdue: h.due !== null && h.due < ctx.today,
        planned: h.planned,
      })),
      schedule: hosts
        .filter((h) => isAllowed(maySchedule(ctx.actor, h)))
        .map((h) => ({
          faculty: h.faculty,
          name: hostName(h),
          unions: h.unions.map((u) => ({ id: u.id, name: u.name })),
        })),
    })
  },
})

export const hearing = query(oneContract, {
  load: (ctx, { id }) => theHearing(ctx, id),
  may: (actor, { hearing: h, unions }) => mayReadHearing(actor, h, unions),
  run: async (ctx, { id }, known) =>
    ok(
      presentHearing(
        { ...known, reports: await reportsOf(ctx.tx, [id]), decisions: await decisionsOf(ctx.tx, [id]) },
        ctx.actor,
        ctx.today,
      ),
    ),
})
