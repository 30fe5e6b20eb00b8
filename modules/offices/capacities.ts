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
           h.post, h.title, null as department,
           h.designated or exists (
             select from office_holder d where d.university_id = h.university_id and d.id = h.stands_in_for
               and d.designated and ${holds("d")}) as designated
    from office_holder h
    join office o on o.university_id = h.university_id and o.id = h.office_id
    left join student_union su on su.university_id = h.university_id and su.id = h.union_id
    where h.university_id = ${university} and h.number = ${number} and ${holds("h")}
    union all
    select 'union', su.id, su.name, json_build_object('kind', 'union', 'id', su.id, 'name', su.name), p.kind, p.title,
           p.department, false
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

/** Somebody who holds a post of an office at a place. */
export interface Held {
  readonly number: string
  /** The office's or the union's name: 文学院团组织. */
  readonly officeName: string
  readonly post: string
  readonly designated: boolean
}

/** Who holds the posts of an office at a place on a day; of a union (`union`) by its id: the other way round. */
export async function holdersAt(tx: Tx, office: string, place: string, day: Day): Promise<readonly Held[]> {
  const { rows } = await tx.client.query<Held>(
    `with held as (
       select h.* from office_holder h
       where h.university_id = $1 and h.valid_from <= $4 and (h.valid_to is null or h.valid_to > $4))
     select h.number, coalesce(su.name, o.name) as "officeName", h.post,
            h.designated or exists (select from held d where d.id = h.stands_in_for and d.designated) as designated
     from held h
     join office o on o.university_id = h.university_id and o.id = h.office_id
     left join student_union su on su.university_id = h.university_id and su.id = h.union_id
     where case when su.id is null then o.kind = $2 and o.scope_id = $3 else $2 = 'union' and su.id = $3 end
     union all
     select p.number, su.name, p.kind, false from post p
     join student_union su on su.university_id = p.university_id and su.id = p.union_id
     where p.university_id = $1 and $2 = 'union' and su.id = $3 and p.number is not null and p.kind <> 'listed'
       and p.valid_from <= $4 and (p.valid_to is null or p.valid_to > $4)`,
    [tx.university, office, place, day],
  )
  return rows
}
