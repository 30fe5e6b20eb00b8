import { dayOf, newId, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById, moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf, leadershipOn } from "#modules/offices/index.ts"
import { openPosts, unionByName } from "#modules/unions/index.ts"
import { pass } from "./actions/passing.ts"
import { correct, save, submit } from "./actions/writing.ts"
import type { Written } from "./check.ts"
import { classGroups } from "./reach-store.ts"
import { reviewKind } from "./reviewing.ts"
import { collecting, insurance, insuranceCorrected, study } from "./sample-texts.ts"
import { noticeById } from "./store.ts"

interface Person {
  readonly number: string
  readonly name: string
}

/** The call as somebody makes it at a time. The registers begin on the day that stands for today; posts are that day's. */
async function at(ctx: Ctx, who: Person, time: string): Promise<Ctx> {
  const now = new Date(time)
  const capacities = await capacitiesOf(ctx.tx, who.number, ctx.today)
  const actor: Actor = { account: who.number, number: who.number, name: who.name, admin: false, capacities }
  return { ...ctx, actor, now, today: dayOf(now), change: newId(now.getTime()) }
}

async function act<T>(here: Ctx, served: Served, input: object): Promise<T> {
  const loaded = served.load ? unwrap(await served.load(here, input)) : undefined
  const permission = served.may(here.actor, loaded, input)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  return unwrap(await served.run(here, input, loaded)) as T
}

async function handedIn(here: Ctx, office: string, written: Written): Promise<string> {
  const from = here.actor.capacities.find((c) => c.office === office)!
  const { id } = await act<{ id: string }>(here, save, { from: { office, place: from.scope.id }, ...written })
  await act(here, submit, { id })
  return id
}

async function approve(here: Ctx, id: string): Promise<void> {
  const notice = await noticeById(here.tx, id)
  const course = await courseById(here.tx, notice!.course!)
  unwrap(
    await moveCourse(here, reviewKind, course!.id, {
      kind: "pass",
      step: "reviewed",
      office: "school-league",
      version: course!.state.version,
    }),
  )
}

/** Three invented notices: one passed down and read, one in review, one corrected. Does nothing where there are any. */
export async function loadSampleNotices(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.client.query("select from notice where university_id = $1 limit 1", [
    ctx.tx.university,
  ])
  const { designated, holders } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  const head = holders.find((h) => h.office === "school-league" && h.post === "head")
  const affairs = holders.find((h) => h.office === "student-affairs" && h.post === "head")
  const deputy = designated[0]
  const school = await unionByName(ctx.tx, `${ctx.university.name}学生会`)
  const chair = school && (await openPosts(ctx.tx, school.id)).find((p) => p.kind === "presidium" && p.number)
  if (rows.length > 0 || !deputy || !head || !affairs || !chair?.number) return
  const union = { number: chair.number, name: chair.name }

  const day = await handedIn(await at(ctx, deputy, "2025-11-03T01:00:00Z"), "school-league", study)
  await approve(await at(ctx, head, "2025-11-03T07:30:00Z"), day)
  await passedDown(ctx, day)
  await read(ctx, day, 100, 62)

  const insured = await handedIn(await at(ctx, affairs, "2025-11-06T02:00:00Z"), "student-affairs", insurance)
  await approve(await at(ctx, deputy, "2025-11-07T01:10:00Z"), insured)
  await act(await at(ctx, affairs, "2025-11-12T02:00:00Z"), correct, { id: insured, ...insuranceCorrected })
  await approve(await at(ctx, deputy, "2025-11-12T06:00:00Z"), insured)
  await read(ctx, insured, 80, 40)

  await handedIn(await at(ctx, union, "2025-11-14T03:00:00Z"), "union", collecting)
}

/** 文学院 told its classes, and most of them their students. */
async function passedDown(ctx: Ctx, id: string): Promise<void> {
  const faculty = "文学院"
  const { rows } = await ctx.tx.client.query<Person>(
    `select h.number, h.name from office_holder h join office o on o.university_id = h.university_id and o.id = h.office_id
     where h.university_id = $1 and o.kind = 'faculty-league' and o.scope_name = $2 and h.post = 'head' and h.valid_to is null`,
    [ctx.tx.university, faculty],
  )
  if (!rows[0]) return
  const league = { ...(await at(ctx, rows[0], "2025-11-15T01:00:00Z")) }
  const told = { id, faculty, how: "meeting" } as const
  await act(league, pass, { ...told, classNames: [], onDay: "2025-11-05", note: "班长、团支书会议" })
  const classes = [
    ...new Set((await classGroups(ctx.tx, ctx.today, faculty)).map((g) => g.className)),
  ].toSorted()
  const early = classes.filter((_, n) => n % 4 !== 3)
  await act(league, pass, { ...told, classNames: early, onDay: "2025-11-10", note: "各班主题团日" })
}

/**
 * Students who opened and confirmed it, chosen by their number: of `of` in a hundred more or less by faculty, and of
 * those so many confirmed. Invented, and written at once.
 */
async function read(ctx: Ctx, id: string, of: number, confirmed: number): Promise<void> {
  await ctx.tx.client.query(
    `insert into notice_opening (university_id, notice_id, number, faculty, class_name, at, seen, confirmed, confirmed_on)
     select $1, n.id, s.number, s.faculty, s.class_name, n.published_at + make_interval(mins => 5 + (hashtext(s.number || 'm') & 8191) * (hashtext(s.number || 'm') & 8191) / 8191),
       n.live, case when (hashtext(s.number || 'c') & 127) < $4 then n.live end,
       case when (hashtext(s.number || 'c') & 127) < $4 then $5 end
     from student s, notice n
     where s.university_id = $1 and n.university_id = $1 and n.id = $2 and s.valid_to is null
       and (cardinality(n.grades) = 0 or s.grade = any(n.grades))
       and (hashtext(s.number) & 127) < $3 * (60 + (hashtext(s.faculty) & 31)) / 100`,
    [ctx.tx.university, id, of, confirmed, ctx.today],
  )
}
