import { newId, unwrap } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { apply, draft, one, publish } from "#modules/calls/contract.ts"
import { callsModule } from "#modules/calls/index.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { move } from "#modules/courses/contract.ts"
import { coursesModule, inboxItems, kindsOf } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { addToRegister, type WantedStudent } from "#modules/people/build.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import { one as oneOf } from "./contract.ts"
import { courseKinds, selection } from "./index.ts"
import type { PostKind } from "./procedure.ts"

/** Monday 17 November 2025; calls run from that day. */
export const opening = "2025-11-17T02:00:00Z"

/** The rooms selection stands on, with itself; `more` come after. */
export const selectionWorld = (more: readonly Module[] = []): Promise<TestWorld> =>
  testWorld({
    at: opening,
    modules: [
      people,
      unions,
      coursesModule(courseKinds),
      charterModule(articles),
      congressModule,
      callsModule(() => courseKinds.map((k) => k.procedure.id)),
      evidence,
      selection,
      ...more,
      inboxModule([inboxItems(kindsOf(courseKinds))]),
    ],
  })

const sql = (w: TestWorld, text: string, values: readonly unknown[]) =>
  w.world.db.scoped(w.university.id, (tx) => tx.client.query(text, [w.university.id, ...values]))

interface Student extends WantedStudent {
  /** Place among 100 of the major; none: no results. */
  readonly rank?: number
  readonly fails?: number
}

/** A third-year undergraduate in the register and the results. */
export async function addStudent(w: TestWorld, { rank, fails, ...known }: Student): Promise<void> {
  await addToRegister(w, [{ sex: "女", className: "中文2301班", ...known }])
  await setResults(w, known.number, rank ?? 10, fails ?? 0)
}

export async function setResults(w: TestWorld, number: string, rank: number, fails: number): Promise<void> {
  await sql(w, "delete from academic_record where university_id = $1 and number = $2", [number])
  await sql(
    w,
    `insert into academic_record (university_id, number, semester_rank, semester_of, year_rank, year_of, overall_rank,
       overall_of, fails, valid_from, opened_by) values ($1, $2, $3, 100, $3, 100, $3, 100, $4, '2025-09-01', 'test')`,
    [number, rank, fails],
  )
}

export async function addDepartment(w: TestWorld, unionId: string, name: string): Promise<void> {
  await sql(
    w,
    `insert into department (university_id, union_id, name, valid_from, opened_by) values ($1, $2, $3, '2024-09-01', 'test')`,
    [unionId, name],
  )
}

/** Somebody on the roster by an import, or entered in the product. */
export async function addPost(
  w: TestWorld,
  p: {
    unionId: string
    number: string
    kind: "presidium" | "head" | "member"
    title: string
    department?: string
    imported?: boolean
  },
): Promise<void> {
  await sql(
    w,
    `insert into post (university_id, id, union_id, kind, title, department, name, number, place, basis, valid_from, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'test', '2024-09-01', 'test')`,
    [
      newId(),
      p.unionId,
      p.kind,
      p.title,
      p.department ?? null,
      `${p.number}号`,
      p.number,
      p.imported ? { file: "名单.xlsx", sheet: null, row: 3 } : null,
    ],
  )
}

/** Two faculties, their offices and the university's, a school union and a faculty's, each with two departments. */
export async function furnish(w: TestWorld): Promise<{ school: string; faculty: string }> {
  for (const name of ["文学院", "理学院"]) await addFaculty(w, name)
  await addStudent(w, { number: "B1", name: "团支书" })
  await hold(w, { kind: "class-branch", number: "B1", scope: "中文2301班", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F9", faculty: "理学院" })
  await hold(w, { kind: "faculty-party", number: "P1", faculty: "文学院" })
  await hold(w, { kind: "student-affairs", number: "A1" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-party", number: "C1" })
  const school = await addUnion(w, { name: "桥梁大学学生会" })
  const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
  for (const id of [school, faculty])
    for (const name of ["学习部", "权益部"]) await addDepartment(w, id, name)
  return { school, faculty }
}

/** A call made and published by the League committee, open from today. */
export async function openCall(
  w: TestWorld,
  unionId: string,
  posts: readonly { kind: PostKind; department?: string }[],
): Promise<string> {
  const league = await w.as("L1")
  const today = w.world.today(w.university)
  const { id } = unwrap(
    await league.post(draft, {
      unionId,
      title: "选拔通知",
      text: "面向全体同学公开选拔，符合条件者均可报名。",
      contact: "学生活动中心",
      opensOn: today,
      closesOn: "2026-06-30",
      posts: posts.map((p) => ({ kind: p.kind, department: p.department ?? null, number: 5 })),
    }),
  )
  unwrap(await league.post(publish, { id }))
  return id
}

export const statement = "愿意利用课余时间为同学们做实事，认真倾听，如实反映，接受监督。"

/** Apply for the post of a kind; the id of the application. */
export async function applyAs(
  person: Person,
  callId: string,
  kind: PostKind,
  more: { department?: string; source?: "faculty-union" | "school-union" | "exemplar" | "other" } = {},
): Promise<string> {
  const call = unwrap(await person.get(one, { id: callId }))
  const post = call.posts.find((p) => p.kind === kind && (p.department ?? undefined) === more.department)
  if (!post) throw new Error(`no post ${kind} ${more.department ?? ""}`)
  const made = await person.post(apply, {
    callId,
    postId: post.id,
    source: more.source ?? "faculty-union",
    sourceNote: "校级优秀学生",
    statement,
  })
  return unwrap(made).id
}

export const vouched = { vouch: "理想信念坚定，品行端正，作风务实，乐于为同学们服务，在班级中公认。" }

/** A fresh student of 中文2301班 with an application in a call of its own. */
export async function applyFresh(
  w: TestWorld,
  number: string,
  unionId: string,
  kind: PostKind,
  more: Parameters<typeof applyAs>[3] = {},
) {
  await addStudent(w, { number })
  const student = await w.as(number)
  const callId = await openCall(w, unionId, [
    { kind, ...(more.department ? { department: more.department } : {}) },
  ])
  const id = await applyAs(student, callId, kind, more)
  const seen = unwrap(await student.get(oneOf, { id }))
  return { number, student, id, callId, courseId: seen.line.courseId }
}

/** One pass as an office, on the version that stands. */
export async function passAs(
  w: TestWorld,
  person: Person,
  courseId: string,
  step: string,
  office: string,
  says?: Record<string, string>,
) {
  const { rows } = await sql(
    w,
    "select state ->> 'version' as version from course where university_id = $1 and id = $2",
    [courseId],
  )
  const version = String(rows[0]?.version)
  return person.post(move, {
    id: courseId,
    move: { kind: "pass", step, office, version, ...(says ? { says } : {}) },
  })
}
