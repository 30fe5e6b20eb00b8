import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { advance, type Move, stepAt, unsignedOf } from "@qiaoliang/procedure"
import type { z } from "zod"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { callOf } from "#modules/calls/index.ts"
import {
  type Course,
  calendarOf,
  capacityFor,
  caseOf,
  coursesByIds,
  moveCourse,
  moverOf,
} from "#modules/courses/index.ts"
import { mayRecommend, seesCourse } from "../abilities.ts"
import { recommend as contract } from "../contract.ts"
import { kindFor } from "../kinds.ts"
import { vouch } from "../procedure.ts"
import { type Candidacy, candidaciesOfCall } from "../store.ts"

interface Planned {
  readonly k: Candidacy
  readonly course: Course
  readonly move: Move
}

/** 4.2: one list, each line somebody's recommendation in the organisation's own words. All of it or nothing. */
export const recommend = action(contract, {
  load: async (ctx, { callId }) => {
    const call = await callOf(ctx.tx, callId, ctx.today)
    if (!call) return refuse("not-found", "没有这份选拔通知")
    const all = (await candidaciesOfCall(ctx.tx, callId)).filter((k) => k.outcome !== "withdrawn")
    const courses = await coursesByIds(
      ctx.tx,
      all.map((k) => k.courseId),
    )
    return ok({ all, courses: new Map(courses.map((c) => [c.id, c])) })
  },
  may: (actor, { courses }) => mayRecommend(actor, [...courses.values()]),
  run: async (ctx, { rows }, { all, courses }) => {
    const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
    const planned: Planned[] = []
    const problems: z.output<(typeof contract)["output"]>["problems"] = []
    const listed = new Set<string>()
    for (const { line, number, name, text } of rows) {
      const wrong = (r: Refusal) =>
        problems.push({ line, number, name: name ?? null, because: r.because, clause: r.clause ?? null })
      if (listed.has(number)) {
        wrong(refuse("invalid", "名单中已有这位同学").error)
        continue
      }
      listed.add(number)
      for (const found of planFor(ctx, { number, name, text }, all, courses)) {
        const { value } = found.ok ? found : { value: undefined }
        const tried = value
          ? advance(caseOf(value.course), value.course.state, value.move, moverOf(ctx.actor), today)
          : found
        if (!tried.ok) wrong(tried.error)
        else if (value) {
          const held =
            (await kindFor(value.k.postKind).guard?.(ctx, value.course, value.move)) ?? ok(undefined)
          if (held.ok) planned.push(value)
          else wrong(held.error)
        }
      }
    }
    if (problems.length === 0)
      for (const { k, course, move } of planned) {
        const done = await moveCourse(ctx, kindFor(k.postKind), course.id, move)
        if (!done.ok)
          return { ok: false, error: { ...done.error, because: `${k.name}：${done.error.because}` } }
      }
    const passed = problems.length === 0 ? planned.length : 0
    ctx.note({ rows: rows.length, passed })
    return ok({ passed, problems })
  },
})

/** What a line means: the recommendation of each application of this person that waits for one. */
function planFor(
  ctx: Ctx,
  row: { number: string; name: string | undefined; text: string },
  all: readonly Candidacy[],
  courses: ReadonlyMap<string, Course>,
): readonly Result<Planned, Refusal>[] {
  const own = all.filter((k) => k.number === row.number)
  const seen = own.filter((k) => {
    const course = courses.get(k.courseId)
    return course && seesCourse(ctx.actor, course)
  })
  if (own.length > 0 && seen.length === 0)
    return [refuse("not-allowed", "该同学的报名由其所在组织推荐", { clause: "5.5" })]
  if (own.length === 0)
    return [refuse("not-found", "该同学没有报名", { clause: "4.4", cure: "请本人先在报名页报名" })]
  if (row.name && seen.every((k) => k.name !== row.name?.replace(/\s/g, "")))
    return [refuse("invalid", `学号${row.number}报名的是${seen[0]!.name}，名单写作${row.name}`)]
  const waiting = seen.flatMap((k) => {
    const course = courses.get(k.courseId)
    return course && course.state.status === "open" && course.state.at === 0 ? [{ k, course }] : []
  })
  if (waiting.length === 0) return [refuse("conflict", `${seen[0]!.name}已经推荐过，或已经办结`)]
  return waiting.map(({ k, course }) => {
    const step = stepAt(caseOf(course), course.state)!
    const open = unsignedOf(caseOf(course), course.state)
    const office = (open.find((b) => capacityFor(ctx.actor, b, course.places[b.office])) ?? step.by[0]!)
      .office
    const move: Move = {
      kind: "pass",
      step: step.id,
      office,
      version: course.state.version,
      says: { [vouch.key]: row.text },
    }
    return ok({ k, course, move })
  })
}
