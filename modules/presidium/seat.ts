import { newId, semesterName, semesterOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { closePosts, insertPosts, openPosts, type PostRow } from "#modules/unions/index.ts"
import { chairInPlan, isChairTitle } from "./chair.ts"
import { membersOn, plansOn } from "./store.ts"

/**
 * Bring the roster's titles to the turn of the day: 执行主席 for its holder, 主席团成员 for whoever was.
 * 主席 and 副主席 stay as they are written: 2.2b tells of them. Answers whether anything changed.
 */
export async function seatTheChair(ctx: Ctx, union: string): Promise<boolean> {
  const charter = (await charterOn(ctx.tx, [union], ctx.today)).get(union)?.charter
  const plan = (await plansOn(ctx.tx, [union], ctx.today)).get(union)
  const chair = chairInPlan(plan, await membersOn(ctx.tx, union, ctx.today), ctx.today)
  if (charter?.rotation !== true || !chair) return false
  const posts = (await openPosts(ctx.tx, union)).filter(
    (p) => p.kind === "presidium" && p.validFrom <= ctx.today,
  )
  const wrong = posts.filter((p) => isChairTitle(p.title) !== (p.number === chair.number))
  if (wrong.length === 0) return false
  await closePosts(
    ctx.tx,
    wrong.map((p) => p.id),
    ctx.today,
    ctx.change,
  )
  const basis = `执行主席轮值，${semesterName(semesterOf(ctx.today))}`
  await insertPosts(
    ctx.tx,
    wrong.map((p) => retitled(p, p.number === chair.number ? "执行主席" : "主席团成员", basis, ctx)),
  )
  return true
}

function retitled(p: PostRow, title: string, basis: string, ctx: Ctx): Omit<PostRow, "universityId"> {
  const { universityId: _, ...row } = p
  return {
    ...row,
    id: newId(),
    title,
    basis,
    validFrom: ctx.today,
    validTo: null,
    openedBy: ctx.change,
    closedBy: null,
  }
}
