import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById } from "#modules/courses/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { anyone, mayEdit, mayPublish, mayReadDesk } from "../abilities.ts"
import { titleOf } from "../briefing.ts"
import { briefingsOf, publishedById, publishedOf } from "../briefing-store.ts"
import * as contract from "../contract.ts"
import { contentOf, desksFor, theBriefing, theDesks } from "../load.ts"
import { monthOf, monthsBetween, nextMonth } from "../period.ts"
import { firstDay } from "../store.ts"

/** Published ones, the latest first. */
export const briefings = query(contract.briefings, {
  who: "anyone",
  may: anyone,
  run: async (ctx) =>
    ok({
      items: (await publishedOf(ctx.tx)).map(({ id, month, content, publishedOn }) => ({
        id,
        month,
        title: titleOf(content),
        union: content.union,
        publishedOn,
        received: content.figures.received,
        answered: content.figures.answered,
        solved: content.figures.solved,
      })),
    }),
})

export const briefing = query(contract.briefing, {
  who: "anyone",
  may: anyone,
  run: async (ctx, { id }) => {
    const row = await publishedById(ctx.tx, id)
    if (!row) return refuse("not-found", "没有这期简报，或者还没有发布")
    const { content, hash, publishedOn, publishedBy } = row
    return ok({ id, title: titleOf(content), publishedOn, publishedBy, hash, content })
  },
})

export const deskBriefings = query(contract.deskBriefings, {
  load: theDesks,
  may: mayReadDesk,
  run: async (ctx, _, { desks }) => {
    const rows = await briefingsOf(ctx.tx)
    const days = new Map((await publishedOf(ctx.tx)).map((p) => [p.id, p.publishedOn]))
    const names = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
    const months = await monthsWithout(
      ctx,
      rows.map((r) => r.month),
    )
    return ok({
      items: rows.map(({ id, month, unionId, state, byName }) => ({
        id,
        month,
        title: titleOf({ university: ctx.university.name, month }),
        union: names.get(unionId) ?? "",
        state,
        byName,
        publishedOn: days.get(id) ?? null,
      })),
      drafting: desks
        .filter((d) => "as" in mayEdit(ctx.actor, d))
        .map(({ union }) => ({ union: union.id, name: union.name, months })),
    })
  },
})

/** Months of the last year in which there was something to tell of and none was drawn up, the latest first. */
async function monthsWithout(ctx: Ctx, taken: readonly string[]): Promise<readonly string[]> {
  const first = await firstDay(ctx.tx)
  if (!first) return []
  const now = monthOf(ctx.today)
  const earliest = nextMonth(now, -12)
  const from = monthOf(first) < earliest ? earliest : monthOf(first)
  return monthsBetween(from, now)
    .filter((m) => !taken.includes(m))
    .toReversed()
}

export const deskBriefing = query(contract.deskBriefing, {
  load: async (ctx, input) => {
    const of = await theBriefing(ctx, input)
    return of.ok ? ok({ ...of.value, ...(await desksFor(ctx)) }) : of
  },
  may: mayReadDesk,
  run: async (ctx, _, of) => {
    const { briefing: row, union } = of
    const published = await publishedById(ctx.tx, row.id)
    const content = await contentOf(ctx, row, union.name)
    const course = row.course ? await courseById(ctx.tx, row.course) : undefined
    const edits = "as" in mayEdit(ctx.actor, of) && row.state === "draft"
    return ok({
      id: row.id,
      title: titleOf(content),
      state: row.state,
      words: row.words,
      byName: row.byName,
      hash: row.state === "draft" ? null : row.hash,
      publishedOn: published?.publishedOn ?? null,
      publishedBy: published?.publishedBy ?? null,
      course: row.course,
      content,
      can: {
        write: edits,
        submit: edits && row.month < monthOf(ctx.today) && (!course || course.applicant === ctx.actor.number),
        discard: edits && (!course || course.applicant === ctx.actor.number),
        publish: "as" in mayPublish(ctx.actor, of) && row.state === "reviewed",
      },
    })
  },
})
