import { addDays, type Day, semesterBounds } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"
import type { Project } from "./project.ts"
import { openPast, projectsBetween } from "./store.ts"
import { inPost } from "./store-volunteers.ts"

const basis = (p: Project): string =>
  p.classes.length + p.societies.length === 0
    ? "没有登记所依托的班级和社团"
    : `依托班级${p.classes.length}个、社团${p.societies.length}个`

/**
 * 2.5: this semester's projects of each union, and what they are built on. A union that recorded none gives no
 * answer: an attestation may still speak for it.
 */
export async function projectsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const { from } = semesterBounds(day)
  const held = (await projectsBetween(tx, unions, from, day)).filter((p) => p.startsOn <= day)
  return new Map(
    unions.flatMap((id) => {
      const own = held.filter((p) => p.unionId === id)
      if (own.length === 0) return []
      const bare = own.filter((p) => p.classes.length + p.societies.length === 0)
      const on = own.reduce((latest, p) => (p.startsOn > latest ? p.startsOn : latest), from)
      const rows = (bare.length > 0 ? bare : own).map((p) => ({ id: p.id, name: p.title, note: basis(p) }))
      return [[id, { answers: { "built-on-classes": { value: bare.length === 0, on, rows } } }] as const]
    }),
  )
}

/** 3.10: volunteers who still hold a post after the last day of their project. `may`: told, never a finding. */
export interface StillInPost {
  readonly project: string
  readonly title: string
  readonly union: string
  readonly endedOn: Day
  readonly volunteers: number
}

export async function stillInPost(tx: Tx, day: Day): Promise<StillInPost[]> {
  const past = await openPast(tx, day)
  const people = await inPost(
    tx,
    past.map((p) => p.id),
    day,
  )
  return past.map((p) => ({
    project: p.id,
    title: p.title,
    union: p.unionId,
    endedOn: p.endsOn,
    volunteers: people.filter((v) => v.projectId === p.id).length,
  }))
}

/** 2.4: school-wide projects that faculty unions carried in the year before a day, with who guided them. */
export async function hostedForTheSchool(tx: Tx, unions: readonly string[], day: Day): Promise<Project[]> {
  const held = await projectsBetween(tx, unions, addDays(day, -365), day)
  return held.filter((p) => p.guideDepartment !== null)
}
