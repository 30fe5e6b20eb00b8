import { type Day, newId, type Refusal, type Result, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import { keepFile } from "#kit/server/files.ts"
import type { Ctx } from "#kit/server/world.ts"
import { accountByNumber } from "#modules/accounts/index.ts"
import { courseById, moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf, leadershipOn } from "#modules/offices/index.ts"
import { openPosts, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { insertMark, insertSpending, keepSummary } from "./after-store.ts"
import { amendRequest, courseKindOf, type Filed, fileRequest } from "./filing.ts"
import { sampleRequests as texts } from "./sample-texts.ts"
import { changeRequest, requestById } from "./store.ts"

/** A handful of invented requests in every state, as of the sample's day. Does nothing where there are any. */
export async function loadSampleRequests(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.client.query("select from request where university_id = $1 limit 1", [
    ctx.tx.university,
  ])
  const unions = await unionsOf(ctx.tx)
  const school = unions.find((u) => u.level === "school" && u.kind === "undergraduate")
  const letters = unions.find((u) => u.faculty === "文学院")
  const { designated, holders } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  const deputy = designated[0]
  const head = holders.find((h) => h.office === "school-league" && h.post === "head")
  const chair = school && (await presidiumOf(ctx, school))
  if (rows.length > 0 || !school || !deputy || !head || !chair) return
  const asks = (day: Day) => on(ctx, chair, day)
  const reviews = (day: Day) => on(ctx, deputy, day)

  const debate = await filed(await asks("2025-10-13"), school, texts.debate)
  await pass(await reviews("2025-10-15"), debate, "按报告厅核定人数入场；结束后恢复场地原状")
  await summarize(await asks("2025-10-29"), debate)
  const boards = await filed(await asks("2025-10-13"), school, texts.boards)
  await pass(await reviews("2025-10-15"), boards, "")
  await pay(await asks("2025-10-24"), boards)
  for (const text of [texts.salon, texts.singers]) {
    const activity = await filed(await asks("2025-11-03"), school, text)
    await pass(await reviews("2025-11-05"), activity, "")
  }
  const visit = await filed(await asks("2025-11-12"), school, texts.visit)
  await pass(await reviews("2025-11-13"), visit, "同意，注意途中安全")
  const run = await filed(await asks("2025-11-05"), school, texts.run)
  await pass(await reviews("2025-11-07"), run, "")
  const { run: before } = texts
  const fields = { ...before.fields, venue: "东校区田径场", participants: 260 }
  const change = { fields, files: [], because: "西校区田径场检修，改在东校区" }
  unwrap(await amendRequest(await asks("2025-11-13"), run, change))
  const merge = await filed(await asks("2025-11-10"), school, texts.merge)
  await pass(await reviews("2025-11-12"), merge, "")
  const leads = await on(ctx, head, "2025-11-12")
  await insertMark(ctx.tx, {
    id: newId(),
    requestId: merge,
    major: true,
    because: "涉及工作机构调整",
    onDay: leads.today,
    byName: leads.actor.name,
  })
  await filed(await asks("2025-11-14"), school, texts.notice)
  const reader = letters && (await presidiumOf(ctx, letters))
  if (letters && reader) await filed(await on(ctx, reader, "2025-11-13"), letters, texts.reading)
}

interface Person {
  readonly number: string
  readonly name: string
}

async function presidiumOf(ctx: Ctx, union: UnionRow): Promise<Person | undefined> {
  const posts = (await openPosts(ctx.tx, union.id)).filter((p) => p.kind === "presidium" && p.number !== null)
  // Somebody who can sign in sees the requests as his or her own.
  for (const p of posts)
    if (await accountByNumber(ctx.tx, p.number!)) return { number: p.number!, name: p.name }
  return posts[0] && { number: posts[0].number!, name: posts[0].name }
}

/** The same work as a person did it on an earlier day. */
async function on(ctx: Ctx, who: Person, day: Day): Promise<Ctx> {
  const account = (await accountByNumber(ctx.tx, who.number))?.id ?? ""
  const capacities = await capacitiesOf(ctx.tx, who.number, ctx.today)
  const actor: Actor = { account, number: who.number, name: who.name, admin: false, capacities }
  return { ...ctx, actor, today: day, now: new Date(`${day}T02:00:00Z`), change: newId() }
}

const filed = async (ctx: Ctx, union: UnionRow, request: Filed): Promise<string> =>
  unwrap(await fileRequest(ctx, union, request)).id

async function pass(ctx: Ctx, id: string, conditions: string): Promise<void> {
  const course = (await courseById(ctx.tx, id))!
  const row = (await requestById(ctx.tx, id))!
  const done: Result<unknown, Refusal> = await moveCourse(ctx, courseKindOf(row.kind), id, {
    kind: "pass",
    step: "reviewed",
    office: "school-league",
    version: course.state.version,
    says: { conditions },
  })
  unwrap(done)
}

async function summarize(ctx: Ctx, id: string): Promise<void> {
  const row = (await requestById(ctx.tx, id))!
  await keepSummary(ctx.tx, {
    requestId: id,
    heldOn: row.onDay,
    ...texts.summary,
    files: [],
    onDay: ctx.today,
    byName: ctx.actor.name,
    at: ctx.now,
  })
  await changeRequest(ctx.tx, id, { summarizedOn: ctx.today })
}

async function pay(ctx: Ctx, id: string): Promise<void> {
  const bytes = new TextEncoder().encode("品名,数量,金额\n展板,6,720.00\n")
  const receipt = await keepFile(ctx.tx, {
    name: "展板采购明细.csv",
    type: "text/csv",
    bytes,
    by: ctx.actor.account || null,
    at: ctx.now,
  })
  await insertSpending(ctx.tx, {
    id: newId(),
    requestId: id,
    what: "展板制作",
    amount: 72_000,
    onDay: ctx.today,
    fileId: receipt.id,
    strikes: null,
    byName: ctx.actor.name,
    at: ctx.now,
  })
}
