import type { Actor, Under } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { ofDesk, oversees } from "./abilities.ts"
import { answers } from "./offices.ts"
import { desksOf } from "./store.ts"

/** From where a person looks at needs: a union's desk, the League's, an office, or above them. */
export interface Desk {
  readonly key: string
  readonly kind: "union" | "league" | "office" | "over"
  readonly name: string
  /** Of a union's desk. */
  readonly union?: Under & { readonly name: string }
  readonly department?: string | null
  /** Of an office: where it is. */
  readonly office?: string
  readonly place?: string
  /** Of the League's: unions of the person asking, of whose people he or she hears nothing. */
  readonly except?: readonly string[]
}

/** Every desk the person acting has, the ones with most to do first: union, League, offices, over. */
export async function desksFor(ctx: Ctx): Promise<readonly Desk[]> {
  return [...(await unionDesks(ctx)), ...league(ctx.actor), ...offices(ctx.actor), ...over(ctx.actor)]
}

async function unionDesks(ctx: Ctx): Promise<Desk[]> {
  const ids = ctx.actor.capacities.flatMap((c) => (c.office === "union" ? [c.officeId] : []))
  const named = await desksOf(ctx.tx, ids)
  return (await unionsOf(ctx.tx, [...new Set(ids)])).flatMap((union): Desk[] => {
    const department = named.get(union.id) ?? null
    if (!ctx.actor.capacities.some((c) => ofDesk(c, { union, department }))) return []
    return [{ key: `union:${union.id}`, kind: "union", name: union.name, union, department }]
  })
}

function league(actor: Actor): Desk[] {
  const except = actor.capacities.flatMap((c) => (c.office === "union" ? [c.officeId] : []))
  return actor.capacities
    .filter((c) => c.office === "school-league")
    .slice(0, 1)
    .map((c) => ({ key: "league", kind: "league", name: c.officeName, except }))
}

function offices(actor: Actor): Desk[] {
  const found = actor.capacities
    .filter((c) => answers(c.office))
    .map((c): [string, Desk] => {
      const key = `office:${c.office}:${c.scope.id}`
      return [key, { key, kind: "office", name: c.officeName, office: c.office, place: c.scope.id }]
    })
  return [...new Map(found).values()]
}

const over = (actor: Actor): Desk[] =>
  actor.capacities
    .filter(oversees)
    .slice(0, 1)
    .map((c) => ({ key: "over", kind: "over", name: c.officeName }))

/** The desk asked for, or the first; and all of them, for the ability. */
export async function theDesk(ctx: Ctx, { at }: { at?: string | undefined }) {
  const desks = await desksFor(ctx)
  return {
    desks,
    desk: desks.find((d) => d.key === at) ?? desks[0],
    keys: desks.map((d) => d.key),
    wanted: at,
  }
}
