import type { Ctx } from "#kit/server/world.ts"
import { decides } from "#modules/courses/index.ts"
import { offices } from "#policy/offices.ts"

/** An office needs can be sent to: somebody who decides holds a post in it today. */
export interface Office {
  readonly kind: string
  readonly place: string
  readonly name: string
}

/** The university's offices and departments, and a faculty through its League committee. */
const kinds: readonly string[] = offices
  .filter((o) => o.scope === "university" || o.scope === "unit" || o.kind === "faculty-league")
  .map((o) => o.kind)

/** Whether needs are sent to offices of this kind. */
export const answers = (kind: string): boolean => kinds.includes(kind)

/** In the order a desk looks for them: departments, offices, faculties. */
export async function officesFor(ctx: Ctx): Promise<readonly Office[]> {
  const { rows } = await ctx.tx.client.query<Office & { post: string }>(
    `select distinct o.kind, o.scope_id as place, o.name, h.post
     from office o join office_holder h on h.university_id = o.university_id and h.office_id = o.id
     where o.university_id = $1 and o.kind = any($2) and h.union_id is null
       and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)`,
    [ctx.tx.university, kinds, ctx.today],
  )
  const deciding = rows.filter((r) => decides({ office: r.kind, post: r.post }))
  const found = new Map(deciding.map(({ kind, place, name }) => [`${kind} ${place}`, { kind, place, name }]))
  return [...found.values()].toSorted(
    (a, b) => order(a.kind) - order(b.kind) || a.name.localeCompare(b.name, "zh-CN"),
  )
}

const order = (kind: string): number => (kind === "service" ? 0 : kind === "faculty-league" ? 2 : 1)
