import { newId, type Refusal } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import { assemblyCourses } from "./course-kinds.ts"
import { assemblyRoom } from "./module.ts"
import type { Parts } from "./parts.ts"

/** Students of the register, numbered `${prefix}001`…: `addStudents(w, { faculty: "文学院", count: 30 })`. */
export async function addStudents(
  w: TestWorld,
  wanted: { faculty: string; count: number; prefix?: string; grade?: number },
): Promise<string[]> {
  const { faculty, count, prefix = "S", grade = 2023 } = wanted
  const numbers = Array.from({ length: count }, (_, i) => `${prefix}${`${i + 1}`.padStart(3, "0")}`)
  const className = `${faculty}1班`
  await addToRegister(
    w,
    numbers.map((number) => ({ number, name: `同学${number}`, faculty, className, grade })),
  )
  await w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query(
      `insert into student_body (university_id, level, faculty, grade, campus, students, valid_from, opened_by)
       values ($1, 'undergraduate', $2, $3, '', $4, '2023-09-01', $5)`,
      [w.university.id, faculty, grade, count, newId()],
    )
  })
  return numbers
}

/** A school's union and two faculties' (文学院 of 30 students, 工学院 of 400), with the offices over them. */
export async function congressWorld(parts: Parts = {}, more: readonly Module[] = []) {
  const w = await testWorld({
    modules: [coursesModule(assemblyCourses(parts.readiness ?? [])), assemblyRoom(parts), ...more],
  })
  await addFaculty(w, "文学院")
  await addFaculty(w, "工学院")
  await addStudents(w, { faculty: "文学院", count: 30 })
  await addStudents(w, { faculty: "工学院", count: 400, prefix: "G" })
  const presidium = (...numbers: string[]) =>
    numbers.map((number) => ({ number, kind: "presidium" as const, title: "主席团成员" }))
  const school = await addUnion(w, { name: "桥梁大学学生会", posts: presidium("P1", "P2") })
  const letters = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [...presidium("S001", "S002"), { number: "S003", kind: "member", title: "部员" }],
  })
  const works = await addUnion(w, {
    name: "工学院学生会",
    level: "faculty",
    faculty: "工学院",
    posts: presidium("G001"),
  })
  const cadre = { post: "deputy", fullTime: true } as const
  await hold(w, { kind: "school-league", number: "L1", name: "校团委书记" })
  await hold(w, { kind: "school-league", number: "L2", name: "校团委副书记", ...cadre })
  await hold(w, { kind: "school-party", number: "D1", name: "党委书记" })
  await hold(w, {
    kind: "faculty-league",
    number: "F1",
    name: "文院团委书记",
    faculty: "文学院",
    fullTime: true,
  })
  await hold(w, { kind: "faculty-party", number: "F2", name: "文院党委书记", faculty: "文学院" })
  const people = {
    chair: await w.as("P1"),
    writer: await w.as("S001"),
    second: await w.as("S002"),
    member: await w.as("S003"),
    builder: await w.as("G001"),
    outsider: await w.as("S020"),
    league: await w.as("L1"),
    party: await w.as("D1"),
    facultyLeague: await w.as("F1"),
    facultyParty: await w.as("F2"),
  }
  return { w, school, letters, works, people }
}

/** A request as a union would make it. */
export const asked = (union: string) => ({
  union,
  name: "桥梁大学文学院第五次学生代表大会",
  day: "2026-01-10",
  time: "14:00",
  place: "逸夫楼报告厅",
  theme: "凝聚青春力量",
})

/** Somebody determined as a candidate of a union (5.1). */
export async function candidate(w: TestWorld, union: string, number: string): Promise<void> {
  await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query(
      `insert into candidacy (university_id, application_id, call_id, course_id, union_id, post_kind, number, name,
                              faculty, grade, source, outcome, ended_on)
       values ($1, $4, 'call', $4, $2, 'faculty-presidium', $3, '同学' || $3, '文学院', 2023, 'faculty-staff',
               'passed', '2025-11-10')`,
      [w.university.id, union, number, newId()],
    ),
  )
}

/** Why a call was refused; undefined where it was not. */
export const refusalOf = <T>(
  answer: { ok: true; value: T } | { ok: false; error: Refusal },
): Refusal | undefined => (answer.ok ? undefined : answer.error)
