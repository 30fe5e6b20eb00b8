import { newId, type Result, unwrap } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Contract } from "#kit/contract.ts"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { unionByName } from "#modules/unions/index.ts"
import { briefingById, briefingsOf } from "./briefing-store.ts"
import * as contract from "./contract.ts"
import { briefingKind } from "./course.ts"
import { countsBetween } from "./store.ts"

/** The secretary-general of the school's union, and the League committee's designated deputy secretary. */
const secretary = { number: "T1003", name: "沈知夏" }
const deputy = { number: "T1002", name: "陆明远" }

const words = `十月是新学期的第二个月，同学们反映最多的是权益维护方面的事。凡是当月能办的，各单位大多在时限内答复；需要经费和施工的，已经列入计划，办理进度在公示页面可以随时查看。
感谢每一位说出问题的同学，也感谢参与评价的同学。没有解决的事，可以在自己的诉求里说明，退回再办。`

/** The 简报 of October 2025: drawn up, reviewed, published. Made once. */
export async function loadSampleBoard(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "明湖大学学生会")
  if (!union || (await briefingsOf(ctx.tx)).length > 0) return
  const { length } = await countsBetween(ctx.tx, "2025-10-01", "2025-10-31")
  if (length === 0) return
  const { id } = await does(ctx, 1, secretary, contract.draft, { union: union.id, month: "2025-10" })
  await does(ctx, 2, secretary, contract.write, { id, words })
  const { course } = await does(ctx, 3, secretary, contract.submit, { id })
  const { hash } = (await briefingById(ctx.tx, id))!
  const version = hash ?? ""
  unwrap(
    await moveCourse(await as(ctx, 4, deputy), briefingKind, course, {
      kind: "pass",
      step: "reviewed",
      office: "school-league",
      version,
    }),
  )
  await does(ctx, 5, secretary, contract.publish, { id })
}

/** The context of somebody of the sample, so many minutes after nine. */
async function as(ctx: Ctx, minute: number, who: { number: string; name: string }): Promise<Ctx> {
  const actor: Actor = {
    account: "sample",
    ...who,
    admin: false,
    capacities: await capacitiesOf(ctx.tx, who.number, ctx.today),
  }
  const now = new Date(new Date(`${ctx.today}T09:00:00+08:00`).getTime() + 60_000 * minute)
  return { ...ctx, actor, now, change: newId(now.getTime()) }
}

async function does<C extends Contract>(
  ctx: Ctx,
  minute: number,
  who: { number: string; name: string },
  of: C,
  input: z.input<C["input"]>,
): Promise<z.output<C["output"]>> {
  const at = await as(ctx, minute, who)
  const served = ctx.world.modules.flatMap((m) => m.served).find((s) => s.contract === of)!
  const parsed = of.input.parse(input)
  const loaded = unwrap((await served.load!(at, parsed)) as Result<unknown>)
  const permission = served.may(at.actor, loaded, parsed)
  if ("refusal" in permission) throw new Error(`${of.name}: ${permission.refusal.because}`)
  return unwrap((await served.run(at, parsed, loaded)) as Result<z.output<C["output"]>>)
}
