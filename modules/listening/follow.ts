import type { Ctx } from "#kit/server/world.ts"
import { type Handling, handlingsOf } from "#modules/handling/index.ts"
import { type Need, needsByIds } from "#modules/needs/index.ts"
import type { Heard } from "./listening.ts"

/** What became of things heard: each with its need and where that stands. */
export interface Followed {
  readonly heard: Heard
  readonly need: Need | null
  readonly handling: Handling | null
}

export async function followed(ctx: Ctx, all: readonly Heard[]): Promise<readonly Followed[]> {
  const ids = [...new Set(all.flatMap((h) => h.needId ?? []))]
  const needs = new Map((await needsByIds(ctx.tx, ids)).map((n) => [n.id, n]))
  const handlings = await handlingsOf(ctx.tx, ids, ctx.today)
  return all.map((heard) => ({
    heard,
    need: needs.get(heard.needId ?? "") ?? null,
    handling: handlings.get(heard.needId ?? "") ?? null,
  }))
}

/** Counted: an answer stands, or the matter was closed with one; `solved` is closed for good. */
export function cameOf(all: readonly Followed[]) {
  const count = (is: (h: Handling) => boolean) =>
    all.filter(({ handling }) => handling !== null && is(handling)).length
  return {
    heard: all.length,
    raised: all.filter((f) => f.need !== null).length,
    answered: count((h) => h.answeredOn !== null),
    solved: count((h) => h.solvedOn !== null),
    late: count((h) => h.late),
  }
}
