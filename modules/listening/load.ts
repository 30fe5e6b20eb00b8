import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { deskOf } from "#modules/handling/index.ts"
import { studentOn } from "#modules/people/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { Heard, Listening, Student } from "./listening.ts"
import { heardById, listeningById } from "./store.ts"

export interface OfUnion {
  readonly union: UnionRow
  /** The department that is the union's desk. */
  readonly department: string | null
}

export interface Loaded extends OfUnion {
  readonly listening: Listening
}

const find =
  (hold: boolean) =>
  async (ctx: Ctx, { id }: { readonly id: string }): Promise<Result<Loaded, Refusal>> => {
    const listening = await listeningById(ctx.tx, id, hold)
    const [union] = listening ? await unionsOf(ctx.tx, [listening.unionId]) : []
    if (!listening || !union) return refuse("not-found", "没有这次听取活动")
    return ok({ listening, union, department: await deskOf(ctx.tx, union.id) })
  }

export const theListening = find(false)

/** As `theListening`, held until the transaction ends. */
export const theListeningHeld = find(true)

export async function theUnion(
  ctx: Ctx,
  { unionId }: { readonly unionId: string },
): Promise<Result<OfUnion, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  return union
    ? ok({ union, department: await deskOf(ctx.tx, union.id) })
    : refuse("not-found", "没有这个学生会")
}

/** One thing heard, with where; held. */
export async function theHeard(
  ctx: Ctx,
  { heard: id }: { readonly heard: string },
): Promise<Result<Loaded & { readonly heard: Heard }, Refusal>> {
  const before = await heardById(ctx.tx, id)
  if (!before) return refuse("not-found", "没有这条记录")
  const of = await theListeningHeld(ctx, { id: before.listeningId })
  if (!of.ok) return of
  const heard = await heardById(ctx.tx, id)
  return heard ? ok({ ...of.value, heard }) : refuse("not-found", "没有这条记录")
}

/** Whoever asks, as the register has him or her. */
export async function studentAsking(ctx: Ctx): Promise<Student | undefined> {
  if (ctx.actor.number === "") return undefined
  const found = await studentOn(ctx.tx, ctx.actor.number, ctx.today)
  return found && { faculty: found.faculty, grade: found.grade, level: found.level }
}
