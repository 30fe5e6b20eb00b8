import { chineseDay } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assembliesOf, dutyNames, servingOf } from "#modules/assembly/index.ts"
import { keptNow } from "./load.ts"

/** What waits for a steward or a member of the credentials committee: the roll of an assembly convened. */
export async function inboxItems(ctx: Ctx) {
  const serving = (await servingOf(ctx.tx, ctx.actor.number)).filter(
    (a) => a.duty === "steward" || a.duty === "credentials",
  )
  if (serving.length === 0) return []
  const assemblies = await assembliesOf(ctx.tx)
  return assemblies.flatMap((assembly) => {
    const as = serving.find((s) => s.assemblyId === assembly.id)
    if (!as || !keptNow(assembly).ok) return []
    return [
      {
        module: "roll",
        capacity: `${assembly.name}${dutyNames[as.duty].body}`,
        id: `roll/${assembly.id}`,
        title: "组织代表签到",
        heading: "组织代表签到",
        detail: `${assembly.name}：${chineseDay(assembly.day)} ${assembly.time}，${assembly.place}`,
        since: assembly.proposedOn,
        due: assembly.day,
        overdue: false,
        href: `/office/roll/${assembly.id}`,
        clause: "6.1",
      },
    ]
  })
}
