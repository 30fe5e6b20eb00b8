import { overdue } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "./calendar.ts"
import { caseOf } from "./course.ts"
import { coursesByIds } from "./store.ts"

/** One job for all deadlines: each step that is late is told to the modules above, once a day while it is. Answers how many. */
export async function tellLate(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.tx.client.query<{ id: string }>(
    `select id from course where university_id = $1 and status = 'open' and due < $2 
       and (escalated_on is null or escalated_on < $2) order by id for update skip locked`,
    [ctx.tx.university, ctx.today],
  )
  const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
  for (const course of await coursesByIds(
    ctx.tx,
    rows.map((r) => r.id),
  )) {
    const late = overdue(caseOf(course), course.state, today)
    if (!late) continue
    await ctx.emit("course.late", { course, step: late.step, due: late.due, days: late.days })
    await ctx.tx.client.query("update course set escalated_on = $3 where university_id = $1 and id = $2", [
      ctx.tx.university,
      course.id,
      ctx.today,
    ])
  }
  return rows.length
}
