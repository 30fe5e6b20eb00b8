import { ok } from "@qiaoliang/basics"
import { by, jointly, procedure, step } from "@qiaoliang/procedure"
import { z } from "zod"
import { verb } from "#kit/contract.ts"
import { allowed } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { action } from "#kit/server/verbs.ts"
import type { CourseKind } from "./kind.ts"
import { beginCourse } from "./moving.ts"

/** A chain like 5.2's for tests: class branch, then jointly, a public notice, the Party committee. */
export const testProcedure = procedure("test.chain", "5.2", "试验程序", [
  step("recommended", by("faculty-league"), "学院（系）团组织推荐", {
    days: 3,
    asks: [{ key: "conduct", label: "品行评价", min: 4, max: 200 }],
  }),
  step("reviewed", jointly("student-affairs", "school-league"), "联合审查", { days: 5 }),
  step("published", by("school-league"), "公示", { notice: 3 }),
  step("determined", by("school-party"), "学校党委确定"),
])

/** What a room would hand over; `seen` collects what followed from moves. */
export const testKind = (seen: string[] = []): CourseKind => ({
  module: "test",
  procedure: testProcedure,
  publicNotice: true,
  moved: async (_, course, move) => {
    seen.push(`${course.title} ${move.kind} ${course.state.status}`)
  },
})

export const beginTest = verb(
  "test.begin",
  z.object({ title: z.string(), about: z.array(z.string()), faculty: z.string() }),
  z.object({ id: z.string() }),
)

/** The capacity the latest call of a verb was made in: the last row written, since a test's clock may go back. */
export async function loggedAs(w: TestWorld, verb: string): Promise<string | null | undefined> {
  const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query<{ capacity: string | null }>(
      "select capacity from log_entry where university_id = $1 and verb = $2 order by ctid desc limit 1",
      [w.university.id, verb],
    ),
  )
  return rows[0]?.capacity
}

/** A room with one verb that begins a course about somebody. */
export const testRoom = (kind: CourseKind): Module => ({
  name: "test",
  at: import.meta.url.replace("build.ts", "none/none.ts"),
  clauses: [],
  served: [
    action(beginTest, {
      may: () => allowed(),
      run: async (ctx, input) => {
        const { rows } = await ctx.tx.client.query<{ id: string }>(
          "select id from faculty where university_id = $1 and name = $2",
          [ctx.tx.university, input.faculty],
        )
        const place = rows[0]?.id ?? ""
        const course = await beginCourse(ctx, kind, {
          subject: "s1",
          title: input.title,
          version: "v1",
          about: input.about,
          places: { "faculty-league": place },
        })
        return ok({ id: course.id })
      },
    }),
  ],
})
