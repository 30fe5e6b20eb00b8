import { ok } from "@qiaoliang/basics"
import { by, procedure, step } from "@qiaoliang/procedure"
import { z } from "zod"
import { verb } from "#kit/contract.ts"
import { allowed } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import { action } from "#kit/server/verbs.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { beginCourse, type CourseKind, coursesModule } from "#modules/courses/index.ts"
import { hold } from "#modules/offices/build.ts"
import { presidiumModule } from "#modules/presidium/index.ts"
import { articles } from "#policy/index.ts"
import { addPresidium, withCharter, withPlan } from "../presidium/build.ts"
import { calendar, meetingsModule, openMatters } from "./index.ts"
import { priorReport } from "./reports.ts"

/** A prior report for tests, under the id the room of requests gives it: one step, by the League committee. */
export const reportKind: CourseKind = {
  module: "reports",
  procedure: procedure(priorReport, "7.4", "重要事项事先报告", [
    step("received", by("school-league"), "学校团委阅知"),
  ]),
}

export const report = verb(
  "reports.report",
  z.object({ subject: z.string(), title: z.string(), union: z.string() }),
  z.object({ id: z.string() }),
)

/** A room with one verb that begins it. */
export const reportsRoom: Module = {
  name: "reports",
  at: import.meta.url.replace("build.ts", "none/none.ts"),
  clauses: [],
  served: [
    action(report, {
      may: () => allowed(),
      run: async (ctx, { subject, title, union }) => {
        const wanted = { subject, title, version: "v1", about: [], places: {}, unionId: union }
        return ok({ id: (await beginCourse(ctx, reportKind, wanted)).id })
      },
    }),
  ],
}

/** A presidium of five with the rotation in force, 甲 (P1) in the chair; the office over it, and a student. */
export async function fiveMembers() {
  const w = await testWorld({
    modules: [
      coursesModule([reportKind]),
      charterModule(articles),
      presidiumModule({ openMatters: [openMatters], calendar: [calendar] }),
      meetingsModule,
      reportsRoom,
    ],
  })
  const union = await addPresidium(w, ["甲", "乙", "丙", "丁", "戊"])
  await hold(w, { kind: "school-league", number: "L1", post: "deputy-secretary", designated: true })
  const members = await Promise.all([1, 2, 3, 4, 5].map((i) => w.as(`P${i}`)))
  const league = await w.as("L1")
  const outsider = await w.as("S9")
  await withCharter(members[0]!, union, true)
  await withPlan(members, union)
  return { w, union, members, league, outsider }
}

export const matter = "面向全校的重大活动"

/** A meeting to be called, with an important matter and an ordinary one. */
export const callOf = (union: string) => ({
  union,
  day: "2025-11-15",
  time: "19:00",
  place: "活动中心201",
  items: [{ title: "审议冬季运动会方案", matter }, { title: "近期工作通报" }],
})
