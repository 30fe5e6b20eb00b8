import { unwrap } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { one as course, move } from "#modules/courses/contract.ts"
import { coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { courseKinds } from "./course-kinds.ts"
import { inboxItems } from "./inbox.ts"
import { approvals } from "./module.ts"

/** 2025-11-17 is a Monday; no holiday is near. */
export const monday = "2025-11-17T02:00:00Z"

export const school = "u-school"
export const letters = "u-letters"

/** Two unions, those who ask and those who review. */
export async function approvalsWorld(more: readonly Module[] = []) {
  const w = await testWorld({
    modules: [
      coursesModule(courseKinds),
      approvals,
      ...more,
      inboxModule([ofCourses(kindsOf(courseKinds)), inboxItems]),
    ],
    at: monday,
  })
  await addFaculty(w, "文学院")
  await addFaculty(w, "理学院")
  const posts = (prefix: string) => [
    { number: `${prefix}1`, kind: "presidium" as const, title: "执行主席" },
    { number: `${prefix}2`, kind: "head" as const, title: "部长" },
    { number: `${prefix}3`, kind: "member" as const, title: "干事" },
  ]
  await addUnion(w, { id: school, name: "校学生会", posts: posts("X") })
  await addUnion(w, {
    id: letters,
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: posts("W"),
  })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "deputy-secretary", designated: true })
  // The designated one is also secretary-general of the school union: he or she may ask, and not decide.
  await hold(w, { kind: "school-league", number: "L2", post: "secretary", union: school })
  await hold(w, { kind: "school-league", number: "L3", post: "deputy" })
  await hold(w, { kind: "school-party", number: "P1" })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F2", faculty: "文学院", post: "clerk" })
  await hold(w, { kind: "faculty-league", number: "F9", faculty: "理学院" })
  return w
}

export const activityOn = (day: string, more: Record<string, unknown> = {}) => ({
  unionId: school,
  kind: "activity" as const,
  title: "读书分享会",
  fields: {
    department: "学习部",
    charge: "X2号",
    contact: "内线 8021",
    theme: "共读一本书",
    starts: `${day}T18:30`,
    ends: `${day}T20:30`,
    venue: "图书馆报告厅",
    participants: 80,
    feasibility: "面向全体同学，每院系各一名分享人。",
    major: false,
    ownMoney: 20_000,
    commercial: false,
    offCampus: false,
    outsiders: false,
    safety: "报告厅容纳120人，安排4名引导员。",
    ...more,
  },
})

export const fundsOn = (day: string, more: Record<string, unknown> = {}) => ({
  unionId: school,
  kind: "funds" as const,
  title: "读书会物料",
  fields: {
    department: "学习部",
    charge: "X2号",
    contact: "内线 8021",
    use: "读书分享会的展板和书籍",
    items: [
      { name: "展板", unit: "块", count: 3, price: 1010 },
      { name: "书籍", unit: "册", count: 7, price: 2020 },
    ],
    source: "校团委经费",
    usedOn: day,
    returnable: true,
    returnOn: "2025-12-05",
    ...more,
  },
})

/** Pass the step a request stands at, as it stands. */
export async function review(person: Person, id: string, conditions = "") {
  const now = unwrap(await person.get(course, { id }))
  const pass = now.offers.find((o) => o.kind === "pass")
  return person.post(move, {
    id,
    move: {
      kind: "pass",
      step: pass?.step ?? "reviewed",
      office: pass?.office ?? "school-league",
      version: now.version,
      says: conditions ? { conditions } : {},
    },
  })
}

/** A file sent by a person; answers its id. */
export async function send(person: Person, name = "票据.pdf"): Promise<string> {
  const boundary = "----qiaoliang"
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\r\n--${boundary}--\r\n`
  const answer = await person.send({
    method: "POST",
    url: "/api/approvals/document",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  return answer.json<{ id: string }>().id
}

export type ApprovalsWorld = TestWorld
