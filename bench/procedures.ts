import { newId, unwrap, weekdays } from "@qiaoliang/basics"
import { advance, begin, type Case, type Move, type Mover, type State } from "@qiaoliang/procedure"
import pg from "pg"
import { modules } from "#apps/server/modules.ts"
import { type Actor, type Capacity, nobody } from "#kit/server/actor.ts"
import { migrateAll } from "#kit/server/migrate.ts"
import { type Ctx, type University, World } from "#kit/server/world.ts"
import { testKind } from "#modules/courses/build.ts"
import { batch } from "#modules/courses/contract.ts"
import { beginCourse, coursesModule, inboxItems, kindsOf, moveCourse } from "#modules/courses/index.ts"
import { addUniversity, asOf, type Ground } from "./product.ts"
import { interleaved, type Line, median, ratio, timed } from "./report.ts"

const kind = testKind()
const faculty = "f1"
const post = (office: string, id: string, of: "university" | "faculty"): Capacity => ({
  office,
  officeId: office,
  officeName: office,
  scope: { kind: of, id, name: id },
  post: "head",
  title: "书记",
})
const person = (number: string, ...capacities: Capacity[]): Actor => ({
  ...nobody,
  account: number,
  number,
  name: number,
  capacities,
})

/** Courses: moving one that is long, an inbox over many, a decision over a stack. */
export async function procedureLines(ground: Ground, rounds: number): Promise<Line[]> {
  const { url } = await ground.database()
  const rooms = modules.map((m) => (m.name === "courses" ? coursesModule([kind]) : m))
  await migrateAll(url, rooms)
  const world = new World({
    url,
    modules: rooms,
    identify: async () => null,
    clock: () => new Date(`${asOf}T02:00:00Z`),
  })
  const plain = new pg.Client({ connectionString: url })
  plain.on("error", () => {}) // the server was stopped by a signal: its queries say so themselves
  await plain.connect()
  try {
    const of = await addUniversity(world, "办理大学")
    return [
      ...pureLines(rounds),
      ...(await lengthLines(world, of, rounds)),
      ...(await inboxLines(world, of, plain, rounds)),
      ...(await batchLines(world, of, rounds)),
    ]
  } finally {
    await plain.end()
    await world.close()
  }
}

const league = person("F1", post("faculty-league", faculty, "faculty"))
const onward: Move = {
  kind: "pass",
  step: "recommended",
  office: "faculty-league",
  version: "v1",
  says: { conduct: "品行端正" },
}

const start = (ctx: Ctx, title: string) =>
  beginCourse(ctx, kind, {
    subject: newId(),
    title,
    version: "v1",
    about: ["S1"],
    places: { "faculty-league": faculty },
    applicant: { number: "S1", name: "甲" },
  })

/** Moves between the first two steps, forth and back. */
function moveAt(ctx: Ctx, n: number): Move {
  return n % 2 === 0
    ? onward
    : { kind: "return", step: "reviewed", to: "recommended", because: `第${n}次退回，${ctx.today}` }
}

function pureLines(rounds: number): Line[] {
  const mover: Mover = { number: "F1", holds: [{ office: "faculty-league", place: faculty }] }
  const back: Mover = { number: "L1", holds: [{ office: "school-league", place: "u" }] }
  const c: Case = {
    procedure: kind.procedure,
    places: { "faculty-league": faculty, "school-league": "u" },
    about: [],
    applicant: "S1",
  }
  const today = { on: asOf, works: weekdays }
  const walked = (moves: number): State => {
    let s = begin(c, "v1", asOf)
    for (let i = 0; i < moves; i++)
      s = unwrap(
        i % 2 === 0
          ? advance(c, s, onward, mover, today)
          : advance(
              c,
              s,
              { kind: "return", step: "reviewed", to: "recommended", because: "退回" },
              back,
              today,
            ),
      )
    return s
  }
  const [short, long] = [walked(10), walked(1000)]
  const many = (s: State) => {
    const before = performance.now()
    for (let i = 0; i < 20_000; i++) unwrap(advance(c, s, onward, mover, today))
    return performance.now() - before
  }
  const times = Array.from({ length: rounds * 8 }, (_, i) =>
    // Each first in its turn, so that neither has the warmer machine.
    i % 2 === 0 ? { long: many(long), short: many(short) } : { short: many(short), long: many(long) },
  ).slice(2)
  return [
    ratio(
      "advance, pure, after 1,000 moves ÷ after 10 (20,000 times)",
      median(times.map((t) => t.long)),
      median(times.map((t) => t.short)),
      1.2,
    ),
  ]
}

