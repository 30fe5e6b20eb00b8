import { newId, unwrap } from "@qiaoliang/basics"
import { nobody } from "#kit/server/actor.ts"
import type { Module } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import type { Ctx } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import {
  type Assembly,
  assemblyModule,
  type Duty,
  insertAppointments,
  insertAssembly,
  theAssembly,
} from "#modules/assembly/index.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { move } from "#modules/courses/contract.ts"
import { coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister, type WantedStudent } from "#modules/people/build.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import type { Allocation } from "./allocation.ts"
import * as contract from "./contract.ts"
import { courseKinds, delegatesWith, inboxItems } from "./index.ts"

/** Monday 17 November 2025. */
export const opening = "2025-11-17T02:00:00Z"

/** The rooms this one stands on, with itself; seats come from what the test has set. */
export function delegatesWorld(more: readonly Module[] = []) {
  const adopted = new Map<string, Allocation>()
  const made = testWorld({
    at: opening,
    modules: [
      people,
      unions,
      coursesModule(courseKinds),
      charterModule(articles),
      congressModule,
      assemblyModule,
      delegatesWith(async (_, id) => adopted.get(id)),
      ...more,
      inboxModule([ofCourses(kindsOf(courseKinds)), inboxItems]),
    ],
  })
  return made.then((w) => ({ w, adopted }))
}

export const sql = (w: TestWorld, text: string, values: readonly unknown[] = []) =>
  w.world.db.scoped(w.university.id, (tx) => tx.client.query(text, [w.university.id, ...values]))

export async function addStudents(w: TestWorld, students: readonly WantedStudent[]): Promise<void> {
  const usual = { sex: "女", ethnicity: "汉族", major: "汉语言文学", className: "中文2301班" }
  await addToRegister(
    w,
    students.map((s) => ({ ...usual, ...s })),
  )
  await sql(
    w,
    `insert into student_body (university_id, level, faculty, grade, campus, students, valid_from, opened_by)
     select $1, 'undergraduate', faculty, grade, '', count(*), '2023-09-01', 'test' || min(number)
     from student where university_id = $1 and number = any($2) group by faculty, grade`,
    [students.map((s) => s.number)],
  )
}

/** A class of so many: `C1-01` … */
export const classOf = (
  prefix: string,
  n: number,
  more: Omit<WantedStudent, "number"> = {},
): readonly WantedStudent[] =>
  Array.from({ length: n }, (_, i) => ({ ...more, number: `${prefix}-${`${i + 1}`.padStart(2, "0")}` }))

export async function addAssembly(
  w: TestWorld,
  unionId: string,
  more: Partial<Assembly> = {},
  serving: readonly { readonly number: string; readonly duty: Duty; readonly lead?: boolean }[] = [],
): Promise<string> {
  const id = newId()
  await w.world.db.scoped(w.university.id, async (tx) => {
    await insertAssembly(tx, {
      id,
      unionId,
      kind: "congress",
      name: `第${id.slice(-4)}次学生代表大会`,
      day: "2025-12-20",
      time: "14:00",
      place: "礼堂",
      state: "preparing",
      proposedOn: "2025-11-01",
      openedAt: null,
      closedAt: null,
      cancelledBecause: null,
      ...more,
    })
    await insertAppointments(
      tx,
      serving.map((s) => ({
        id: newId(),
        assemblyId: id,
        number: s.number,
        name: `${s.number}号`,
        duty: s.duty,
        lead: s.lead ?? false,
        basis: "预备会议通过",
        from: "2025-11-01",
        to: null,
      })),
      "test",
    )
  })
  return id
}

export const committee = [
  { number: "R1", duty: "credentials", lead: true },
  { number: "R2", duty: "credentials" },
  { number: "Q1", duty: "preparatory" },
] as const

/** Two faculties with their offices and unions, two classes in each, the university's offices. */
export async function furnish(w: TestWorld) {
  for (const name of ["文学院", "理学院"]) await addFaculty(w, name)
  await addStudents(w, [
    ...classOf("C1", 12),
    ...classOf("C2", 12, { className: "中文2401班", grade: 2024, sex: "男" }),
    ...classOf("M1", 12, { faculty: "理学院", className: "数学2301班" }),
    ...classOf("M2", 12, { faculty: "理学院", className: "数学2401班", grade: 2024 }),
  ])
  await hold(w, { kind: "class-branch", number: "B1", scope: "中文2301班", faculty: "文学院" })
  await hold(w, { kind: "class-branch", number: "B2", scope: "中文2401班", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F9", faculty: "理学院" })
  await hold(w, { kind: "school-league", number: "L1" })
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [{ number: "C1-12", kind: "presidium", title: "执行主席" }],
  })
  const arts = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [
      { number: "U1", kind: "presidium", title: "主席" },
      { number: "C1-01", kind: "presidium", title: "副主席" },
    ],
  })
  const science = await addUnion(w, { name: "理学院学生会", level: "faculty", faculty: "理学院" })
  return { school, arts, science }
}

export const allocation = (seats: Allocation["seats"], more: Partial<Allocation> = {}): Allocation => ({
  version: 1,
  total: seats.reduce((n, s) => n + s.seats, 0),
  seats,
  societies: [],
  exOfficio: 0,
  observers: 0,
  ...more,
})

/** As the product itself, e.g. to call a door of the room. */
export const within = <T>(w: TestWorld, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  w.world.within(w.university, nobody, work)

export const ofAssembly = async (ctx: Ctx, id: string) => unwrap(await theAssembly(ctx, { assembly: id }))

/** The list of one faculty, class or society of an assembly. */
export async function listNamed(w: TestWorld, assembly: string, key: string): Promise<string> {
  const { rows } = await sql(
    w,
    "select id from delegate_list where university_id = $1 and assembly_id = $2 and key = $3",
    [assembly, key],
  )
  return String(rows[0]?.id)
}

/** One pass as an office, on the version that stands. */
export async function passAs(w: TestWorld, person: Person, list: string, step: string, office: string) {
  const { rows } = await sql(
    w,
    `select c.id, c.state ->> 'version' as version from course c
     join delegate_list l on l.university_id = c.university_id and l.course_id = c.id
     where c.university_id = $1 and l.id = $2`,
    [list],
  )
  return person.post(move, {
    id: String(rows[0]?.id),
    move: { kind: "pass", step, office, version: String(rows[0]?.version) },
  })
}

/** A class meeting that is in order, with votes falling by one from the first. */
export const meeting = (list: string, className: string, numbers: readonly string[], more = {}) => ({
  list,
  className,
  heldOn: "2025-11-16",
  people: 12,
  present: 10,
  nominees: numbers.map((number, i) => ({ number, votes: 9 - i })),
  ...more,
})

/** What the union's meeting gave each nominee, by number of the register. */
export async function vote(person: Person, list: string, votes: Readonly<Record<string, number>>, more = {}) {
  const seen = unwrap(await person.get(contract.list, { list }))
  return person.post(contract.elect, {
    list,
    heldOn: "2025-11-17",
    due: 20,
    present: 20,
    votes: Object.entries(votes).map(([number, n]) => ({
      nominee: seen.nominees.find((x) => x.number === number)!.id,
      votes: n,
    })),
    ...more,
  })
}
