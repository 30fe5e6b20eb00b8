import { chineseDay, newId, ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayPrepare, type OfAssembly } from "#modules/assembly/index.ts"
import { beginCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import { candidatesOf } from "#modules/selection/index.ts"
import { openPosts } from "#modules/unions/index.ts"
import { smallFaculty } from "#policy/practice/congress-rules.ts"
import { mayPropose } from "../abilities.ts"
import * as contract from "../contract.ts"
import { kindFor } from "../kinds.ts"
import * as lists from "../lists.ts"
import { mayChangeSeats, theListHeld, theSeats } from "../load.ts"
import { enrolled, facultyStudents, societiesOn } from "../register.ts"
import { type Seated, seat } from "../seating.ts"
import { delegatesOf } from "../store.ts"

/** 6.4: a society names its own; its guide agrees, and they are published. */
export const propose = action(contract.propose, {
  load: async (ctx, input) => {
    const of = await theListHeld(ctx, input)
    if (!of.ok) return of
    const society = (await societiesOn(ctx.tx, ctx.today)).find((s) => s.name === of.value.list.society)
    return ok({ ...of.value, headNumber: society?.headNumber ?? null })
  },
  may: mayPropose,
  run: async (ctx, { numbers }, of) => {
    const { list, assembly, union, course } = of
    const changing = await mayChangeSeats(ctx, assembly)
    if (!changing.ok) return changing
    if (list.unit !== "society") return refuse("conflict", "这份名单由班级团支部推荐")
    if (course && course.state.status !== "refused" && course.state.status !== "withdrawn")
      return refuse("conflict", "已经推荐，正在办理或已经办结")
    if (new Set(numbers).size !== numbers.length)
      return refuse("invalid", "有同学重复列出", { at: "numbers" })
    if (numbers.length !== list.seats)
      return refuse("invalid", `${list.society}有${list.seats}个名额，推荐了${numbers.length}人`, {
        at: "numbers",
      })
    const students = await enrolled(ctx.tx, numbers, ctx.today)
    const unknown = numbers.find((n) => !students.has(n))
    if (unknown)
      return refuse("invalid", `学生名册中没有学号${unknown}`, {
        at: "numbers",
        cure: "代表须为全日制在校生",
      })
    const before = await lists.nomineesOf(ctx.tx, [list.id])
    await lists.changeNominees(
      ctx.tx,
      before.map((n) => n.id),
      { state: "nominated", because: null },
    )
    await lists.dropNominees(ctx.tx, list.id, null)
    await lists.insertNominees(
      ctx.tx,
      numbers.map((number) => ({
        ...students.get(number)!,
        id: newId(ctx.now.getTime()),
        assemblyId: assembly.id,
        listId: list.id,
        votes: null,
        state: "nominated" as const,
        reserve: null,
        because: null,
        decidedBy: null,
        decidedOn: null,
      })),
    )
    const office = union.faculty
      ? await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: union.faculty })
      : undefined
    const begun = await beginCourse(ctx, kindFor("society", union.level), {
      subject: list.id,
      title: `${assembly.name}：${list.society}代表（${list.seats}名）`,
      version: hashOf({ list: list.id, numbers }),
      about: numbers.filter((n) => n !== ctx.actor.number),
      unionId: union.id,
      places: office ? { "faculty-league": office.scopeId } : {},
    })
    await lists.changeList(ctx.tx, list.id, { courseId: begun.id })
    ctx.note({ list: list.id, people: numbers.length })
    return ok({})
  },
})

/** 当然代表: who sits on the presidium now, and who was determined as a candidate for the next; outside every quota. */
export const seatExOfficio = action(contract.seatExOfficio, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, _, of) => {
    const due = await exOfficio(ctx, of)
    const seated = await seat(ctx, of, due)
    if (!seated.ok) return seated
    await told(ctx, of, "ex-officio", seated.value.length)
    return ok({ seated: seated.value.length })
  },
})

/** Who is to be seated by office and is not yet. */
export async function exOfficio(ctx: Ctx, { assembly, union }: OfAssembly): Promise<Seated[]> {
  const taken = new Set((await delegatesOf(ctx.tx, assembly.id)).map((d) => d.number))
  const presidium = (await openPosts(ctx.tx, union.id)).filter((p) => p.kind === "presidium")
  const candidates = await candidatesOf(ctx.tx, union.id, ctx.today)
  const wanted = [
    ...presidium.map((p) => ({ number: p.number, basis: `现任${p.title}` })),
    ...candidates.map((c) => ({
      number: c.number,
      basis: `主席团候选人（${chineseDay(c.determinedOn)}确定）`,
    })),
  ]
  const known = await enrolled(
    ctx.tx,
    wanted.flatMap((w) => w.number ?? []),
    ctx.today,
  )
  const out: Seated[] = []
  for (const { number, basis } of wanted)
    if (number && known.has(number) && !taken.has(number)) {
      taken.add(number)
      out.push({ number, basis, voting: true, source: "ex-officio" })
    }
  return out
}

/** Those without a vote sit together, whatever class they are of. */
const observers = "列席代表"

/** 列席代表: heard, without a vote. */
export const invite = action(contract.invite, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, { number, basis }, of) => {
    const seated = await seat(ctx, of, [
      { number, basis, voting: false, source: "organisation", delegation: observers },
    ])
    if (!seated.ok) return seated
    await told(ctx, of, "invited", 1)
    return ok({})
  },
})

/** A general assembly: everybody the union stands for, class by class. */
export const seatAll = action(contract.seatAll, {
  load: theSeats,
  may: mayPrepare,
  run: async (ctx, _, of) => {
    const { assembly, union } = of
    if (assembly.kind !== "general" || !union.faculty)
      return refuse("conflict", "只有学院（系）的全体学生大会由全体同学参加", { clause: "6.5" })
    const students = await facultyStudents(ctx.tx, union.faculty, union.kind, ctx.today)
    if (students.length >= smallFaculty)
      return refuse(
        "against-clause",
        `${union.faculty}有${students.length}名学生，不少于${smallFaculty}人，应召开学生代表大会`,
        { clause: "6.5", cure: "改为召开学生代表大会" },
      )
    const taken = new Set((await delegatesOf(ctx.tx, assembly.id)).map((d) => d.number))
    const due = students.filter((s) => !taken.has(s.number))
    const seated = await seat(
      ctx,
      of,
      due.map((s) => ({ number: s.number, voting: true, source: "class", basis: "全体学生大会" })),
    )
    if (!seated.ok) return seated
    await told(ctx, of, "everybody", seated.value.length)
    return ok({ seated: seated.value.length })
  },
})

/** Seats given go on record, by number of people only; findings are judged again. */
export async function told(ctx: Ctx, { assembly, union }: OfAssembly, kind: string, people: number) {
  if (people === 0) return
  await appendToLedger(ctx.tx, [
    { topic: "delegates", subject: assembly.id, at: ctx.now, body: { kind, people } },
  ])
  ctx.note({ assembly: assembly.id, people })
  await ctx.emit("records.changed", { unions: [union.id] })
}
