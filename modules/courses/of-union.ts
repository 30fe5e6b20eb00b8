import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { CourseLabel } from "./course.ts"

/** A course as a list tells of it, and by its procedure's id where it leads. */
export interface OpenCourse extends CourseLabel {
  readonly procedure: string
  readonly title: string
  readonly since: Day
}

/** What is on its way for a union: the handover of its chair lists it. */
export async function openCoursesOf(tx: Tx, unionId: string): Promise<readonly OpenCourse[]> {
  const { rows } = await tx.client.query<OpenCourse>(
    `select id, procedure, subject, union_id as "unionId", title, since from course
     where university_id = $1 and union_id = $2 and status = 'open' order by id`,
    [tx.university, unionId],
  )
  return rows
}
