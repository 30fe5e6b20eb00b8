import { newId, unwrap } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Module } from "#kit/server/module.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { assemblyModule, type Duty, insertAppointments, insertAssembly } from "#modules/assembly/index.ts"
import { callsModule } from "#modules/calls/index.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { delegatesModule, insertDelegates } from "#modules/delegates/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { people } from "#modules/people/index.ts"
import { insertAttendance, rollModule } from "#modules/roll/index.ts"
import { addStudent } from "#modules/selection/build.ts"
import { selection } from "#modules/selection/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import * as contract from "./contract.ts"
import { courseKinds, electionsModule, inboxItems } from "./index.ts"

/** Sunday 30 November 2025, ten in the morning in China. */
const congressDay = "2025-11-30T02:00:00Z"

export const electionsWorld = (more: readonly Module[] = []): Promise<TestWorld> =>
  testWorld({
    at: congressDay,
    modules: [
      people,
      unions,
      coursesModule(courseKinds),
      charterModule(articles),
      congressModule,
      callsModule(() => []),
      evidence,
      selection,
      assemblyModule,
      delegatesModule,
      rollModule,
      electionsModule,
      ...more,
      inboxModule([ofCourses(kindsOf(courseKinds)), inboxItems]),
    ],
  })

/** Determined by the chain of 5.2 or 5.5, as selection leaves it behind. */
export async function determine(w: TestWorld, unionId: string, number: string, name: string): Promise<void> {
  await addStudent(w, { number, name })
  await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query(
      `insert into candidacy (university_id, application_id, call_id, course_id, union_id, post_kind, number, name,
         faculty, grade, source, outcome, ended_on)
       values ($1, $2, 'call', 'course', $3, 'school-presidium', $4, $5, '文学院', 2023, 'exemplar', 'passed', '2025-11-01')`,
      [w.university.id, newId(), unionId, number, name],
    ),
  )
}

export interface Hall {
  readonly assembly: string
  readonly union: string
  readonly delegates: readonly string[]
}

interface Wanted {
  readonly delegates?: number
  readonly present?: number
  readonly state?: "convened" | "open"
  readonly level?: "school" | "faculty"
}

/** A congress in session: delegates in the hall, its bodies named, candidates 甲 乙 丙 丁 determined. */
export async function furnish(w: TestWorld, wanted: Wanted = {}): Promise<Hall> {
  const { delegates: count = 12, present = count, state = "open", level = "school" } = wanted
  await addFaculty(w, "文学院")
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "OLD1", kind: "presidium", title: "主席团成员" },
      { number: "C1", kind: "head", title: "部长" },
    ],
  })
  const union =
    level === "school"
      ? school
      : await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
  await hold(w, { kind: "school-party", number: "PARTY" })
  await hold(w, { kind: "faculty-party", number: "FPARTY", faculty: "文学院" })
  await hold(w, { kind: "school-league", number: "LEAGUE" })
  for (const [number, name] of [
    ["C1", "丁一"],
    ["C2", "王二"],
    ["C3", "李三"],
    ["C4", "赵四"],
  ] as const)
    await determine(w, union, number, name)
  const assembly = newId()
  const delegates = Array.from({ length: count }, (_, i) => `D${i + 1}`)
  await w.world.db.scoped(w.university.id, async (tx) => {
    await insertAssembly(tx, {
      id: assembly,
      unionId: union,
      kind: "congress",
      name: level === "school" ? "桥梁大学第三十三次学生代表大会" : "文学院第八次学生代表大会",
      day: "2025-11-30",
      time: "09:00",
      place: "报告厅",
      state,
      proposedOn: "2025-11-01",
      openedAt: new Date(congressDay),
      closedAt: null,
      cancelledBecause: null,
    })
    const serve = (number: string, duty: Duty, lead = false) => ({
      id: newId(),
      assemblyId: assembly,
      number,
      name: `${number}号`,
      duty,
      lead,
      basis: "预备会议通过",
      from: "2025-11-01" as const,
      to: null,
    })
    await insertAppointments(
      tx,
      [
        serve("CHAIR", "presiding", true),
        serve("C1", "presiding"),
        serve("PREP", "preparatory"),
        serve("CRED", "credentials", true),
        serve("S1", "scrutineer", true),
        serve("S2", "scrutineer"),
        serve("S3", "scrutineer"),
        serve("C2", "scrutineer"),
        serve("T1", "teller", true),
        serve("T2", "teller"),
      ],
      "test",
    )
    await insertDelegates(
      tx,
      delegates.map((number) => ({
        id: newId(),
        assemblyId: assembly,
        number,
        name: `代表${number}`,
        voting: true,
        source: "class" as const,
        faculty: "文学院",
        grade: 2023,
        className: "中文2301班",
        society: null,
        cadre: false,
        delegation: "文学院代表团",
        head: false,
        from: "2025-11-01",
        to: null,
      })),
      "test",
    )
  })
  await checkIn(w, assembly, delegates.slice(0, present))
  return { assembly, union, delegates }
}

export const checkIn = (
  w: TestWorld,
  assembly: string,
  numbers: readonly string[],
  what: "in" | "out" = "in",
) =>
  w.world.db.scoped(w.university.id, (tx) =>
    insertAttendance(
      tx,
      numbers.map((number) => ({
        id: newId(),
        assemblyId: assembly,
        number,
        what,
        by: "list" as const,
        recordedBy: "STEWARD",
        at: w.world.clock(),
      })),
    ),
  )

export type Form = Omit<z.input<(typeof contract.create)["input"]>, "assembly">

/** A vote on the presidium; `more` changes the form. */
export const terms = (more: Partial<Form> = {}): Form => ({
  title: "主席团选举",
  office: "presidium",
  seats: 2,
  candidates: ["C1", "C3", "C4"],
  method: "electronic",
  tie: "second-round",
  trust: { kind: "threshold", threshold: 2 },
  trustees: ["S1", "S2", "S3"],
  tellers: [],
  ...more,
})

export const createIn = async (w: TestWorld, hall: Hall, more: Partial<Form> = {}): Promise<string> =>
  unwrap(await (await w.as("PREP")).post(contract.create, { ...terms(more), assembly: hall.assembly })).id
