import { ok, type Refusal } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { coursesBetween } from "#modules/courses/index.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { departmentsOn, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { anyOffice, mayDecide, mayPrepare, mayRead } from "../abilities.ts"
import { guideOf } from "../actions/plan.ts"
import { projectsGround, projectsList, projectsOne } from "../contract.ts"
import { type Loaded, readiness, reviewOf, reviewProcedure, toRead } from "../load.ts"
import {
  abilitiesOn,
  may,
  presentExpense,
  presentLine,
  presentMove,
  presentShift,
  presentVolunteer,
} from "../present.ts"
import { isOverdue, mayMove } from "../project.ts"
import { classesOn, expensesOf, movesOf, projectsOf, societiesOn } from "../store.ts"
import { volunteersOf } from "../store-volunteers.ts"
import { studentsFor } from "../students.ts"
import type { Summary } from "../summary.ts"
import { summaryNow, type Work, workOf } from "../work.ts"

export const list = query(projectsList, {
  may: anyOffice,
  run: async (ctx, { status }) => {
    const unions = await unionsOf(ctx.tx)
    const named = new Map(unions.map((u) => [u.id, u]))
    const readable = (await projectsOf(ctx.tx, [...named.keys()])).filter((p) => {
      const union = named.get(p.unionId)
      return union && may(mayRead(ctx.actor, { union, guide: named.get(p.guideUnionId ?? "") ?? null }))
    })
    const shown = readable.filter((p) =>
      status === "overdue" ? isOverdue(p, ctx.today) : !status || p.status === status,
    )
    const volunteers = await volunteersOf(
      ctx.tx,
      shown.map((p) => p.id),
    )
    const accepted = (id: string) =>
      volunteers.filter((v) => v.projectId === id && v.state === "accepted").length
    return ok({
      items: shown.map((p) => presentLine(p, named.get(p.unionId)!, accepted(p.id), ctx.today)),
      hosts: unions
        .filter((union) => may(mayPrepare(ctx.actor, { union })))
        .map(({ id, name, level, faculty }) => ({ id, name, level, faculty })),
    })
  },
})

export const one = query(projectsOne, {
  load: toRead,
  may: mayRead,
  run: async (ctx, _, loaded) => {
    const { project: p, union } = loaded
    const work = await workOf(ctx, p.id)
    const expenses = await expensesOf(ctx.tx, p.id)
    const can = abilitiesOn(ctx.actor, loaded)
    const decides = may(mayDecide(ctx.actor, loaded))
    const next = await steps(ctx, loaded)
    return ok({
      ...presentLine(p, union, work.volunteers.filter((v) => v.state === "accepted").length, ctx.today),
      purpose: p.purpose,
      activity: p.activity,
      request: await requestOf(ctx, loaded),
      requests: can.prepare && p.activity ? await requestsOf(ctx, union) : [],
      classes: p.classes,
      societies: p.societies,
      budget: p.budget,
      spent: expenses.reduce((n, e) => n + e.amount, 0),
      expenses: expenses.map(presentExpense),
      admits: p.admits,
      callUntil: p.callUntil,
      volunteers: work.volunteers.map((v) => presentVolunteer(v, work)),
      shifts: work.shifts.map(presentShift),
      reached: p.reached,
      summary: await summaryOf(ctx, loaded, work),
      closedOn: p.closedOn,
      moves: (await movesOf(ctx.tx, p.id)).map(presentMove),
      can: {
        ...can,
        recruit: decides && next.recruit === null,
        run: decides && next.run === null,
        close: decides && p.status !== "closed",
        correct: p.status === "closed" ? decides : can.prepare,
      },
      wants: next.wants,
    })
  },
})

export async function summaryOf(ctx: Ctx, { project: p, union }: Loaded, work: Work): Promise<Summary> {
  if (p.summary) return p.summary as unknown as Summary
  const students = await studentsFor(ctx, p, union)
  return summaryNow(ctx, p, work, { outcome: "held", words: "", students })
}

/** What stands against opening, of the step that would be next. */
async function steps(ctx: Ctx, { project: p }: Loaded) {
  const ready = await readiness(ctx, p)
  const against = (move: "recruit" | "run"): Refusal | null => {
    const answer = mayMove(p, move, ready)
    return answer.ok ? null : answer.error
  }
  const [recruit, run] = [against("recruit"), against("run")]
  const next = p.wanted > 0 ? recruit : run
  const wants = p.status === "draft" && next ? [next] : []
  return {
    recruit,
    run,
    wants: wants.map((w) => ({ because: w.because, clause: w.clause ?? null, cure: w.cure ?? null })),
  }
}

async function requestOf(ctx: Ctx, { project: p }: Loaded) {
  const course = await reviewOf(ctx, p)
  return course
    ? {
        id: course.id,
        title: course.title,
        status: course.state.status,
        href: `/office/requests/${course.id}`,
      }
    : null
}

/** The host's own activity requests of the last year, to name one of them. */
async function requestsOf(ctx: Ctx, union: UnionRow) {
  const year = Number(ctx.today.slice(0, 4))
  const from = `${year - 1}${ctx.today.slice(4)}`
  const courses = await coursesBetween(ctx.tx, [reviewProcedure], from, ctx.today)
  return courses.filter((c) => c.unionId === union.id).map(({ id, title }) => ({ id, title }))
}

export const ground = query(projectsGround, {
  load: async (ctx, { unionId }) => {
    const unions = await unionsOf(ctx.tx, [unionId])
    return ok({
      union: unions[0] ?? { id: unionId, level: "school" as const, faculty: null },
      row: unions[0],
    })
  },
  may: mayPrepare,
  run: async (ctx, _, { row }) => {
    const guide = row && (await guideOf(ctx, row))
    const departments = guide ? await departmentsOn(ctx.tx, [guide.id], ctx.today) : []
    return ok({
      classes: await classesOn(ctx.tx, ctx.today),
      societies: await societiesOn(ctx.tx, ctx.today),
      guides: departments.map((d) => ({ unionId: d.unionId, department: d.name })),
      faculties: (await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name),
    })
  },
})
