import { ok, type Refusal, type Result } from "@qiaoliang/basics"
import { offer } from "@qiaoliang/procedure"
import type { Permission } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf, caseOf, courseById, isInChain, moverOf } from "#modules/courses/index.ts"
import { isAllowed, mayAccount, mayAmend, mayClose, mayInform, mayRead, readsReports } from "../abilities.ts"
import { goodsOfRequest, moneyOf, summaryOfRequest } from "../after.ts"
import { marksOf, partyReportsOf } from "../after-store.ts"
import { mayBeClosed } from "../closing.ts"
import { one as contract } from "../contract.ts"
import { kindOf } from "../kinds.ts"
import { type Loaded, load } from "../loading.ts"
import { label, presentLine, presentVersions } from "../present.ts"
import { told } from "../spell.ts"
import { versionsOf } from "../store.ts"

async function loadFor(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<Loaded & { inChain: boolean }, Refusal>> {
  const loaded = await load(ctx, id)
  if (!loaded.ok) return loaded
  const course = await courseById(ctx.tx, id)
  return ok({ ...loaded.value, inChain: course !== undefined && isInChain(ctx.actor, course) })
}

export const one = query(contract, {
  load: loadFor,
  may: (actor, loaded): Permission => (loaded.inChain ? { as: null } : mayRead(actor, loaded)),
  run: async (ctx, { id }, loaded) => {
    const { request: r, union } = loaded
    const kind = kindOf(r.kind)
    const versions = (await versionsOf(ctx.tx, [id])).get(id) ?? []
    const current = versions.at(-1)
    const fields = current?.fields ?? {}
    const marked = (await marksOf(ctx.tx, [id])).at(-1)
    const reports = await partyReportsOf(ctx.tx, [id])
    const inForce = r.status === "passed" && r.closedOn === null
    const accounts = isAllowed(mayAccount(ctx.actor, loaded))
    const informs = isAllowed(mayInform(ctx.actor))
    const money = await moneyOf(ctx.tx, r)
    const goods = await goodsOfRequest(ctx.tx, r, fields)
    return ok({
      ...presentLine(r, new Map([[union.id, union.name]])),
      form: kind.form,
      clause: kind.clause,
      onLabel: kind.onLabel,
      filesLabel: kind.files,
      applicantTitle: r.applicantTitle,
      fields: told(kind, fields),
      values: fields as Record<string, never>,
      files: (current?.files ?? []).map(label),
      versions: presentVersions(r.kind, versions),
      inForce,
      money,
      goods,
      summary: await summaryOfRequest(ctx.tx, r),
      closedBy: r.closedByName,
      cancelledBecause: r.cancelledBecause,
      major: {
        declared: r.declaredMajor,
        marked: marked?.major ? { on: marked.onDay, by: marked.byName, because: marked.because } : null,
      },
      reports: (readsReports(ctx.actor) ? reports : []).map((p) => ({
        courseId: p.id,
        on: p.onDay,
        by: p.byName,
        text: p.text,
      })),
      can: {
        amend: isAllowed(mayAmend(ctx.actor, loaded)) && r.closedOn === null && (await offersAmend(ctx, id)),
        spend: accounts && inForce && r.kind === "funds",
        giveBack: accounts && inForce && goods !== null,
        archive: accounts && inForce && r.kind === "activity" && r.onDay <= ctx.today,
        close: isAllowed(mayClose(ctx.actor, loaded)) && (await mayBeClosed(ctx, r)).ok,
        cancel: accounts && inForce && r.summarizedOn === null && !money?.spent,
        mark: informs && reports.length === 0,
        inform: informs && marked?.major === true,
      },
    })
  },
})

async function offersAmend(ctx: Ctx, id: string): Promise<boolean> {
  const course = await courseById(ctx.tx, id)
  if (!course) return false
  const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
  return offer(caseOf(course), course.state, moverOf(ctx.actor), today).some((o) => o.kind === "amend")
}
