import { by, procedure, step } from "@qiaoliang/procedure"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { testKind, testRoom } from "#modules/courses/build.ts"
import { type CourseKind, coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, hold } from "#modules/offices/build.ts"
import { remindersModule } from "./module.ts"
import type { Outward } from "./outward.ts"

/** Nothing leaves the house. */
export const silent: Outward = { smtp: undefined, from: undefined, site: undefined, origins: [] }

/** A request under 10.4 whose first step is a faculty's: neither of those told above it has a part in it. */
export const requestKind: CourseKind = {
  module: "test",
  procedure: procedure("test.request", "10.4", "试验申请", [
    step("checked", by("faculty-league"), "学院（系）团组织审核", { days: 1 }),
  ]),
}

/** A university with the offices of a chain, and the job functions of the room. Monday morning. */
export async function remindersWorld(outward: Outward = silent) {
  const kind = testKind()
  const kinds = kindsOf([kind, requestKind])
  const sources = [ofCourses(kinds)]
  const room = remindersModule({ sources, kinds, outward })
  const modules: Module[] = [coursesModule([kind, requestKind]), testRoom(kind), inboxModule(sources), room]
  const w = await testWorld({ modules, at: "2025-11-17T02:00:00Z" })
  await addFaculty(w, "文学院")
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F2", faculty: "文学院", post: "deputy" })
  await hold(w, { kind: "faculty-league", number: "F3", faculty: "文学院", post: "clerk" })
  await hold(w, { kind: "student-affairs", number: "A1" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-party", number: "P1" })
  return { w, digest: () => run(w, room, "digest"), deliver: () => run(w, room, "deliver") }
}

async function run(w: TestWorld, room: Module, name: string): Promise<void> {
  const { runJob } = await import("#kit/server/jobs.ts")
  await runJob(w.world, room.jobs!.find((j) => j.name === name)!)
}
