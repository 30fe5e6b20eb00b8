import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Desk, deskOf, desksFor } from "#modules/handling/index.ts"
import { mergedInto, type Need, needById, needsByIds, shelfFor } from "#modules/needs/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Lies } from "./abilities.ts"
import { needsSaid, type Shelf, unionsReported } from "./store.ts"

/** Desks that sort: of unions, and the League's. */
export const sortingDesks = async (ctx: Ctx): Promise<readonly Desk[]> =>
  (await desksFor(ctx)).filter((d) => d.kind === "union" || d.kind === "league")

/** The desk asked for, or the first. */
export async function theDesk(ctx: Ctx, { at }: { at?: string | undefined }) {
  const desks = await sortingDesks(ctx)
  const keys = desks.map((d) => d.key)
  return ok({ desks, keys, wanted: at, desk: at ? desks.find((d) => d.key === at) : desks[0] })
}

/** Whose needs are compared at a desk: reports of conduct, by the union they are about. */
export const shelvesOf = async (ctx: Ctx, desk: Desk): Promise<readonly Shelf[]> =>
  desk.kind === "union"
    ? [{ desk: "union", unionId: desk.union!.id }]
    : (await unionsReported(ctx.tx)).map((unionId) => ({ desk: "league", unionId }))

export interface OfNeeds {
  readonly needs: readonly Need[]
  readonly all: readonly Lies[]
}

const gone = () => refuse("not-found", "没有这件诉求")

/** Needs in the order asked for, each where it lies; held until the transaction ends with `hold`. */
export async function theNeeds(
  ctx: Ctx,
  ids: readonly string[],
  hold = false,
): Promise<Result<OfNeeds, Refusal>> {
  const wanted = [...new Set(ids)]
  if (hold) for (const id of wanted.toSorted()) await needById(ctx.tx, id, true)
  const found = new Map((await needsByIds(ctx.tx, wanted)).map((n) => [n.id, n]))
  const needs = wanted.flatMap((id) => found.get(id) ?? [])
  if (needs.length === 0 || needs.length < wanted.length) return gone()
  const unions = new Map(
    (
      await unionsOf(
        ctx.tx,
        needs.map((n) => n.unionId),
      )
    ).map((u) => [u.id, u]),
  )
  const departments = new Map<string, string | null>()
  for (const id of unions.keys()) departments.set(id, await deskOf(ctx.tx, id))
  const own = await ownAmong(ctx, needs)
  const all = needs.flatMap((need): Lies[] => {
    const union = unions.get(need.unionId)
    return union
      ? [{ need, union, department: departments.get(union.id) ?? null, own: own.has(need.id) }]
      : []
  })
  return all.length === needs.length ? ok({ needs, all }) : gone()
}

/** Of these needs, those the person acting raised, or one merged into them, whatever it is shown as. */
export async function ownAmong(ctx: Ctx, needs: readonly Need[]): Promise<ReadonlySet<string>> {
  const raised = new Set((await shelfFor(ctx, ctx.actor.number)).raised)
  const parts = await mergedInto(
    ctx.tx,
    needs.map((n) => n.id),
  )
  return new Set([...needs, ...parts].filter((n) => raised.has(n.id)).map((n) => n.mergedInto ?? n.id))
}

export const toMerge = (ctx: Ctx, { into, needs }: { into: string; needs: readonly string[] }) =>
  theNeeds(ctx, [into, ...needs], true)

/** A merged need, with the one it went into. */
export async function toUnmerge(ctx: Ctx, { id }: { id: string }): Promise<Result<OfNeeds, Refusal>> {
  const part = await needById(ctx.tx, id, true)
  return part ? theNeeds(ctx, [id, ...(part.mergedInto ? [part.mergedInto] : [])]) : gone()
}

export const toPart = (ctx: Ctx, { needs, from }: { needs: readonly string[]; from: readonly string[] }) =>
  theNeeds(ctx, [...needs, ...from])

/** What was said not to be one matter. */
export async function theSaying(ctx: Ctx, { id }: { id: string }): Promise<Result<OfNeeds, Refusal>> {
  const said = await needsSaid(ctx.tx, id)
  return said.length > 0 ? theNeeds(ctx, said) : refuse("not-found", "没有这条记录，或者已经恢复")
}
