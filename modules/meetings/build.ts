import { ok } from "@qiaoliang/basics"
import { by, procedure, step } from "@qiaoliang/procedure"
import { z } from "zod"
import { verb } from "#kit/contract.ts"
import { allowed } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import { action } from "#kit/server/verbs.ts"
import { beginCourse, type CourseKind } from "#modules/courses/index.ts"
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
