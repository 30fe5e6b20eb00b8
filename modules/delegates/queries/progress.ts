import { ok } from "@qiaoliang/basics"
import { stepAt } from "@qiaoliang/procedure"
import { query } from "#kit/server/verbs.ts"
import { mayPrepare, mayReadAssembly, theAssembly } from "#modules/assembly/index.ts"
import { actsIn, caseOf, coursesByIds } from "#modules/courses/index.ts"
import { mayAdopt, mayReadList, mayReadProgress, mayReview } from "../abilities.ts"
import { progress as contract } from "../contract.ts"
import { isHeld, planOf } from "../lists.ts"
import { credentialsReport, fillsOf, labelOf } from "../standing.ts"

export const progress = query(contract, {
  load: theAssembly,
  may: mayReadProgress,
  run: async (ctx, _, of) => {
    const { assembly, union } = of
    const plan = await planOf(ctx.tx, assembly.id)
    const whole = "as" in mayReadAssembly(ctx.actor, of)
    const all = await fillsOf(ctx, assembly.id)
    const courses = new Map(
      (
        await coursesByIds(
          ctx.tx,
          all.flatMap((f) => f.list.courseId ?? []),
        )
      ).map((c) => [c.id, c]),
    )
    const fills = all.filter(({ list }) => {
      const course = list.courseId ? (courses.get(list.courseId) ?? null) : null
      return whole || "as" in mayReadList(ctx.actor, { ...of, list, course })
    })
    const { rows } = await ctx.tx.client.query<{ voting: string; observers: string; ex: string }>(
      `select count(*) filter (where voting) as voting, count(*) filter (where not voting) as observers,
              count(*) filter (where source = 'ex-officio') as ex
       from assembly_delegate where university_id = $1 and assembly_id = $2 and to_day is null`,
      [ctx.tx.university, assembly.id],
    )
    const prepares = "as" in mayPrepare(ctx.actor, of)
    const reviews = "as" in mayReview(ctx.actor, of)
    const open = assembly.state !== "closed" && assembly.state !== "cancelled"
    const congress = assembly.kind === "congress"
    return ok({
      assembly: {
        id: assembly.id,
        name: assembly.name,
        kind: assembly.kind,
        state: assembly.state,
        day: assembly.day,
      },
      union: { id: union.id, name: union.name, level: union.level },
      total: plan ? all.reduce((n, { list }) => n + list.seats, 0) : null,
      voting: Number(rows[0]?.voting ?? 0),
      observers: Number(rows[0]?.observers ?? 0),
      exOfficio: Number(rows[0]?.ex ?? 0),
      begunOn: plan?.begunOn ?? null,
      whole,
      held: await isHeld(ctx.tx, assembly.id),
      lists: fills.map(({ list, filled, nominated, awaiting }) => {
        const course = list.courseId ? courses.get(list.courseId) : undefined
        const step = course && stepAt(caseOf(course), course.state)
        return {
          id: list.id,
          unit: list.unit,
          label: labelOf(list),
          seats: list.seats,
          filled,
          nominated,
          awaiting,
          step: course?.state.status === "open" ? (step?.label ?? null) : null,
          status: course?.state.status ?? ("waiting" as const),
          mine: course?.state.status === "open" && actsIn(ctx.actor, course, { kind: "pass" }) !== undefined,
        }
      }),
      report: await credentialsReport(ctx.tx, assembly.id),
      can: {
        "delegates.begin": prepares && open && congress,
        "delegates.seat-ex-officio": prepares && open,
        "delegates.invite": prepares && open,
        "delegates.seat-all": prepares && open && !congress,
        "delegates.transfer": prepares && open,
        "delegates.name-head": prepares && open,
        "delegates.confirm-import": prepares && open,
        "delegates.review": reviews && open,
        "delegates.replace": reviews && open,
        "delegates.adopt-report": "as" in mayAdopt(ctx.actor, of) && open,
      },
      whyNot: open ? null : assembly.state === "closed" ? "大会已经闭幕，代表名单不再变动" : "大会已经取消",
    })
  },
})
