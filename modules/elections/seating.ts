import { chineseDay, newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assemblyById } from "#modules/assembly/index.ts"
import type { Course } from "#modules/courses/index.ts"
import { closePosts, insertPosts, openPosts } from "#modules/unions/index.ts"
import type { Election, Person } from "./election.ts"
import { insertSeated } from "./store.ts"

/** Those elected in the rounds of one vote. */
export const electedIn = (rounds: readonly Election[]): readonly (Person & { readonly election: string })[] =>
  rounds
    .filter((r) => r.state !== "void" && r.state !== "cancelled")
    .flatMap((r) => (r.result?.outcome.elected ?? []).map((p) => ({ ...p, election: r.id })))

/**
 * 5.1, 6.6b: posts of the presidium begin on the day the result was ratified, and the former presidium's end. One
 * person, one post: whoever worked in a department leaves it. Nobody elected changes nothing.
 */
export async function seat(ctx: Ctx, rounds: readonly Election[], course: Course): Promise<void> {
  const [first] = rounds
  const elected = electedIn(rounds)
  if (first?.office !== "presidium" || elected.length === 0) return
  const assembly = await assemblyById(ctx.tx, first.assemblyId)
  const open = await openPosts(ctx.tx, first.unionId)
  const leaving = open.filter((p) => p.kind === "presidium" || elected.some((e) => e.number === p.number))
  await closePosts(
    ctx.tx,
    leaving.map((p) => p.id),
    ctx.today,
    ctx.change,
  )
  const party = course.procedure.id === "elections.result-school" ? "学校党委" : "学院党组织"
  const basis = `${assembly?.name ?? "学生代表大会"}选举，${chineseDay(ctx.today)}经${party}批准`
  const posts = elected.map((e, i) => {
    const before = open.find((p) => p.number === e.number)
    return {
      id: newId(ctx.now.getTime()),
      unionId: first.unionId,
      department: null,
      kind: "presidium" as const,
      title: "主席团成员",
      name: e.name,
      number: e.number,
      numberWritten: e.number,
      ...(before?.origin ? { origin: before.origin, originWritten: before.originWritten } : {}),
      basis,
      position: i,
      validFrom: ctx.today,
      openedBy: ctx.change,
    }
  })
  await insertPosts(ctx.tx, posts)
  await insertSeated(
    ctx.tx,
    posts.map((p, i) => ({ postId: p.id, electionId: elected[i]!.election, number: p.number })),
  )
}
