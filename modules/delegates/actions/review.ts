import { chineseDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { courseById } from "#modules/courses/index.ts"
import { mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changeNominees, type ListRow, listById, nomineesByIds } from "../lists.ts"
import { theSeats } from "../load.ts"
import { type Seated, seat } from "../seating.ts"
import { told } from "./outside.ts"

/** 资格审查: each accepted takes the seat, each rejected leaves it free with the reason. All of them or none. */
export const review = action(contract.review, {
  load: theSeats,
  may: mayReview,
  run: async (ctx, { decisions }, of) => {
    const found = new Map(
      (
        await nomineesByIds(
          ctx.tx,
          decisions.map((d) => d.nominee),
        )
      ).map((n) => [n.id, n]),
    )
    const lists = new Map<
      string,
      { readonly list: ListRow; readonly done: boolean; readonly on: string | null }
    >()
    const seated: Seated[] = []
    for (const { nominee: id, accept, because } of decisions) {
      const n = found.get(id)
      if (!n || n.assemblyId !== of.assembly.id)
        return refuse("not-found", "没有这名人选", { at: "decisions" })
      if (n.number === ctx.actor.number)
        return refuse("not-allowed", "不能审查本人的代表资格", {
          clause: "6.2",
          cure: "由委员会其他委员审查",
        })
      if (n.state !== "elected")
        return refuse("conflict", `${n.name}不在待审查的人选中，或已经审查`, { cure: "刷新后再办理" })
      if (!accept && because.length < 4)
        return refuse("invalid", `不通过${n.name}的资格，须写明理由（至少4字）`, { at: "because" })
      const from = lists.get(n.listId) ?? (await withCourse(n.listId))
      lists.set(n.listId, from)
      if (!from.done)
        return refuse("against-clause", `${n.name}的公示还没有期满`, {
          clause: "6.2",
          cure: "公示期满后再审查",
        })
      if (accept)
        seated.push({
          number: n.number,
          voting: true,
          source: from.list.unit === "society" ? "organisation" : "class",
          society: from.list.society,
          basis: basisOf(from.list, from.on),
          listId: n.listId,
          nominee: n.id,
        })
      await changeNominees(ctx.tx, [id], {
        state: accept ? "accepted" : "rejected",
        because: because || null,
        decidedBy: ctx.actor.name,
        decidedOn: ctx.today,
      })
    }
    const done = await seat(ctx, of, seated)
    if (!done.ok) return done
    await told(ctx, of, "reviewed", decisions.length)
    return ok({ seated: seated.length, rejected: decisions.length - seated.length })

    async function withCourse(listId: string) {
      const list = (await listById(ctx.tx, listId))!
      const course = list.courseId ? await courseById(ctx.tx, list.courseId) : undefined
      return { list, done: course?.state.status === "passed", on: course?.endedOn ?? null }
    }
  },
})

const basisOf = (list: ListRow, on: string | null): string =>
  `${list.unit === "society" ? `${list.society}推荐，指导单位同意` : "班级团支部推荐，学院（系）学生会组织选举"}${on ? `，${chineseDay(on)}公示后办结` : ""}`
