import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf } from "#modules/assembly/index.ts"
import { delegatesOf, delegationsOf } from "#modules/delegates/index.ts"
import { openPosts, unionsOf } from "#modules/unions/index.ts"

/** People a notice may go to besides places: the staff of a union, the delegates of an assembly. */
export interface Group {
  readonly key: string
  readonly name: string
}

const staff = (union: string) => `staff/${union}`
const delegates = (assembly: string) => `delegates/${assembly}`

/** Those a sender may write to: of all unions, or of those of its faculty. */
export async function groupsFor(ctx: Ctx, faculty: string | null): Promise<Group[]> {
  const unions = (await unionsOf(ctx.tx)).filter((u) => faculty === null || u.faculty === faculty)
  const assemblies = await assembliesOf(
    ctx.tx,
    unions.map((u) => u.id),
  )
  return [
    ...unions.map((u) => ({ key: staff(u.id), name: `${u.name}工作人员` })),
    ...assemblies
      .filter((a) => a.state !== "cancelled")
      .map((a) => ({ key: delegates(a.id), name: `${a.name}代表` })),
  ]
}

/** The numbers of everybody in some groups today. */
export async function numbersIn(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const numbers = new Set<string>()
  for (const key of keys) {
    const [kind, id = ""] = key.split("/")
    const people = kind === "staff" ? await openPosts(ctx.tx, id) : await delegatesOf(ctx.tx, id)
    for (const p of people) if (p.number) numbers.add(p.number)
  }
  return [...numbers]
}

/** The groups somebody belongs to today. */
export async function groupsOf(ctx: Ctx): Promise<string[]> {
  const { number, capacities } = ctx.actor
  if (!number) return []
  return [
    ...capacities.filter((c) => c.office === "union").map((c) => staff(c.scope.id)),
    ...(await delegationsOf(ctx.tx, number)).map((d) => delegates(d.assemblyId)),
  ]
}
