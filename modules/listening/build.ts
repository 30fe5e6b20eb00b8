import { unwrap } from "@qiaoliang/basics"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { handlingModule } from "#modules/handling/index.ts"
import { needs } from "#modules/needs/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister } from "#modules/people/build.ts"
import { countStudents } from "#modules/people/index.ts"
import * as contract from "./contract.ts"
import { listeningModule } from "./index.ts"

/** Students of two faculties: W1–W8 of 文学院, X1–X3 of 理学院 (2024 entrants), G1 a postgraduate. */
export const students = {
  own: ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"],
  other: ["X1", "X2", "X3"],
} as const

export interface ListeningWorld {
  readonly w: TestWorld
  readonly school: string
  readonly faculty: string
  /** Presidium, a head, the desk's member, another member, the faculty union's presidium, the League. */
  readonly people: Readonly<
    Record<"P1" | "H1" | "M2" | "M1" | "U1" | "L1" | "W1" | "X1" | "G1" | "A1", Person>
  >
}

export async function listeningWorld(): Promise<ListeningWorld> {
  const w = await testWorld({ modules: [needs, handlingModule, listeningModule] })
  await addFaculty(w, "文学院")
  await addFaculty(w, "理学院")
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [
      { number: "P1", kind: "presidium", title: "执行主席" },
      { number: "H1", kind: "head", title: "部长" },
      { number: "M1", kind: "member", title: "干事" },
      { number: "M2", kind: "member", title: "干事" },
    ],
  })
  const faculty = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [{ number: "U1", kind: "presidium", title: "执行主席" }],
  })
  await hold(w, { kind: "school-league", number: "L1" })
  await addToRegister(
    w,
    students.own.map((number) => ({ number })),
  )
  for (const number of students.other)
    await addToRegister(w, [{ number, faculty: "理学院", className: "物理2401", grade: 2024 }])
  await addToRegister(w, [{ number: "G1", level: "master" }])
  await w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query(
      "update post set department = '权益服务部' where university_id = $1 and number = 'M2'",
      [tx.university],
    )
    await countStudents(tx, null)
  })
  const names = ["P1", "H1", "M2", "M1", "U1", "L1", "W1", "X1", "G1", "A1"] as const
  const people = Object.fromEntries(
    await Promise.all(names.map(async (n) => [n, await w.as(n)] as const)),
  ) as ListeningWorld["people"]
  return { w, school, faculty, people }
}

export const talkOf = (more: object = {}) => ({
  kind: "talk" as const,
  title: "食堂服务座谈会",
  about: "听听大家对食堂的意见，后勤保障处到场答复。",
  place: "学生活动中心报告厅",
  onDay: "2025-11-15",
  untilDay: "2025-11-15",
  fromTime: "14:00",
  untilTime: "16:00",
  offices: ["后勤保障处"],
  faculties: [],
  grades: [],
  places: 30,
  ...more,
})

export const surveyOf = (more: object = {}) => ({
  ...talkOf(),
  kind: "survey" as const,
  title: "自习空间使用情况",
  place: "",
  onDay: "2025-11-15",
  untilDay: "2025-11-20",
  fromTime: "",
  untilTime: "",
  offices: [],
  places: null,
  ...more,
})

export const questions = [
  {
    id: "",
    kind: "single" as const,
    title: "平时在哪里自习",
    options: ["图书馆", "教室", "宿舍"],
    required: true,
  },
  {
    id: "",
    kind: "multiple" as const,
    title: "希望改善什么",
    options: ["开放时间", "插座", "空调"],
    required: false,
  },
  { id: "", kind: "scale" as const, title: "对自习空间打分", options: [], required: true },
  { id: "", kind: "text" as const, title: "还想说什么", options: [], required: false },
]

/** Planned and announced; a questionnaire with its questions. */
export async function announced(
  who: Person,
  unionId: string,
  plan: ReturnType<typeof talkOf> | ReturnType<typeof surveyOf>,
): Promise<string> {
  const { id } = unwrap(await who.post(contract.make, { unionId, ...plan }))
  if (plan.kind === "survey") unwrap(await who.post(contract.ask, { id, questions }))
  unwrap(await who.post(contract.announce, { id }))
  return id
}
