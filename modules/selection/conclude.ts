import { chineseDay, newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Course } from "#modules/courses/index.ts"
import { closePosts, insertPosts, openPosts } from "#modules/unions/index.ts"
import { chosenOf } from "./chosen.ts"
import { isPresidium } from "./procedure.ts"
import { sourceName } from "./source.ts"
import { type Candidacy, candidacyOf, changeCandidacy } from "./store.ts"
import { kindOfPost } from "./what-if.ts"

/** As the room of calls says it. */
const told = { passed: "determined", refused: "not-determined", withdrawn: "withdrawn" } as const

/** The end of a chain: a post on the roster, or a candidate of the congress (5.1), or neither; told upward. */
export async function conclude(ctx: Ctx, course: Course): Promise<void> {
  const k = await candidacyOf(ctx.tx, course.subject)
  const outcome = course.state.status
  if (!k || outcome === "open" || k.outcome !== null) return
  const postId = outcome === "passed" && !isPresidium(k.postKind) ? await seatOn(ctx, k, course) : null
  await changeCandidacy(ctx.tx, k.applicationId, { outcome, endedOn: ctx.today, postId })
  await ctx.emit("selection.ended", { application: k.applicationId, outcome: told[outcome] })
  if (outcome === "passed") await ctx.emit("records.changed", { unions: [k.unionId] })
}

/** One person, one post: who stands on this roster already leaves the old place for the new. */
async function seatOn(ctx: Ctx, k: Candidacy, course: Course): Promise<string> {
  const open = await openPosts(ctx.tx, k.unionId)
  const held = open.filter((p) => p.number === k.number)
  await closePosts(
    ctx.tx,
    held.map((p) => p.id),
    ctx.today,
    ctx.change,
  )
  const [chosen] = await chosenOf(ctx, [k])
  const id = newId(ctx.now.getTime())
  await insertPosts(ctx.tx, [
    {
      id,
      unionId: k.unionId,
      department: chosen!.department,
      kind: kindOfPost(chosen!),
      title: chosen!.title,
      name: k.name,
      number: k.number,
      numberWritten: k.number,
      origin: chosen!.origin,
      originWritten: sourceName(k.source),
      basis: `${course.procedure.title}，${chineseDay(ctx.today)}办结`,
      position: Math.max(-1, ...open.map((p) => p.position)) + 1,
      validFrom: ctx.today,
      openedBy: ctx.change,
    },
  ])
  return id
}
