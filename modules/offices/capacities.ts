import type { Day } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Tx } from "#kit/server/db.ts"

/**
 * Every post a person holds on a day, in offices and in unions, as rows of `Capacity`. The three arguments
 * are SQL expressions, never text from outside; so that accounts can join it to a session in one query.
 * A union's secretary-general is a League cadre, but acts for the union.
 */
export const capacitiesSql = (university: string, number: string, day: string): string => {
  const holds = (t: string) =>
    `${t}.valid_from <= ${day} and (${t}.valid_to is null or ${t}.valid_to > ${day})`
  return `
    select case when su.id is null then o.kind else 'union' end as office,
           coalesce(su.id, o.id) as "officeId",
           coalesce(su.name, o.name) as "officeName",
           case when su.id is null then json_build_object('kind', o.scope_kind, 'id', o.scope_id, 'name', o.scope_name)
                else json_build_object('kind', 'union', 'id', su.id, 'name', su.name) end as scope,
           h.post, h.title,
           h.designated or exists (
             select from office_holder d where d.university_id = h.university_id and d.id = h.stands_in_for
               and d.designated and ${holds("d")}) as designated
    from office_holder h
    join office o on o.university_id = h.university_id and o.id = h.office_id
    left join student_union su on su.university_id = h.university_id and su.id = h.union_id
    where h.university_id = ${university} and h.number = ${number} and ${holds("h")}
    union all
    select 'union', su.id, su.name, json_build_object('kind', 'union', 'id', su.id, 'name', su.name), p.kind, p.title, false
    from post p
    join student_union su on su.university_id = p.university_id and su.id = p.union_id
    where p.university_id = ${university} and p.number = ${number} and p.kind <> 'listed' and ${holds("p")}`
}

/** The posts a person holds on a day: all the authority there is. */
export async function capacitiesOf(tx: Tx, number: string, day: Day): Promise<readonly Capacity[]> {
  const { rows } = await tx.client.query<Capacity>(capacitiesSql("$1", "$2", "$3"), [
    tx.university,
    number,
    day,
  ])
  return rows
}
