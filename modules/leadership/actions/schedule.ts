import { isDay, newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { maySchedule } from "../abilities.ts"
import { schedule as contract } from "../contract.ts"
import { insertHearing } from "../hearings-store.ts"
import { recordedBy } from "../signing.ts"

export const schedule = action(contract, {
  may: (actor, _, host) => maySchedule(actor, host),
  run: async (ctx, { faculty, title, on, unions, reporter }) => {
    if (!isDay(on)) return refuse("invalid", "日期有误", { at: "on" })
    const level = faculty ? "faculty" : "school"
    const heard = await unionsOf(ctx.tx, [...new Set(unions)])
    if (heard.length !== new Set(unions).size) return refuse("not-found", "没有这个学生会", { at: "unions" })
    const other = heard.find((u) => u.level !== level || (faculty && u.faculty !== faculty))
    if (other)
      return refuse("invalid", `${other.name}不由${faculty ? "这个学院（系）党组织" : "学校党委"}听取汇报`, {
        at: "unions",
        clause: "9.3",
      })
    const id = newId(ctx.now.getTime())
    await insertHearing(ctx.tx, {
      id,
      faculty,
      title,
      onDay: on,
      unions: heard.map((u) => u.id),
      reporter,
      ...recordedBy(ctx, maySchedule(ctx.actor, { faculty })),
    })
    ctx.note({ hearing: id, unions: heard.length })
    return ok({ id })
  },
})
