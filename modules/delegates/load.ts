import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Assembly, type OfAssembly, theAssembly, theAssemblyHeld } from "#modules/assembly/index.ts"
import { type Course, courseById } from "#modules/courses/index.ts"
import { isHeld, type ListRow, listById, type NomineeRow, nomineesOf } from "./lists.ts"

export interface OfList extends OfAssembly {
  readonly list: ListRow
  readonly course: Course | null
  readonly nominees: readonly NomineeRow[]
}

const find =
  (held: boolean) =>
  async (ctx: Ctx, { list: id }: { list: string }): Promise<Result<OfList, Refusal>> => {
    const list = await listById(ctx.tx, id, held)
    if (!list) return refuse("not-found", "没有这份代表产生名单", { at: "list" })
    const of = await theAssembly(ctx, { assembly: list.assemblyId })
    if (!of.ok) return of
    const course = list.courseId ? ((await courseById(ctx.tx, list.courseId)) ?? null) : null
    return ok({ ...of.value, list, course, nominees: await nomineesOf(ctx.tx, [id]) })
  }

export const theList = find(false)
/** As `theList`, held until the transaction ends. */
export const theListHeld = find(true)

/** Before the end of the assembly, and while no vote is open: seats may be given and taken. */
export async function mayChangeSeats(ctx: Ctx, assembly: Assembly): Promise<Result<void, Refusal>> {
  if (assembly.state === "closed" || assembly.state === "cancelled")
    return refuse("conflict", assembly.state === "closed" ? "大会已经闭幕" : "大会已经取消")
  return (await isHeld(ctx.tx, assembly.id))
    ? refuse("conflict", "正在投票，不能变动代表", { cure: "投票结束后再办理" })
    : ok(undefined)
}

/** An assembly to change the seats of: one change after another, none during a vote. */
export async function theSeats(ctx: Ctx, input: { assembly: string }): Promise<Result<OfAssembly, Refusal>> {
  const of = await theAssemblyHeld(ctx, input)
  if (!of.ok) return of
  const may = await mayChangeSeats(ctx, of.value.assembly)
  return may.ok ? of : may
}
