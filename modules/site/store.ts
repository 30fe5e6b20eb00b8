import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"

export interface PublicUnion {
  readonly id: string
  readonly name: string
  readonly level: "school" | "faculty"
  readonly kind: "undergraduate" | "graduate"
  readonly faculty: string | null
  /** People on the roster, each once; null without a roster. */
  readonly staff: number | null
  readonly presidium: number | null
}

const holds = (t: string) => `${t}.valid_from <= $2 and (${t}.valid_to is null or ${t}.valid_to > $2)`
const person = "coalesce(p.number, p.number_written, p.name || '#' || p.id)"

/** Unions with counts only, school unions first, faculties in the register's order: no row about a person leaves. */
export async function publicUnions(tx: Tx, day: Day): Promise<readonly PublicUnion[]> {
  const { rows } = await tx.client.query<PublicUnion>(
    `select u.id, u.name, u.level, u.kind, u.faculty, n.staff, n.presidium
     from student_union u
     left join faculty f on f.university_id = u.university_id and f.name = u.faculty
     left join (
       select p.union_id, count(distinct ${person})::int as staff,
              (count(distinct ${person}) filter (where p.kind = 'presidium'))::int as presidium
       from post p where p.university_id = $1 and ${holds("p")} group by p.union_id
     ) n on n.union_id = u.id
     where u.university_id = $1
     order by u.level = 'faculty', f.id, u.kind = 'graduate', u.opened_by, u.name`,
    [tx.university, day],
  )
  return rows
}

export interface PublicDepartment {
  readonly unionId: string
  readonly name: string
  readonly people: number
}

export async function publicDepartments(tx: Tx, day: Day): Promise<readonly PublicDepartment[]> {
  const { rows } = await tx.client.query<PublicDepartment>(
    `select d.union_id as "unionId", d.name, count(distinct ${person})::int as people
     from department d
     left join post p on p.university_id = d.university_id and p.union_id = d.union_id
       and p.department = d.name and ${holds("p")}
     where d.university_id = $1 and ${holds("d")}
     group by d.union_id, d.name, d.position order by d.union_id, d.position`,
    [tx.university, day],
  )
  return rows
}
