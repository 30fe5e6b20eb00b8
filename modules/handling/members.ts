import type { Ctx } from "#kit/server/world.ts"
import { ofDesk } from "./abilities.ts"
import type { OfNeed } from "./load.ts"

export interface Member {
  readonly number: string
  readonly name: string
  readonly title: string
}

/** Who is of a desk today: of the union's, or the League committee's. */
export async function membersOf(
  ctx: Ctx,
  of: Pick<OfNeed, "department"> & {
    readonly need: Pick<OfNeed["need"], "desk">
    readonly union: Pick<OfNeed["union"], "id" | "name">
  },
): Promise<readonly Member[]> {
  const scope = { kind: "union", id: of.union.id, name: of.union.name } as const
  const found =
    of.need.desk === "league"
      ? await leaguePeople(ctx)
      : (await unionPeople(ctx, of.union.id))
          .toSorted(byRank)
          .filter((p) =>
            ofDesk({ ...p, office: "union", officeId: of.union.id, officeName: of.union.name, scope }, of),
          )
  return [...new Map(found.map(({ number, name, title }) => [number, { number, name, title }])).values()]
}

const ranks = ["presidium", "secretary", "head", "member"]
const byRank = (a: Post, b: Post): number => ranks.indexOf(a.post) - ranks.indexOf(b.post)

type Post = Member & { readonly post: string; readonly department: string | null }

async function unionPeople(ctx: Ctx, union: string): Promise<readonly Post[]> {
  const { rows } = await ctx.tx.client.query<Post>(
    `select number, name, title, kind as post, department from post
     where university_id = $1 and union_id = $2 and number is not null and kind <> 'listed'
       and valid_from <= $3 and (valid_to is null or valid_to > $3)
     union all
     select number, name, title, 'secretary', null from office_holder
     where university_id = $1 and union_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)
     order by 2`,
    [ctx.tx.university, union, ctx.today],
  )
  return rows
}

async function leaguePeople(ctx: Ctx): Promise<readonly Member[]> {
  const { rows } = await ctx.tx.client.query<Member>(
    `select h.number, h.name, h.title from office_holder h
     join office o on o.university_id = h.university_id and o.id = h.office_id
     where h.university_id = $1 and o.kind = 'school-league' and h.union_id is null
       and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2) order by h.name`,
    [ctx.tx.university, ctx.today],
  )
  return rows
}
