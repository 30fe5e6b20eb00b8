import { atLeastShare, atMost, between } from "@qiaoliang/clause"
import type { NewsHandler } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { buildAccount, testWorld } from "#modules/accounts/build.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { type CharterPart, charterModule, charterOn } from "./index.ts"

/** Rules as the articles have them, in the shape the room asks for. */
const articles = [
  {
    entries: [
      { clause: "3.3", spec: { quote: "主席团成员不超过5人", limit: atMost(5) } },
      { clause: "3.5", spec: { quote: "负责人2至3人", limit: between(2, 3) } },
      { clause: "5.6", spec: { quote: "一般不少于50%", limit: atLeastShare(1, 2) } },
      {
        clause: "4.3",
        spec: {
          quote: "前30%以内",
          readings: {
            text: { label: "各学期", source: "原文" },
            freshmen: { label: "新生不计", source: "自评表" },
          },
        },
      },
      { clause: "3.1" },
    ],
  },
]

export const school = "u-school"
export const maths = "u-maths"

/** A university with a school union and one of 数学学院, and those who may settle their rules and who may not. */
export interface CharterWorld {
  readonly w: TestWorld
  /** The school's League committee. */
  readonly league: Person
  /** Of the school union's presidium. */
  readonly chair: Person
  readonly admin: Person
  /** What the rooms below were told. */
  readonly news: readonly unknown[]
  /** What the articles are told of a union on a day. */
  on(day: string, union?: string): Promise<CharterPart>
}

export async function charterWorld(): Promise<CharterWorld> {
  const news: unknown[] = []
  const told: NewsHandler = async (_, payload) => void news.push(payload)
  const listener = {
    name: "listener",
    at: "file:///nowhere/module.ts",
    clauses: [],
    served: [],
    on: { "charter.changed": told },
  }
  const w = await testWorld({ modules: [charterModule(articles), listener] })
  await addFaculty(w, "数学学院")
  await addFaculty(w, "物理学院")
  await addUnion(w, {
    id: school,
    name: "校学生会",
    posts: [
      { number: "X1", kind: "presidium", title: "执行主席" },
      { number: "X2", kind: "member", title: "干事" },
    ],
  })
  await addUnion(w, { id: maths, name: "数学学院学生会", level: "faculty", faculty: "数学学院" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "clerk" })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "数学学院" })
  await hold(w, { kind: "faculty-league", number: "F2", faculty: "物理学院" })
  await buildAccount(w, { number: "ADMIN", admin: true })
  return {
    w,
    league: await w.as("L1"),
    chair: await w.as("X1"),
    admin: await w.as("ADMIN"),
    news,
    on: (day, union = school) =>
      w.world.db.scoped(w.university.id, async (tx) => (await charterOn(tx, [union], day)).get(union)!),
  }
}

/** What the school union may put on record. */
export const charter = {
  union: school,
  name: "桥梁大学学生会章程",
  adoptedOn: "2024-10-20",
  adoptedBy: "第三十次学生代表大会",
  public: true,
  words: "第一条 学生会是党领导下的主要学生组织。",
}
export const limit = {
  union: school,
  clause: "3.3",
  limit: { kind: "count", max: 3 },
  from: "2025-09-01",
  source: "章程第十二条",
} as const
export const reading = {
  union: school,
  clause: "4.3",
  reading: "freshmen",
  from: "2025-09-01",
  source: "实施办法",
}
export const rotation = { union: school, from: "2025-09-01", source: "章程第九条" }

/** How a deed is answered to those with no say in the school union's rules. */
export async function outsiders(
  w: TestWorld,
  deed: (p: Person) => Promise<{ status: number }>,
): Promise<Record<string, number>> {
  const answers: Record<string, number> = { stranger: (await deed(w.stranger)).status }
  for (const number of ["ADMIN", "X2", "L2", "F1", "Z9"])
    answers[number] = (await deed(await w.as(number))).status
  return answers
}

/** The stranger must sign in; the administrator, members, clerks and other faculties are refused. */
export const turnedAway = { stranger: 401, ADMIN: 403, X2: 403, L2: 403, F1: 403, Z9: 403 }
