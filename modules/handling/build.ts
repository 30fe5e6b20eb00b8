import { newId, unwrap } from "@qiaoliang/basics"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule, kindsOf } from "#modules/courses/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { raise } from "#modules/needs/build.ts"
import { needsModule } from "#modules/needs/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import { silent } from "#modules/reminders/build.ts"
import { remindersModule } from "#modules/reminders/index.ts"
import * as contract from "./contract.ts"
import { handlingModule, inboxItems, needsDoors, needsKind } from "./index.ts"

/** A post of a union in a department. */
export async function addPost(
  w: TestWorld,
  union: string,
  p: { number: string; kind: "presidium" | "head" | "member"; title: string; department?: string },
): Promise<void> {
  await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query(
      `insert into post (university_id, id, union_id, department, kind, title, name, number, basis, valid_from, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'test', '2024-09-01', 'test')`,
      [w.university.id, newId(), union, p.department ?? null, p.kind, p.title, `${p.number}号`, p.number],
    ),
  )
}

/**
 * A school's and a faculty's union with their desks, and 校团委 (L1): P1 is of the school union's presidium, K1 and K2 are its
 * desk, Q1 is of another department, G1 its secretary-general; FK1 is the faculty's desk. Students S1… raise.
 */
export async function addDesks(w: TestWorld, name: string): Promise<{ school: string; faculty: string }> {
  await addFaculty(w, "文学院")
  const school = await addUnion(w, { name })
  const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
  await addPost(w, school, { number: "P1", kind: "presidium", title: "主席团成员" })
  await addPost(w, school, { number: "K1", kind: "head", title: "部长", department: "权益服务部" })
  await addPost(w, school, { number: "K2", kind: "member", title: "工作人员", department: "权益服务部" })
  await addPost(w, school, { number: "Q1", kind: "head", title: "部长", department: "文体部" })
  await addPost(w, faculty, { number: "FK1", kind: "head", title: "部长", department: "权益部" })
  await hold(w, { kind: "school-league", number: "G1", post: "secretary", union: school })
  await hold(w, { kind: "school-league", number: "L1" })
  await addToRegister(
    w,
    ["S1", "S2", "S3"].map((number) => ({ number })),
  )
  return { school, faculty }
}

/** The desks; a department with head, deputy and clerk; the offices above. Friday morning. */
export async function handlingWorld() {
  const kinds = kindsOf([needsKind])
  const w = await testWorld({
    modules: [
      coursesModule([needsKind]),
      needsModule(needsDoors),
      handlingModule,
      inboxModule([inboxItems]),
      remindersModule({ sources: [], kinds, outward: silent }),
    ],
    at: "2025-11-14T02:00:00Z",
  })
  const { school, faculty } = await addDesks(w, "桥梁大学学生会")
  for (const [number, post] of [
    ["H1", "head"],
    ["H2", "deputy"],
    ["H3", "clerk"],
  ] as const)
    await hold(w, { kind: "service", scope: "后勤保障处", number, post })
  await hold(w, { kind: "service", scope: "图书馆", number: "B1" })
  await hold(w, { kind: "student-affairs", number: "A1" })
  await hold(w, { kind: "school-party", number: "D1", post: "deputy", title: "分管学生工作的副书记" })
  const names = [
    "P1",
    "K1",
    "K2",
    "Q1",
    "FK1",
    "G1",
    "L1",
    "H1",
    "H2",
    "H3",
    "B1",
    "A1",
    "D1",
    "S1",
    "S2",
    "S9",
  ] as const
  const people = Object.fromEntries(await Promise.all(names.map(async (n) => [n, await w.as(n)] as const)))
  return {
    w,
    school,
    faculty,
    people: people as Record<(typeof names)[number], Awaited<ReturnType<TestWorld["as"]>>>,
  }
}

export type HandlingWorld = Awaited<ReturnType<typeof handlingWorld>>

export const logistics = { kind: "service", place: "后勤保障处" } as const
export const library = { kind: "service", place: "图书馆" } as const

/** A need at the school's desk, raised by S1 unless said otherwise. */
export const raised = (of: HandlingWorld, more: Partial<Parameters<typeof raise>[1]> = {}) =>
  raise(of.w, { unionId: of.school, number: "S1", ...more })

/** Sent by the desk to 后勤保障处, on the public board. */
export async function sent(of: HandlingWorld, more: Parameters<typeof raised>[1] = {}): Promise<string> {
  const need = await raised(of, more)
  unwrap(await of.people.K1.post(contract.send, { id: need.id, office: logistics, open: true }))
  return need.id
}

/** Answered by the head of 后勤保障处. */
export async function answered(
  of: HandlingWorld,
  outcome: "A" | "B" | "C" | "D",
  more: Parameters<typeof raised>[1] = {},
): Promise<string> {
  const id = await sent(of, more)
  const text = "洗衣机已经联系厂家，今天上午换新。"
  unwrap(await of.people.H1.post(contract.answer, { id, outcome, text, sign: true }))
  return id
}
