import { unwrap } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, theAssembly } from "#modules/assembly/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { compute } from "./compute.ts"
import { groundOf } from "./ground.ts"
import { insertAdoption, insertVersion, versionsOf } from "./store.ts"

/** The seats of 文学院's congress, shared out and adopted: invented. Once only. */
export async function loadSampleSeats(ctx: Ctx): Promise<void> {
  const union = (await unionsOf(ctx.tx)).find((u) => u.faculty === "文学院" && u.kind === "undergraduate")
  const assembly = union && (await assembliesOf(ctx.tx, [union.id])).find((a) => a.kind === "congress")
  if (!assembly || (await versionsOf(ctx.tx, assembly.id)).length > 0) return
  const of = unwrap(await theAssembly(ctx, { assembly: assembly.id }))
  const who = of.team.find((a) => a.duty === "preparatory" && a.lead) ?? of.team[0]
  const ground = await groundOf(ctx, of)
  const by = { byNumber: who?.number ?? "", byName: who?.name ?? "筹备委员会" }
  const keep = async (total: number, hour: string, because: string) => {
    const knobs = {
      method: "largest-remainder" as const,
      total: `${total}`,
      women: "25%",
      exOfficio: "3",
      societiesInside: "false" as const,
    }
    const { file, result, others } = unwrap(await compute(ground, knobs))
    if (!result) return undefined
    const at = new Date(`${ctx.today}T${hour}:00+08:00`)
    return insertVersion(ctx.tx, {
      assemblyId: assembly.id,
      knobs,
      file,
      result,
      others: [...others],
      countedOn: ctx.today,
      because,
      ...by,
      at,
    })
  }
  const groups = ground.faculties.length
  await keep(groups * 2, "09:10", "每个班级平均两名，先征求各班意见")
  const version = await keep(groups * 3, "10:20", "增加名额，体现代表的广泛性")
  if (version === undefined) return
  await insertAdoption(ctx.tx, {
    assemblyId: assembly.id,
    version,
    basis: "筹备委员会第一次会议",
    ...by,
    at: new Date(`${ctx.today}T10:40:00+08:00`),
  })
}
