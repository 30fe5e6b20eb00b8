import { newId, unwrap } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById, moveCourse } from "#modules/courses/index.ts"
import { type Need, needsByIds, voicesOf } from "#modules/needs/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { sortedBy } from "./beginning.ts"
import * as contract from "./contract.ts"
import { handlingKind } from "./course.ts"
import type { HandlingRow } from "./handling.ts"
import { closeQuiet } from "./jobs.ts"
import { officesFor } from "./offices.ts"
import { type Deed, story } from "./sample-story.ts"
import * as store from "./store.ts"

/** The student of the sample who signs in, and raised some of the needs. */
const volunteer = { number: "202201010101", name: "罗静" }

/** What happened to the invented needs, on the days it happened. Once only, where nothing has happened to them yet. */
export async function loadSampleHandling(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.client.query<{ id: string; raisedOn: string }>(
    `select n.id, n.raised_on as "raisedOn" from need n
     join handling h on h.university_id = n.university_id and h.need_id = n.id
     where n.university_id = $1 and h.state = 'sorting' and n.raised_on < $2 order by n.nth`,
    [ctx.tx.university, "2025-11-13"],
  )
  const { rows: deeds } = await ctx.tx.client.query(
    "select from handling_deed where university_id = $1 limit 1",
    [ctx.tx.university],
  )
  if (rows.length < story.length || deeds.length > 0) return
  for (const { id, raisedOn } of rows)
    await store.changeRow(ctx.tx, id, { due: await sortedBy(ctx, raisedOn) })
  const needs = await needsByIds(
    ctx.tx,
    rows.map((r) => r.id),
  )
  const steps = story.flatMap(([title, done]) =>
    done.map(([on, deed]) => ({ need: needs.find((n) => n.title.startsWith(title)), on: dayOf(on), deed })),
  )
  // By day, so that the ledger tells them in the order they happened.
  for (const { need, on, deed } of steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    if (need) await happen({ ...ctx, today: on }, need, deed)
  await templates(ctx)
  await closeQuiet(ctx)
}

const dayOf = (on: number): string =>
  on > 100 ? `2025-10-${`${on - 100}`.padStart(2, "0")}` : `2025-11-${`${on}`.padStart(2, "0")}`

interface Person {
  readonly number: string
  readonly name: string
}

async function happen(ctx: Ctx, need: Need, deed: Deed): Promise<void> {
  const row = (await store.rowOf(ctx.tx, need.id))!
  const desk = await postAt(ctx, "union", need.unionId, "secretary")
  const { id } = need
  switch (deed.do) {
    case "send": {
      const office = (await officesFor(ctx)).find((o) => o.name === deed.office)
      if (!office) return
      const { kind, place } = office
      await does(ctx, desk, contract.send, { id, office: { kind, place }, open: !deed.closed })
      return
    }
    case "keep":
      await does(ctx, desk, contract.keep, { id, open: true })
      return
    case "decline":
      await does(ctx, desk, contract.decline, { id, because: deed.because, open: true })
      return
    case "rate":
      return rated(ctx, need, row.round, deed.solved, deed.unsolved)
    case "reopen": {
      const { because } = deed
      await does(ctx, volunteer, contract.rate, { id, solved: false, stars: 2, words: because })
      await does(ctx, volunteer, contract.reopen, { id, because })
      return
    }
    case "reply":
      await does(ctx, volunteer, contract.reply, { id, text: deed.text })
      return
    default:
      return atOffice(ctx, id, row, deed)
  }
}

type OfOffice = Exclude<Deed, { do: "send" | "keep" | "decline" | "rate" | "reopen" | "reply" }>

async function atOffice(ctx: Ctx, id: string, row: HandlingRow, deed: OfOffice): Promise<void> {
  if (!row.office || !row.course) return
  const lead = row.office === "union" ? "presidium" : "head"
  const head = await postAt(ctx, row.office, row.place ?? "", lead)
  switch (deed.do) {
    case "accept": {
      const { version } = (await courseById(ctx.tx, row.course))!.state
      const move = { kind: "pass", step: "accepted", office: row.office, version } as const
      unwrap(await moveCourse(await as(ctx, head), handlingKind, row.course, move))
      return
    }
    case "hand-back": {
      const move = { kind: "refuse", step: "accepted", because: deed.because } as const
      unwrap(await moveCourse(await as(ctx, head), handlingKind, row.course, move))
      return
    }
    case "answer":
      await does(ctx, head, contract.answer, { id, outcome: deed.outcome, text: deed.text, sign: true })
      return
    case "draft": {
      const clerk = await postAt(ctx, row.office, row.place ?? "", "clerk")
      await does(ctx, clerk, contract.answer, { id, outcome: "A", text: deed.text })
      return
    }
    case "solve":
      await does(ctx, head, contract.solve, { id, text: deed.text, sign: true })
      return
    case "ask":
      await does(ctx, head, contract.ask, { id, of: id, text: deed.text })
      return
    case "note":
      await does(ctx, head, contract.note, { id, text: deed.text })
  }
}

/** Some of those who raised it or joined it speak, under the marks of their voices. */
async function rated(ctx: Ctx, need: Need, round: number, solved: number, unsolved: number): Promise<void> {
  const total = (await voicesOf(ctx.tx, [need.id])).get(need.id)?.total ?? 0
  const { rows } = await ctx.tx.client.query<{ tag: string }>(
    "select tag from need_voice where university_id = $1 and need_id = $2 order by tag limit $3",
    [ctx.tx.university, need.id, Math.min(total, solved + unsolved)],
  )
  for (const [i, { tag }] of rows.entries()) {
    const yes = i < solved
    const stars = yes ? 4 + (i % 2) : 1 + (i % 2)
    const said = { needId: need.id, round, tag, solved: yes, stars, words: "", onDay: ctx.today }
    await store.insertRating(ctx.tx, said)
  }
}

async function templates(ctx: Ctx): Promise<void> {
  const union = (await unionsOf(ctx.tx)).find((u) => u.level === "school" && u.kind === "undergraduate")
  if (!union) return
  const desk = await postAt(ctx, "union", union.id, "secretary")
  const own = [
    ["已转承办单位", "您好，您反映的问题已转有关单位办理，答复期限和进展可以在“我的诉求”查看。"],
    ["请补充情况", "您好，为便于核实，请补充发生的时间、地点和大致情况；您的身份不会告诉承办单位。"],
  ] as const
  for (const [name, text] of own)
    await does(ctx, desk, contract.saveTemplate, { at: `union:${union.id}`, name, text })
  const head = await postAt(ctx, "service", "后勤保障处", "head")
  await does(ctx, head, contract.saveTemplate, {
    at: "office:service:后勤保障处",
    name: "报修已完成",
    text: "您好，您报修的问题已经处理完毕，请查看；仍有问题的，可以选择没有解决，我们继续处理。",
  })
}

async function postAt(ctx: Ctx, office: string, place: string, post: string): Promise<Person> {
  const { rows } = await ctx.tx.client.query<Person>(
    `select h.number, h.name from office_holder h
     join office o on o.university_id = h.university_id and o.id = h.office_id
     where h.university_id = $1 and h.post = $4 and h.valid_to is null
       and case when $2 = 'union' then h.union_id = $3 else o.kind = $2 and o.scope_id = $3 and h.union_id is null end
     union all
     select number, name from post
     where university_id = $1 and $2 = 'union' and union_id = $3 and kind = $4 and number is not null and valid_to is null
     order by 1 limit 1`,
    [ctx.tx.university, office, place, post],
  )
  if (!rows[0]) throw new Error(`the sample has no ${post} of ${office} ${place}`)
  return rows[0]
}

let minute = 0

/** As somebody at the sample university, on a day, a minute after the deed before. */
async function as(ctx: Ctx, who: Person): Promise<Ctx> {
  // The posts of the sample are on record from its own day on.
  const capacities = await capacitiesOf(ctx.tx, who.number, ctx.world.today(ctx.university))
  const actor: Actor = { account: "sample", ...who, admin: false, capacities }
  const now = new Date(new Date(`${ctx.today}T09:00:00+08:00`).getTime() + 60_000 * (minute++ % 400))
  return { ...ctx, actor, now, change: newId(now.getTime()), unnamed: () => {}, note: () => {} }
}

async function does<C extends Contract>(
  ctx: Ctx,
  who: Person,
  of: C,
  input: z.input<C["input"]>,
): Promise<void> {
  const at = await as(ctx, who)
  const served = at.world.modules.flatMap((m) => m.served).find((s) => s.contract === of)!
  const parsed = of.input.parse(input)
  const loaded = served.load ? unwrap(await served.load(at, parsed)) : undefined
  const permission = served.may(at.actor, loaded, parsed)
  if ("refusal" in permission) throw new Error(`${of.name}: ${permission.refusal.because}`)
  unwrap(await served.run(at, parsed, loaded))
}
