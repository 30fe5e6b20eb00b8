import { newId, unwrap } from "@qiaoliang/basics"
import type { Actor } from "#kit/server/actor.ts"
import type { Served } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, type OfAssembly, teamOf, theAssembly } from "#modules/assembly/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { adopt } from "./actions/adopt.ts"
import { save } from "./actions/save.ts"
import { groundOf } from "./ground.ts"
import { versionsOf } from "./store.ts"

/** The seats of 文学院's congress, tried out and adopted by its committee: invented. Once only. */
export async function loadSampleSeats(ctx: Ctx): Promise<void> {
  const union = (await unionsOf(ctx.tx)).find((u) => u.faculty === "文学院" && u.kind === "undergraduate")
  const assembly = union && (await assembliesOf(ctx.tx, [union.id])).find((a) => a.kind === "congress")
  if (!assembly || (await versionsOf(ctx.tx, assembly.id)).length > 0) return
  const secretary = (await teamOf(ctx.tx, assembly.id)).find((a) => a.duty === "preparatory" && a.lead)
  if (!secretary) return
  const actor: Actor = {
    account: "sample",
    number: secretary.number,
    name: secretary.name,
    admin: false,
    capacities: await capacitiesOf(ctx.tx, secretary.number, ctx.today),
  }
  const does = async (hour: string, verb: Served, input: object): Promise<void> => {
    const now = new Date(`${ctx.today}T${hour}:00+08:00`)
    const at: Ctx = { ...ctx, actor, now, change: newId(now.getTime()) }
    const parsed = verb.contract.input.parse({ assembly: assembly.id, ...input })
    const loaded = unwrap(await verb.load!(at, parsed))
    const permission = verb.may(actor, loaded, parsed)
    if ("refusal" in permission) throw new Error(permission.refusal.because)
    unwrap(await verb.run(at, parsed, loaded))
  }
  const of: OfAssembly = unwrap(await theAssembly(ctx, { assembly: assembly.id }))
  const classes = (await groundOf(ctx, of)).faculties.length
  const terms = { method: "largest-remainder", women: "25%", exOfficio: "3" }
  await does("09:10", save, {
    ...terms,
    total: `${classes * 2}`,
    because: "每个班级平均两名，先征求各班意见",
  })
  await does("10:20", save, { ...terms, total: `${classes * 3}`, because: "增加名额，体现代表的广泛性" })
  await does("10:40", adopt, { version: 2, basis: "筹备委员会第一次会议" })
}
