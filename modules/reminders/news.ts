import { chineseDay, type Day } from "@qiaoliang/basics"
import { type Move, waitingFor } from "@qiaoliang/procedure"
import type { NewsHandler } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { type Course, caseOf, decides, hrefOf, type Kinds, nameOf } from "#modules/courses/index.ts"
import { type Held, holdersAt, inChargeOfStudents } from "#modules/offices/index.ts"
import { type Level, reached } from "./lateness.ts"
import { remind, type Told } from "./store.ts"

interface Post {
  readonly office: string
  readonly place: string
  readonly only?: string
}

/** Who may take a step for an office, as the procedure knows it; never those the matter is about. */
async function holders(ctx: Ctx, course: Course, post: Post): Promise<readonly Held[]> {
  const held =
    post.office === "applicant"
      ? [{ number: course.applicant, officeName: "申请人", post: "applicant", designated: false }]
      : (await holdersAt(ctx.tx, post.office, post.place, ctx.today)).filter(
          (h) =>
            decides({ office: post.office, post: h.post }) &&
            (!post.only || post.only === h.post || (post.only === "designated" && h.designated)) &&
            h.number !== course.applicant,
        )
  return held.filter((h) => post.office === "applicant" || !course.about.includes(h.number))
}

interface Moved {
  readonly course: Course
  readonly move: Move
}

/** What a move means for those it did not come from: the outcome for the people, an objection for the office. */
export const moved =
  (kinds: Kinds): NewsHandler =>
  async (ctx, payload) => {
    const { course, move } = payload as unknown as Moved
    const label = (id: string) => course.procedure.steps.find((s) => s.id === id)?.label ?? ""
    const { title, clause } = course.procedure
    const tell = async (to: readonly string[], what: string, detail: string) =>
      remind(
        ctx.tx,
        to.filter((number) => number !== ctx.actor.number),
        {
          key: `${move.kind}/${course.id}/${course.state.moves}`,
          title: `${what}：${course.title}`,
          detail,
          href: hrefOf(course, kinds.get(course.procedure.id)),
          clause,
        },
        ctx.now,
      )
    const people = [course.applicant, ...course.about]
    if (move.kind === "return") await tell(people, "已退回", `${title}：退回至“${label(move.to)}”`)
    else if (move.kind === "refuse") await tell(people, "未通过", `${title}：${label(move.step)}`)
    else if (move.kind === "withdraw") await tell(people, "已撤回", title)
    else if (move.kind === "pass" && course.state.status === "passed") await tell(people, "已办结", title)
    else if (move.kind === "object") {
      const step = course.procedure.steps[course.state.at]
      for (const post of waitingFor(caseOf(course), course.state)) {
        const to = await holders(ctx, course, post)
        await tell(
          to.map((h) => h.number),
          "收到异议",
          `${title}：${step?.label ?? ""}，答复异议后方可办理下一步`,
        )
      }
    }
  }

interface Late {
  readonly course: Course
  readonly step: string
  readonly due: Day
  readonly days: number
}

/** A late step told to its office, and further up the later it is (lateness.ts). */
export const late =
  (kinds: Kinds): NewsHandler =>
  async (ctx, payload) => {
    const { course, step, due, days } = payload as unknown as Late
    const levels = reached(days, course.procedure)
    if (levels.length === 0) return
    const waiting = waitingFor(caseOf(course), course.state)
    const told = new Set<string>()
    for (const level of levels)
      for (const to of await addressees(ctx, course, waiting, level)) {
        // Each person hears of the highest level he or she is told at, once.
        const fresh = to.numbers.filter((n) => !told.has(n))
        for (const number of fresh) told.add(number)
        await remind(ctx.tx, fresh, wording(course, { step, due, days, level, to }, kinds), ctx.now)
      }
  }

interface Addressees {
  readonly numbers: readonly string[]
  /** The office that is late. */
  readonly lateOffice: string
  /** Whether they may read the matter itself. */
  readonly inChain: boolean
}

async function addressees(
  ctx: Ctx,
  course: Course,
  waiting: readonly Post[],
  level: Level,
): Promise<readonly Addressees[]> {
  const out: Addressees[] = []
  for (const post of waiting) {
    const own = await holders(ctx, course, post)
    const lateOffice = own[0]?.officeName ?? nameOf({ office: post.office })
    if (level.tells === "step") out.push({ numbers: numbersOf(own), lateOffice, inChain: true })
    else if (level.tells === "head") {
      const all = await holders(ctx, course, { office: post.office, place: post.place })
      out.push({ numbers: numbersOf(all.filter((h) => h.post === "head")), lateOffice, inChain: true })
    } else if (level.tells === "party-deputy") {
      const numbers = await inChargeOfStudents(ctx.tx, ctx.today)
      out.push({ numbers, lateOffice, inChain: seen(course, level) })
    } else {
      const above: Post =
        level.tells === "student-affairs"
          ? { office: "student-affairs", place: ctx.university.id }
          : { office: "school-league", place: ctx.university.id, only: "designated" }
      const inChain = course.places[above.office] === above.place || seen(course, level)
      out.push({ numbers: numbersOf(await holders(ctx, course, above)), lateOffice, inChain })
    }
  }
  return out
}

/** Overseers of a procedure read its matters, but for those that are no union's: reports of conduct (7.2). */
const seen = (course: Course, level: Level): boolean => level.sees === true && course.unionId !== null

const numbersOf = (held: readonly Held[]): readonly string[] => held.map((h) => h.number)

/** Those outside the chain hear that something is late and where, not whose matter it is. */
function wording(
  course: Course,
  of: { step: string; due: Day; days: number; level: Level; to: Addressees },
  kinds: Kinds,
): Told {
  const { id, title, clause } = course.procedure
  const step = course.procedure.steps.find((s) => s.id === of.step)
  const { inChain, lateOffice } = of.to
  return {
    key: `late/${course.id}/${of.step}/${course.state.since}/${of.level.after}`,
    title: `已逾期：${inChain ? course.title : title}`,
    detail: `${inChain ? `${title}：` : ""}${step?.label ?? ""}，${lateOffice}应于${chineseDay(of.due)}前办结，已逾期${of.days}个工作日`,
    href: inChain ? hrefOf(course, kinds.get(id)) : "/office",
    clause: step?.clause ?? clause,
  }
}
