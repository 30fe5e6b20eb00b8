import { type Day, newId, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { accountByNumber } from "#modules/accounts/index.ts"
import { courseById, moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf, leadershipOn } from "#modules/offices/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { openPosts, type UnionRow, unionByName } from "#modules/unions/index.ts"
import { propose } from "./actions/propose.ts"
import { appoint } from "./actions/staff.ts"
import { usualAgenda } from "./agenda.ts"
import { kindFor } from "./course-kinds.ts"
import { assembliesOf } from "./store.ts"
import type { Duty } from "./team.ts"

interface Person {
  readonly number: string
  readonly name: string
}

/** As a person did it on an earlier day, in the posts of today. */
async function on(ctx: Ctx, who: Person, day: Day): Promise<Ctx> {
  const account = (await accountByNumber(ctx.tx, who.number))?.id ?? who.number
  const capacities = await capacitiesOf(ctx.tx, who.number, ctx.today)
  const actor: Actor = { account, number: who.number, name: who.name, admin: false, capacities }
  return { ...ctx, actor, today: day, now: new Date(`${day}T02:00:00Z`), change: newId() }
}

async function act<T>(ctx: Ctx, served: Served, input: object): Promise<T> {
  const parsed = served.contract.input.parse(input)
  const loaded = served.load ? unwrap(await served.load(ctx, parsed)) : undefined
  const permission = served.may(ctx.actor, loaded, parsed)
  if ("refusal" in permission) throw new Error(`${served.contract.name}: ${permission.refusal.because}`)
  return unwrap(await served.run(ctx, parsed, loaded)) as T
}

/** Undergraduates of a faculty without a post and no candidates, in the register's order. */
async function students(ctx: Ctx, union: UnionRow): Promise<Person[]> {
  const candidates = (await candidatesOf(ctx.tx, union.id, ctx.today)).map((c) => c.number)
  const { rows } = await ctx.tx.client.query<Person>(
    `select number, name from student s
     where university_id = $1 and valid_to is null and level = 'undergraduate' and faculty = $2
       and number <> all($3) and not exists (select from post p where p.university_id = $1 and p.number = s.number)
     order by md5(number) limit 30`,
    [ctx.tx.university, union.faculty, candidates],
  )
  return rows
}

/** The congress of 文学院学生会 under preparation: agreed to, its committee set up, its bodies named. Once only. */
export async function loadSampleAssembly(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "文学院学生会")
  if (!union || (await assembliesOf(ctx.tx, [union.id])).length > 0) return
  const { holders, designated } = await leadershipOn(ctx.tx, ctx.university, ctx.today)
  const head = (office: string) =>
    holders.find((h) => h.office === office && h.post === "head" && h.faculty === union.faculty)
  const [league, party, deputy] = [head("faculty-league"), head("faculty-party"), designated[0]]
  const posts = (await openPosts(ctx.tx, union.id)).filter((p) => p.kind === "presidium" && p.number)
  const presidium = posts.map((p): Person => ({ number: p.number!, name: p.name }))
  const [proposer] = presidium
  const others = await students(ctx, union)
  if (!league || !party || !deputy || !proposer || others.length < 20) return

  const { id, course } = await act<{ id: string; course: string }>(
    await on(ctx, proposer, "2025-11-03"),
    propose,
    {
      union: union.id,
      name: `${ctx.university.name}文学院第八次学生代表大会`,
      day: "2025-12-20",
      time: "14:00",
      place: "文学院报告厅",
      theme: "凝聚青春力量，服务同学成长",
      agenda: [...usualAgenda("congress", union.name)],
    },
  )
  const pass = async (who: Person, day: Day, step: string, office: string, says?: Record<string, string>) => {
    const { version } = (await courseById(ctx.tx, course))!.state
    const move = { kind: "pass" as const, step, office, version, ...(says ? { says } : {}) }
    unwrap(await moveCourse(await on(ctx, who, day), kindFor("faculty"), course, move))
  }
  await pass(league, "2025-11-04", "reviewed", "faculty-league")
  await pass(party, "2025-11-07", "approved", "faculty-party", { reply: "文院党〔2025〕21号" })
  await pass(deputy, "2025-11-11", "reported-up", "school-league")

  const today = await on(ctx, proposer, ctx.today)
  const give = (duty: Duty, lead: boolean, people: readonly Person[], basis: string) =>
    act(today, appoint, { assembly: id, duty, lead, people: people.map((p) => p.number), basis })
  await give("preparatory", true, [league], "学院团组织提名，学院党组织同意")
  await give("preparatory", false, [...presidium, ...others.slice(0, 2)], "学院团组织提名，学院党组织同意")
  await pass(league, ctx.today, "committee", "faculty-league")
  await give("credentials", true, [others[2]!], "筹备委员会决定")
  await give("credentials", false, others.slice(3, 6), "筹备委员会决定")
  await give("scrutineer", true, [others[6]!], "各代表团推荐，提交大会通过")
  await give("scrutineer", false, others.slice(7, 9), "各代表团推荐，提交大会通过")
  await give("teller", false, others.slice(9, 11), "各代表团推荐，提交大会通过")
  await give("proposals", true, [others[11]!], "筹备委员会决定")
  await give("steward", false, others.slice(12, 16), "筹备委员会招募")
}
