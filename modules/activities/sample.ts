import { newId, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { coursesBetween } from "#modules/courses/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { classesOn, reviewProcedure, societiesOn } from "#modules/projects/index.ts"
import { openPosts, type UnionRow, unionByName } from "#modules/unions/index.ts"
import { open } from "./actions/life.ts"
import { draft } from "./actions/plan.ts"
import { signUp } from "./actions/signing.ts"
import { kindOf } from "./audience.ts"
import { draftsOf } from "./store.ts"
import { addLines } from "./store-attendance.ts"
import { putDown } from "./store-people.ts"
import { addRating } from "./store-rating.ts"

/** Somebody at the sample university does something, by the room's own verbs, on the day that stands for today. */
async function act<T>(ctx: Ctx, as: Actor, served: Served, input: object): Promise<T> {
  const here = { ...ctx, actor: as, change: newId() }
  const loaded = served.load ? unwrap(await served.load(here, input)) : undefined
  const permission = served.may(as, loaded, input)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  return unwrap(await served.run(here, input, loaded)) as T
}

async function presidiumOf(ctx: Ctx, union: UnionRow): Promise<Actor | undefined> {
  const post = (await openPosts(ctx.tx, union.id)).find((p) => p.kind === "presidium" && p.number)
  if (!post?.number) return undefined
  const { number, name } = post
  const capacities = await capacitiesOf(ctx.tx, number, ctx.today)
  return { account: number, number, name, admin: false, capacities }
}

interface Student {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  readonly level: string
  readonly className: string | null
}

/** Undergraduates without a post, more of some faculties than of others; the known volunteer is the first. */
async function students(ctx: Ctx, most: number): Promise<Student[]> {
  const { rows } = await ctx.tx.client.query<Student>(
    `select number, name, faculty, grade, level, "className" from (
       select number, name, faculty, grade, level, class_name as "className",
         row_number() over (partition by faculty order by md5(number)) as n,
         dense_rank() over (order by faculty) as f
       from student where university_id = $1 and valid_to is null and level = 'undergraduate'
         and not exists (select from post p where p.university_id = $1 and p.number = student.number)) s
     where n <= $2 order by number <> '202201010101', n * (1 + (f * 5) % 7), f`,
    [ctx.tx.university, most],
  )
  return rows
}

const asActor = (s: Student): Actor => ({
  account: s.number,
  number: s.number,
  name: s.name,
  admin: false,
  capacities: [],
})

/** Four invented activities: one held, one with places, one that is full, one that waits for its review. */
export async function loadSampleActivities(ctx: Ctx): Promise<void> {
  const school = await unionByName(ctx.tx, `${ctx.university.name}学生会`)
  const letters = await unionByName(ctx.tx, "文学院学生会")
  const chair = school && (await presidiumOf(ctx, school))
  const reader = letters && (await presidiumOf(ctx, letters))
  if (!school || !letters || !chair || !reader) return
  if ((await draftsOf(ctx.tx, [letters.id])).length > 0) return
  const requests = await coursesBetween(ctx.tx, [reviewProcedure], "2025-09-01", ctx.today)
  const requestOf = (title: string) => requests.find((r) => r.title === title)?.id
  const known = await groundOf(ctx)
  const plan = (title: string) => ({ ...usual, ...known, title, requestId: requestOf(title) ?? null })
  if (!requestOf("迎新辩论赛") || !requestOf("校园歌手夜") || !requestOf("朋辈学习沙龙")) return

  const make = async (host: UnionRow, by: Actor, input: object, opened = true): Promise<string> => {
    const { id } = await act<{ id: string }>(ctx, by, draft, { union: host.id, ...input })
    if (opened) await act(ctx, by, open, { id })
    return id
  }
  const everyone = await students(ctx, 24)
  await held(ctx, await make(school, chair, { ...plan("迎新辩论赛"), ...debate }), everyone)
  const singing = await make(school, chair, { ...plan("校园歌手夜"), ...singers })
  for (const s of everyone.slice(0, 63)) await act(ctx, asActor(s), signUp, { id: singing })
  const talking = await make(school, chair, { ...plan("朋辈学习沙龙"), ...salon })
  for (const s of [...everyone.slice(20, 33), everyone[0]!, ...everyone.slice(33, 36)])
    await act(ctx, asActor(s), signUp, { id: talking })
  await make(letters, reader, { ...plan("文学院读书月开幕"), ...reading }, false)
}

async function groundOf(ctx: Ctx) {
  const societies = (await societiesOn(ctx.tx, ctx.today)).map((s) => s.name)
  return {
    classes: (await classesOn(ctx.tx, ctx.today))
      .filter((c) => c.startsWith("文学院/") && !/[博硕]士/.test(c))
      .slice(0, 4),
    societies: societies.filter((s) => /文学社|青年志愿者协会/.test(s)),
  }
}

const usual = {
  audience: { who: "union", faculties: [], grades: [] },
  places: null,
  opensAt: "2025-11-10T08:00:00+08:00",
  closesAt: null,
  signOffUntil: null,
  walkIns: true,
  early: 30,
  projectId: null,
}

const debate = {
  purpose: "八支院系代表队同台，请新同学来听、来问，学会提出好问题。",
  place: "图书馆报告厅",
  startsAt: "2025-10-25T14:00:00+08:00",
  endsAt: "2025-10-25T17:30:00+08:00",
  places: 150,
  opensAt: "2025-10-16T08:00:00+08:00",
  closesAt: "2025-10-24T18:00:00+08:00",
}
const singers = {
  purpose: "各班推荐歌手，音乐社团伴奏，唱自己的歌。",
  place: "大学生活动中心剧场",
  startsAt: "2025-11-22T18:30:00+08:00",
  endsAt: "2025-11-22T21:00:00+08:00",
  places: 400,
  closesAt: "2025-11-21T18:00:00+08:00",
}
const salon = {
  purpose: "高年级同学带着复习计划来，十二个人围坐，说说期末怎么安排。",
  place: "图书馆研讨室201",
  startsAt: "2025-11-19T19:00:00+08:00",
  endsAt: "2025-11-19T20:30:00+08:00",
  places: 12,
  walkIns: false,
  signOffUntil: "2025-11-19T12:00:00+08:00",
}
const reading = {
  purpose: "邀请本院教师领读，每班推荐两名同学分享。",
  place: "文学院报告厅",
  startsAt: "2025-11-21T19:00:00+08:00",
  endsAt: "2025-11-21T20:30:00+08:00",
  places: 90,
}

/** What was left of an afternoon in October: who had signed up, who came, what they thought of it. */
async function held(ctx: Ctx, id: string, everyone: readonly Student[]): Promise<void> {
  const at = new Date("2025-10-25T05:55:00Z")
  const signed = everyone.slice(0, 90)
  for (const { level: _, ...s } of signed)
    await putDown(ctx.tx, { ...s, activityId: id, state: "accepted", at: new Date("2025-10-18T04:00:00Z") })
  const came = [...signed.filter((_, i) => i % 9 !== 5), ...everyone.slice(90, 104)]
  await addLines(
    ctx.tx,
    came.map(({ number, name, faculty, grade, level }) => ({
      number,
      name,
      faculty,
      grade,
      kind: kindOf(level),
    })),
    { activityId: id, what: "in", by: "code", because: null, importId: null, byName: null, at },
  )
  const remarks = ["评委点评很实在，希望下次留更多提问时间。", "座位离台上有些远，后排听不清。"]
  for (const [i, s] of came.slice(1, 24).entries())
    await addRating(ctx.tx, {
      activityId: id,
      number: s.number,
      stars: [5, 4, 5, 5, 4, 3, 4, 5][i % 8]!,
      words: remarks[i] ?? null,
    })
}
