import { newId, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { departmentsOn, openPosts, type UnionRow, unionByName } from "#modules/unions/index.ts"
import { correct, mark } from "./actions/attendance.ts"
import { close, recruit, run } from "./actions/life.ts"
import { reached, spend } from "./actions/money.ts"
import { draft, guide } from "./actions/plan.ts"
import { addShift } from "./actions/shifts.ts"
import { signUp, takeShift } from "./actions/volunteering.ts"
import { classesOn, projectsOf, societiesOn } from "./store.ts"
import { volunteersOf } from "./store-volunteers.ts"

/**
 * Somebody at the sample university does something at a time, by the room's own verbs. The registers begin on the
 * day that stands for today, so that day it is, whatever the time.
 */
async function act<T>(ctx: Ctx, as: Actor, at: string, served: Served, input: object): Promise<T> {
  const now = new Date(at)
  const here = { ...ctx, actor: as, now, change: newId(now.getTime()) }
  const loaded = served.load ? unwrap(await served.load(here, input)) : undefined
  const permission = served.may(as, loaded, input)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  return unwrap(await served.run(here, input, loaded)) as T
}

async function actor(ctx: Ctx, person: { number: string; name: string }): Promise<Actor> {
  const capacities = await capacitiesOf(ctx.tx, person.number, ctx.today)
  return { account: person.number, ...person, admin: false, capacities }
}

/** Somebody on a union's roster in such a post, and in this department where one is named. */
async function from(ctx: Ctx, union: UnionRow, kind: "presidium" | "head", department?: string) {
  const found = (await openPosts(ctx.tx, union.id)).find(
    (p) => p.kind === kind && p.number && (!department || p.department === department),
  )
  return found?.number ? actor(ctx, { number: found.number, name: found.name }) : undefined
}

/** Students of the register who hold no post, so many of each faculty. */
async function students(ctx: Ctx, faculties: readonly string[], each: number): Promise<Actor[]> {
  const { rows } = await ctx.tx.client.query<{ number: string; name: string }>(
    `select number, name from (
       select number, name, faculty, row_number() over (partition by faculty, grade order by number) as n from student
       where university_id = $1 and valid_to is null and level = 'undergraduate' and faculty = any($2)
         and not exists (select from post p where p.university_id = $1 and p.number = student.number)) s
     where n <= $3 order by array_position($2, faculty), number`,
    [ctx.tx.university, faculties, each],
  )
  const found: Actor[] = []
  for (const row of rows) found.push(await actor(ctx, row))
  return found
}

/** Two invented projects: one of the school's union that runs, one of a faculty's that is done. */
export async function loadSampleProjects(ctx: Ctx): Promise<void> {
  const school = await unionByName(ctx.tx, `${ctx.university.name}学生会`)
  const faculty = await unionByName(ctx.tx, "文学院学生会")
  if (!school || !faculty) return
  if ((await projectsOf(ctx.tx, [school.id, faculty.id])).length > 0) return
  const societies = (await societiesOn(ctx.tx, ctx.today)).map((s) => s.name)
  const known = {
    classes: (await classesOn(ctx.tx, ctx.today))
      .filter((c) => c.startsWith("文学院/") && !/[博硕]士/.test(c))
      .slice(0, 3),
    societies: societies.filter((s) => s === "青年志愿者协会" || s === "文学社"),
  }
  await done(ctx, faculty, school, known)
  await running(ctx, school, known)
}

interface Known {
  readonly classes: readonly string[]
  readonly societies: readonly string[]
}

const standing = { activity: false, admits: "at-once", callUntil: null }

async function running(ctx: Ctx, school: UnionRow, known: Known) {
  const chair = await from(ctx, school, "presidium")
  const head = await from(ctx, school, "head")
  if (!chair || !head) return
  const { id } = await act<{ id: string }>(ctx, head, "2025-10-20T02:00:00Z", draft, {
    unionId: school.id,
    title: "图书馆志愿导读",
    purpose: "在图书馆一楼为同学讲解检索、借还和自习座位的使用，协助整理书架，让新同学尽快用好图书馆。",
    reach: "school",
    guideDepartment: null,
    ...standing,
    ...known,
    budget: 120_000,
    wanted: 16,
    startsOn: "2025-10-27",
    endsOn: "2025-12-26",
  })
  await act(ctx, chair, "2025-10-21T02:00:00Z", recruit, { id })
  const people = await students(ctx, ["马克思主义学院", "法学院", "文学院"], 1)
  for (const p of people) await act(ctx, p, "2025-10-23T04:00:00Z", signUp, { id })
  const shifts: string[] = []
  for (const [title, day, hours] of [
    ["周六全天班", "2025-11-15", ["08:00", "22:00"]],
    ["周日上午班", "2025-11-16", ["09:00", "11:30"]],
  ] as const)
    shifts.push(
      (
        await act<{ id: string }>(ctx, head, "2025-10-24T02:00:00Z", addShift, {
          id,
          title,
          place: "湖滨校区图书馆一楼服务台",
          startsAt: `${day}T${hours[0]}:00+08:00`,
          endsAt: `${day}T${hours[1]}:00+08:00`,
          wanted: 6,
        })
      ).id,
    )
  for (const p of people.slice(0, 5))
    await act(ctx, p, "2025-10-24T21:00:00Z", takeShift, { shiftId: shifts[0], on: true })
  await act(ctx, chair, "2025-10-27T02:00:00Z", run, { id })
  await act(ctx, head, "2025-11-03T02:00:00Z", spend, {
    id,
    what: "讲解卡片印制",
    amount: 36_850,
    on: "2025-11-03",
  })
}

async function done(ctx: Ctx, faculty: UnionRow, school: UnionRow, known: Known) {
  const chair = await from(ctx, faculty, "presidium")
  const organiser = await from(ctx, faculty, "head")
  const departments = (await departmentsOn(ctx.tx, [school.id], ctx.today)).map((d) => d.name)
  const department = departments.at(-1)
  const guiding = await from(ctx, school, "head", department)
  if (!chair || !organiser || !guiding) return
  const { id } = await act<{ id: string }>(ctx, organiser, "2025-10-28T02:00:00Z", draft, {
    unionId: faculty.id,
    title: "秋季运动会志愿服务",
    purpose: "运动会开幕日清晨引导各学院入场，布置看台和饮水点，协助检录。",
    reach: "school",
    guideDepartment: department,
    ...standing,
    ...known,
    budget: 200_000,
    wanted: 40,
    startsOn: "2025-11-15",
    endsOn: "2025-11-15",
  })
  await act(ctx, guiding, "2025-10-28T06:00:00Z", guide, { id })
  await act(ctx, chair, "2025-10-29T02:00:00Z", recruit, { id })
  const people = await students(ctx, ["文学院", "马克思主义学院", "外国语学院", "历史文化学院"], 2)
  for (const p of people) await act(ctx, p, "2025-10-30T02:00:00Z", signUp, { id })
  const { id: shiftId } = await act<{ id: string }>(ctx, organiser, "2025-11-03T02:00:00Z", addShift, {
    id,
    title: "开幕日清晨班",
    place: "湖滨校区田径场",
    startsAt: "2025-11-15T06:00:00+08:00",
    endsAt: "2025-11-15T08:00:00+08:00",
    wanted: 40,
  })
  for (const p of people) await act(ctx, p, "2025-11-04T21:00:00Z", takeShift, { shiftId, on: true })
  await act(ctx, chair, "2025-11-14T20:00:00Z", run, { id })
  const volunteers = (await volunteersOf(ctx.tx, [id])).toSorted((a, b) => (a.number < b.number ? -1 : 1))
  for (const [i, v] of volunteers.entries()) {
    const one = { shiftId, volunteerId: v.id }
    if (i % 9 === 8) continue
    await act(ctx, organiser, `2025-11-14T21:${String(50 + (i % 8)).padStart(2, "0")}:00Z`, mark, {
      ...one,
      sign: "in",
    })
    if (i === 3) continue
    const left = `2025-11-${i % 3 === 0 ? "14T23:30" : "15T00:05"}:00Z`
    await act(ctx, organiser, left, mark, { ...one, sign: "out" })
  }
  const forgot = volunteers[3]
  if (forgot)
    await act(ctx, organiser, "2025-11-15T00:20:00Z", correct, {
      shiftId,
      volunteerId: forgot.id,
      minutes: 110,
      because: "离开时忘记签退，由带队负责人核实",
    })
  for (const [what, amount] of [
    ["饮用水", 86_400],
    ["引导牌制作", 54_000],
  ] as const)
    await act(ctx, organiser, "2025-11-15T00:25:00Z", spend, { id, what, amount, on: "2025-11-15" })
  await act(ctx, organiser, "2025-11-15T00:30:00Z", reached, {
    id,
    groups: [
      { faculty: "文学院", grade: 2024, people: 118 },
      { faculty: "外国语学院", grade: 2024, people: 96 },
      { faculty: "法学院", grade: 2025, people: 3 },
    ],
  })
  await act(ctx, chair, "2025-11-15T00:40:00Z", close, {
    id,
    outcome: "held",
    words: "引导二百余名同学有序入场，看台、饮水点布置及时，无安全事故。\n建议明年增设一处检录引导点。",
  })
}
