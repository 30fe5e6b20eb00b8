import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse, courseById } from "#modules/courses/index.ts"
import { categoriesOf, changeNeed, type Need, sayNth } from "#modules/needs/index.ts"
import { usualClock } from "#policy/practice/needs.ts"
import { handlingKind } from "./course.ts"
import { isLate, waits } from "./handling.ts"
import type { OfNeed } from "./load.ts"
import type { Office } from "./offices.ts"
import { handlingBy } from "./procedure.ts"
import { decided, told, trace, unseen } from "./recording.ts"
import * as store from "./store.ts"

/** The matter as those see it who have it in their lists; of a report of conduct its number alone. */
const courseTitle = (need: Need): string =>
  need.desk === "league" ? sayNth(need.nth) : `${sayNth(need.nth)}：${need.title}`

/** The course at an office begins, under the clock of the need's category; nobody of it is named as who raised it. */
async function begin(ctx: Ctx, { need, parts }: OfNeed, office: Office): Promise<string> {
  const category = (await categoriesOf(ctx.tx)).find((c) => c.id === need.categoryId)
  const words = [need, ...parts].map(({ id, title, text, place }) => ({ id, title, text, place }))
  const course = await beginCourse(
    ctx,
    { ...handlingKind, procedure: handlingBy(office.kind, category?.clock ?? usualClock) },
    {
      subject: need.id,
      title: courseTitle(need),
      version: hashOf(words),
      places: { [office.kind]: office.place },
      about: [],
      ...(need.desk === "union" ? { unionId: need.unionId } : {}),
      applicant: { number: "", name: "" },
    },
  )
  return course.id
}

export interface Sending {
  readonly office: Office
  readonly open: boolean
  readonly words: string
}

/** 转办: the desk hands it on. The row is held. */
export async function sendTo(
  ctx: Ctx,
  of: OfNeed,
  { office, open, words }: Sending,
): Promise<Result<void, Refusal>> {
  const { need } = of
  const row = (await store.rowOf(ctx.tx, need.id, true))!
  if (row.left !== null) return refuse("conflict", `${sayNth(need.nth)}已经合并或撤回`, { at: "ids" })
  if (!waits(row))
    return refuse("conflict", `${sayNth(need.nth)}已经在办理`, {
      at: "ids",
      cure: "转错的，由承办单位退回后再转",
    })
  const course = await begin(ctx, of, office)
  await store.changeRow(ctx.tx, need.id, {
    state: "sent",
    step: "accepting",
    office: office.kind,
    place: office.place,
    officeName: office.name,
    course,
    open: open && !need.discreet && need.desk === "union",
    misrouted: false,
    sentOn: ctx.today,
    acceptedOn: null,
    closedOn: null,
    because: null,
    due: (await courseById(ctx.tx, course))?.due ?? null,
    wasLate: row.wasLate || isLate(row, ctx.today),
    changedAt: ctx.now,
  })
  await trace(ctx, need.id, "sent", words ? `${office.name}：${words}` : office.name)
  await decided(ctx, need.id, { kind: "sent", office: office.kind, course })
  await told(ctx, [need.id], [need.unionId])
  return ok(undefined)
}

/** A category that fits better. Reports of conduct move to the League committee's desk, and others away from it. */
export async function correct(ctx: Ctx, of: OfNeed, categoryId: string): Promise<Result<OfNeed, Refusal>> {
  if (categoryId === of.need.categoryId) return ok(of)
  const category = (await categoriesOf(ctx.tx)).find((c) => c.id === categoryId)
  if (!category) return refuse("not-found", "没有这个类别", { at: "categoryId" })
  const change = { categoryId, field: category.field, desk: category.desk }
  await changeNeed(ctx.tx, of.need.id, { ...change, changedAt: ctx.now })
  await store.changeRow(ctx.tx, of.need.id, {
    desk: category.desk,
    ...(category.desk === "league" ? { open: false, assignee: null, assigneeName: null } : {}),
    changedAt: ctx.now,
  })
  await trace(ctx, of.need.id, "corrected", category.name)
  await ctx.emit("needs.changed", { needs: [of.need.id] })
  return ok({ ...of, need: { ...of.need, ...change } })
}

/** Said not to be solved: a new round at the same office, or at the desk where none of ours had it. By nobody. */
export async function beginAgain(ctx: Ctx, of: OfNeed, due: string): Promise<void> {
  const { row, need } = of
  const quiet = unseen(ctx)
  const office = row.office
    ? { kind: row.office, place: row.place ?? "", name: row.officeName ?? "" }
    : undefined
  const course = office ? await begin(quiet, of, office) : null
  await store.changeRow(ctx.tx, need.id, {
    ...(office
      ? { state: "sent", step: "accepting", sentOn: ctx.today }
      : { state: "sorting", step: null, sentOn: null, officeName: null }),
    course,
    due: course ? ((await courseById(ctx.tx, course))?.due ?? null) : due,
    acceptedOn: null,
    solvedOn: null,
    closedOn: null,
    outcome: null,
    round: row.round + 1,
    changedAt: quiet.now,
  })
  await decided(quiet, need.id, { kind: "reopened", round: row.round + 1 })
}