async function lengthLines(world: World, of: University, rounds: number): Promise<Line[]> {
  const ids = { long: "", short: "" }
  const committee = (of: University) => person("L1", post("school-league", of.id, "university"))
  const walk = async (id: string, from: number, to: number) => {
    for (let n = from; n < to; n++)
      await world.within(of, n % 2 === 0 ? league : committee(of), async (ctx) =>
        unwrap(await moveCourse(ctx, kind, id, moveAt(ctx, n))),
      )
  }
  await world.within(of, league, async (ctx) => {
    ids.long = (await start(ctx, "长")).id
    ids.short = (await start(ctx, "短")).id
  })
  await walk(ids.long, 0, 1000)
  await walk(ids.short, 0, 10)
  let n = 1000
  const took = await interleaved(rounds * 20, {
    long: () => timed(() => walk(ids.long, n, n + 2)),
    short: async () => {
      // The short course stays short: what it did is taken back by the transaction.
      const before = performance.now()
      await walk(ids.short, n - 990, n - 988)
      n += 2
      return performance.now() - before
    },
  })
  return [
    ratio("two moves of a course of 1,000 ÷ of one of 10, saved and recorded", took.long, took.short, 1.2),
  ]
}

async function inboxLines(world: World, of: University, plain: pg.Client, rounds: number): Promise<Line[]> {
  await world.within(of, league, async (ctx) => {
    const first = await start(ctx, "样")
    // The same row many times over, in forty faculties: what an inbox reads is one faculty's.
    await ctx.tx.client.query(
      `insert into course (university_id, id, procedure, edition, subject, title, places, about, applicant,
                           applicant_name, state, status, since, due, opened_on)
       select university_id, id || '-' || n, procedure, edition, subject || n, title || n,
              jsonb_set(places, '{faculty-league}', to_jsonb('f' || n % 400)), about, applicant, applicant_name,
              state, status, since, due, opened_on
       from course, generate_series(1, 50000) n where university_id = $1 and id = $2`,
      [of.id, first.id],
    )
    await ctx.tx.client.query(
      `insert into course_waiting (university_id, course_id, office, place, only_mark, due, since)
       select university_id, course_id || '-' || n, office, 'f' || n % 400, only_mark, due, since
       from course_waiting, generate_series(1, 50000) n where university_id = $1 and course_id = $2`,
      [of.id, first.id],
    )
  })
  await plain.query("analyze course")
  await plain.query("analyze course_waiting")
  const items = inboxItems(kindsOf([kind]))
  let count = 0
  const took = await interleaved(rounds * 10, {
    inbox: () =>
      timed(async () => {
        count = (await world.within(of, league, items)).length
      }),
    select: () =>
      timed(async () => {
        await plain.query("begin")
        await plain.query("select set_config('qiaoliang.university', $1, true)", [of.id])
        await plain.query(
          `select c.* from course_waiting w join course c on c.university_id = w.university_id and c.id = w.course_id
           where w.university_id = $1 and w.office = 'faculty-league' and w.place = $2 order by w.due limit 200`,
          [of.id, faculty],
        )
        await plain.query("commit")
      }),
  })
  return [
    ratio(
      "inbox over 50,000 open courses ÷ SELECT of the same rows",
      took.inbox,
      took.select,
      3,
      `${count} items`,
    ),
  ]
}

async function batchLines(world: World, of: University, rounds: number): Promise<Line[]> {
  const served = world.modules.find((m) => m.name === "courses")?.served.find((s) => s.contract === batch)
  if (!served) throw new Error("courses.batch is not served")
  const opened = (count: number) =>
    world.within(of, league, async (ctx) => {
      const ids: string[] = []
      for (let i = 0; i < count; i++) ids.push((await start(ctx, `批${i}`)).id)
      return ids
    })
  const decide = async (ids: string[]) => {
    const input = { ids, decision: "pass", says: { conduct: "品行端正" }, exceptions: [] }
    unwrap(await world.serve(served, of, league, input))
  }
  const took = await interleaved(rounds, {
    batch: async () => {
      const ids = await opened(200)
      return timed(() => decide(ids))
    },
    single: async () => {
      const ids = await opened(20)
      const each = await timed(async () => {
        for (const id of ids) await decide([id])
      })
      return each * 10
    },
  })
  return [ratio("200 decisions in one transaction ÷ 200 one by one", took.batch, took.single, 1)]
}
