import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { coursesByIds } from "#modules/courses/index.ts"
import { registered } from "#modules/people/index.ts"
import { political } from "#policy/practice/public-notice.ts"
import { mayAdopt, mayReadReport, mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { listsOfAssembly, nomineesOf, reportsOf } from "../lists.ts"
import { cadresAmong } from "../register.ts"
import { labelOf, standingOf, votersHash } from "../standing.ts"
import { delegatesOf } from "../store.ts"
import { presentNominee } from "./list.ts"

/** What the committee has before it: with political status, which no other page shows of a person. */
export const reviewing = query(contract.reviewing, {
  load: theAssembly,
  may: mayReview,
  run: async (ctx, _, of) => {
    const { assembly } = of
    const lists = await listsOfAssembly(ctx.tx, assembly.id)
    const courses = new Map(
      (
        await coursesByIds(
          ctx.tx,
          lists.flatMap((l) => l.courseId ?? []),
        )
      ).map((c) => [c.id, c]),
    )
    const done = lists.filter((l) => l.courseId && courses.get(l.courseId)?.state.status === "passed")
    const nominees = await nomineesOf(
      ctx.tx,
      lists.map((l) => l.id),
    )
    const label = new Map(lists.map((l) => [l.id, labelOf(l)]))
    const waiting = nominees.filter((n) => n.state === "elected" && done.some((l) => l.id === n.listId))
    const numbers = waiting.map((n) => n.number)
    const known = await registered(ctx.tx, numbers, ctx.today)
    const cadres = await cadresAmong(ctx.tx, numbers, ctx.today)
    const seated = await delegatesOf(ctx.tx, assembly.id)
    const taken = new Set(seated.map((s) => s.number))
    const clean = of.assembly.state !== "closed" && of.assembly.state !== "cancelled"
    return ok({
      waiting: waiting.map((n) => {
        const now = known.get(n.number)
        const list = lists.find((l) => l.id === n.listId)!
        return {
          ...presentNominee(n),
          list: label.get(n.listId) ?? "",
          faculty: n.faculty,
          political: now ? political[now.student.political].replace(/^—$/, "群众") : null,
          cadre: cadres.has(n.number),
          doubts: [
            ...(now ? [] : ["已不在学生名册中"]),
            ...(taken.has(n.number) ? ["已经是代表"] : []),
            ...(now && list.faculty && now.student.faculty !== list.faculty ? ["已不在推荐时的学院"] : []),
            ...(now && list.className && now.className !== list.className ? ["已不在推荐时的班级"] : []),
          ],
          own: n.number === ctx.actor.number,
        }
      }),
      rejected: nominees
        .filter((n) => n.state === "rejected")
        .map((n) => ({
          name: n.name,
          list: label.get(n.listId) ?? "",
          because: n.because ?? "",
          by: n.decidedBy ?? "",
          on: n.decidedOn ?? "",
        })),
      vacant: done.flatMap((l) => {
        const own = nominees.filter((n) => n.listId === l.id)
        const left =
          l.seats -
          seated.filter((s) => s.listId === l.id).length -
          own.filter((n) => n.state === "elected").length
        return left > 0
          ? [
              {
                list: l.id,
                label: labelOf(l),
                seats: left,
                reserve: own
                  .filter((n) => n.state === "reserve")
                  .sort((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0))
                  .map((n) => ({ id: n.id, name: n.name, place: n.reserve ?? 0 })),
              },
            ]
          : []
      }),
      can: { "delegates.review": clean, "delegates.fill": clean, "delegates.replace": clean },
    })
  },
})

export const composed = query(contract.composed, {
  load: theAssembly,
  may: mayReadReport,
  run: async (ctx, _, of) => {
    const { composition, checks } = await standingOf(ctx, of)
    return ok({ composition, checks: [...checks] })
  },
})

export const report = query(contract.report, {
  load: theAssembly,
  may: mayReadReport,
  run: async (ctx, _, of) => {
    const [last] = await reportsOf(ctx.tx, of.assembly.id)
    const { composition, checks } = await standingOf(ctx, of)
    const figures = last?.figures ?? composition
    const review = "as" in mayReview(ctx.actor, of)
    return ok({
      state: last ? (last.adoptedOn ? ("adopted" as const) : ("draft" as const)) : ("none" as const),
      version: last?.version ?? 0,
      opinion: last?.opinion ?? "",
      draftedBy: last?.draftedBy ?? null,
      adoptedOn: last?.adoptedOn ?? null,
      adoptedBy: last?.adoptedBy ?? null,
      hash: last?.hash ?? null,
      outdated: last?.people != null && last.people !== (await votersHash(ctx.tx, of.assembly.id)),
      figures,
      failing: checks.filter((c) => !c.ok),
      can: {
        "delegates.draft-report": review,
        "delegates.adopt-report": "as" in mayAdopt(ctx.actor, of) && last !== undefined && !last.adoptedOn,
      },
    })
  },
})
