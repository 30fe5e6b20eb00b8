import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { UnionKind } from "#policy/vocabulary.ts"

/** Students of one grade in a faculty or a class; of a kind only where the register knows it of all of them. */
export interface StudentGroup {
  /** The faculty, or the class where one faculty was asked for; null: no class on record. */
  readonly group: string | null
  readonly grade: number
  readonly students: number
  readonly women: number | null
  /** 党员, 预备党员 included. */
  readonly party: number
  readonly minorities: number | null
}

/** Those a union of this kind stands for on a day: by faculty, or by class within one faculty. */
export async function studentGroups(
  tx: Tx,
  day: Day,
  kind: UnionKind,
  faculty: string | null,
): Promise<StudentGroup[]> {
  const group = faculty === null ? "faculty" : "class_name"
  const { rows } = await tx.client.query<StudentGroup>(
    `select ${group} as "group", grade, count(*)::int as students,
       case when count(sex) = count(*) then (count(*) filter (where sex = '女'))::int end as women,
       (count(*) filter (where political in ('member', 'probationary')))::int as party,
       case when count(ethnicity) = count(*)
         then (count(*) filter (where ethnicity not in ('汉族', '汉')))::int end as minorities
     from student
     where university_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
       and (level = 'undergraduate') = ($3 = 'undergraduate') and ($4::text is null or faculty = $4)
     group by 1, 2 order by 1 nulls last, 2`,
    [tx.university, day, kind, faculty],
  )
  return rows
}

/** Societies on a day; `members` null where nobody wrote them down. */
export async function societyBodies(
  tx: Tx,
  day: Day,
): Promise<{ name: string; main: boolean; members: number | null }[]> {
  const { rows } = await tx.client.query<{ name: string; main: boolean; members: number | null }>(
    `select name, main, members from society
     where university_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
     order by not main, name`,
    [tx.university, day],
  )
  return rows
}
