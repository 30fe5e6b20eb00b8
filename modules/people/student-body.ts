/**
 * How many students there are, kept ready by what moved the register: each row of `student_body` says how
 * many more (or fewer) of a group there are from a day on. Their sum up to a day is the count of that day,
 * and an undo takes a change's rows away with those of the register.
 */
import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { university } from "#kit/server/tenancy.ts"
import type { World } from "#kit/server/world.ts"
import type { UnionKind } from "#policy/vocabulary.ts"

/** Count what a change opened and closed in the register, after it is written; null: what every change did. */
export async function countStudents(tx: Tx, change: string | null): Promise<void> {
  const moved = (day: string, by: string, n: 1 | -1) =>
    `select level, faculty, grade, coalesce(campus, '') as campus, ${day} as day, ${by} as change, ${n} as n
     from student where university_id = $1 and ${by} ${change === null ? "is not null" : "= $2"}`
  await tx.client.query(
    `insert into student_body (university_id, level, faculty, grade, campus, students, valid_from, opened_by)
     select $1, level, faculty, grade, campus, sum(n), day, change
     from (${moved("valid_from", "opened_by", 1)} union all ${moved("valid_to", "closed_by", -1)}) m
     group by level, faculty, grade, campus, day, change having sum(n) <> 0`,
    change === null ? [tx.university] : [tx.university, change],
  )
}

const onDay = "university_id = $1 and valid_from <= $2"

/** How many students the university has on a day, and on which campuses. */
export async function studentBodyOn(tx: Tx, day: Day): Promise<{ students: number; campuses: string[] }> {
  const { rows } = await tx.client.query<{ campus: string; n: string }>(
    `select campus, sum(students) as n from student_body where ${onDay}
     group by campus having sum(students) <> 0 order by campus`,
    [tx.university, day],
  )
  return {
    students: rows.reduce((n, r) => n + Number(r.n), 0),
    campuses: rows.flatMap((r) => r.campus || []),
  }
}

/** The students a school union of this kind stands for on a day: undergraduates, or postgraduates. */
export async function studentsOfKind(
  tx: Tx,
  day: Day,
  kind: UnionKind,
): Promise<{ faculty: string; grade: number; students: number }[]> {
  const { rows } = await tx.client.query<{ faculty: string; grade: number; n: string }>(
    `select faculty, grade, sum(students) as n from student_body
     where ${onDay} and (level = 'undergraduate') = ($3 = 'undergraduate')
     group by faculty, grade having sum(students) <> 0 order by faculty, grade`,
    [tx.university, day, kind],
  )
  return rows.map(({ faculty, grade, n }) => ({ faculty, grade, students: Number(n) }))
}

/** Count the registers of an earlier version's data, which kept no counts: an upgrade or its backup. */
export async function countUncounted(world: World): Promise<void> {
  const universities = await world.db.transaction((sql) => sql.select({ id: university.id }).from(university))
  for (const { id } of universities)
    await world.db.scoped(id, async (tx) => {
      // One process counts, the others wait and find it done.
      await tx.client.query("select pg_advisory_xact_lock(hashtext('student_body'), hashtext($1))", [id])
      const { rows } = await tx.client.query(
        `select from student where university_id = $1
           and not exists (select from student_body where university_id = $1) limit 1`,
        [id],
      )
      if (rows.length) await countStudents(tx, null)
    })
}
