import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, insertAppointments, teamOf } from "#modules/assembly/index.ts"
import { delegatesOf } from "#modules/delegates/index.ts"
import { unionByName } from "#modules/unions/index.ts"

/** A steward for the faculty's congress under preparation: the roll has somebody who keeps it. Once only. */
export async function loadSampleRoll(ctx: Ctx): Promise<void> {
  const union = await unionByName(ctx.tx, "文学院学生会")
  const [assembly] = union ? await assembliesOf(ctx.tx, [union.id]) : []
  if (!assembly || (await teamOf(ctx.tx, assembly.id)).some((a) => a.duty === "steward")) return
  const [delegate] = (await delegatesOf(ctx.tx, assembly.id)).filter((d) => !d.voting)
  const who = delegate ?? { number: "202307010106", name: "蔡家哲" }
  await insertAppointments(
    ctx.tx,
    [
      {
        id: newId(ctx.now.getTime()),
        assemblyId: assembly.id,
        number: who.number,
        name: who.name,
        duty: "steward",
        lead: true,
        basis: "筹备委员会第一次会议确定",
        from: ctx.today,
        to: null,
      },
    ],
    ctx.change,
  )
}
