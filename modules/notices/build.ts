import { unwrap } from "@qiaoliang/basics"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import type { University } from "#kit/server/world.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import type { StudyLevel } from "#policy/vocabulary.ts"
import { one as course, move } from "../courses/contract.ts"
import * as contract from "./contract.ts"

/** So many students of a class, numbered `NAME1`…; answers their numbers. */
export async function addClass(
  w: TestWorld,
  of: {
    faculty: string
    className: string | null
    name: string
    size: number
    grade?: number
    level?: StudyLevel
  },
  at: University = w.university,
): Promise<string[]> {
  const numbers = Array.from({ length: of.size }, (_, i) => `${of.name}${i + 1}`)
  const { size: _, name: _name, ...as } = of
  await addToRegister(
    w,
    numbers.map((number) => ({ ...as, number })),
    at,
  )
  return numbers
}

/** Two faculties with classes, the unions, and who writes, reviews and passes on. */
export async function addPeople(w: TestWorld) {
  for (const name of ["文学院", "数学学院"]) await addFaculty(w, name)
  await addClass(w, { faculty: "文学院", className: "汉语言2301", name: "A", size: 6 })
  await addClass(w, { faculty: "文学院", className: "汉语言2401", name: "B", size: 7, grade: 2024 })
  await addClass(w, { faculty: "数学学院", className: "数学2301", name: "C", size: 5 })
  await addClass(w, { faculty: "数学学院", className: "数学博士2301", name: "D", size: 3, level: "doctor" })
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "P1", kind: "presidium", title: "执行主席" },
      { number: "H1", kind: "head", title: "负责人" },
      { number: "M1", kind: "member", title: "工作人员" },
    ],
  })
  const faculty = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [{ number: "FP", kind: "presidium", title: "执行主席" }],
  })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "LD", post: "deputy-secretary", designated: true })
  await hold(w, { kind: "school-league", number: "LC", post: "clerk" })
  await hold(w, { kind: "student-affairs", number: "SA" })
  await hold(w, { kind: "academic-affairs", number: "AA" })
  await hold(w, { kind: "faculty-league", number: "FL", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "ML", faculty: "数学学院" })
  await hold(w, { kind: "class-branch", number: "A1", faculty: "文学院", scope: "汉语言2301" })
  await hold(w, { kind: "class-branch", number: "B1", faculty: "文学院", scope: "汉语言2401" })
  return { school, faculty }
}

const everybody = {
  everybody: true,
  faculties: [] as string[],
  classes: [] as string[],
  grades: [] as number[],
  groups: [] as string[],
  level: "all" as "all" | "undergraduate" | "graduate",
}

/** Of the Party's voice, for everybody, to be passed down within the week. */
export const written = {
  kind: "voice" as "voice" | "work" | "service",
  title: "关于开展主题团日的通知",
  text: "各班级：\n一、于本周内组织学习。\n二、登记传达情况。",
  files: [] as string[],
  open: false,
  targets: everybody,
  confirm: true,
  passDown: true,
  dueOn: "2025-11-21" as string | null,
  publishAt: null as string | null,
}

type Wanted = Partial<typeof written>
interface From {
  readonly office: string
  readonly place: string
}

export const draft = async (who: Person, from: From, more: Wanted = {}): Promise<string> =>
  unwrap(await who.post(contract.save, { from, ...written, ...more })).id

/** Handed in; answers its id. */
export async function handIn(who: Person, from: From, more: Wanted = {}): Promise<string> {
  const id = await draft(who, from, more)
  unwrap(await who.post(contract.submit, { id }))
  return id
}

/** One step of its review, by somebody who may take it. */
export async function passReview(who: Person, id: string, office = "school-league", step = "reviewed") {
  const at = unwrap(await who.get(contract.one, { id })).course!
  const { version } = unwrap(await who.get(course, { id: at }))
  return who.post(move, { id: at, move: { kind: "pass", step, office, version } })
}
