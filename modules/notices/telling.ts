import { addDays, chineseDay } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { holdersAt, officeAt } from "#modules/offices/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { passedDownBetween } from "./finding.ts"
import { classGroups } from "./reach-store.ts"
import { targetsOf, type Within } from "./sight.ts"
import { type Notice, passingsOf } from "./store.ts"
import { classesReached } from "./targets.ts"

/** The numbers of those who have to pass a notice on now: faculties that have not, then classes of those that have. */
export async function toTell(ctx: Ctx, notice: Notice, within: Within): Promise<string[]> {
  const classes = classesReached(
    targetsOf(notice),
    await classGroups(ctx.tx, ctx.today, within.faculty ?? null),
  )
  const told = (await passingsOf(ctx.tx, [notice.id])).filter((p) => p.version === notice.live)
  const numbers = new Set<string>()
  const add = async (office: string, place: string) => {
    for (const h of await holdersAt(ctx.tx, office, place, ctx.today))
      if (h.post !== "clerk") numbers.add(h.number)
  }
  for (const [faculty, names] of classes) {
    const done = new Set(told.filter((p) => p.faculty === faculty).map((p) => p.className))
    if (faculty !== notice.faculty && !done.has("")) {
      const office = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope: faculty })
      if (office) await add("faculty-league", office.scopeId)
      continue
    }
    for (const name of names)
      if (!done.has(name) && (within.className === undefined || within.className === name))
        await add("class-branch", `${faculty}/${name}`)
  }
  return [...numbers]
}

/** How far back the daily job looks for deadlines gone by. */
const lookBack = 14

/** By the clock: whoever is late in passing on is told, once for each notice; the unions are judged anew. */
export async function tellLate(ctx: Ctx): Promise<void> {
  const yesterday = addDays(ctx.today, -1)
  const due = (await passedDownBetween(ctx.tx, addDays(ctx.today, -120), ctx.today, null)).filter(
    (n) => n.dueOn !== null && n.dueOn < ctx.today && n.dueOn >= addDays(ctx.today, -lookBack),
  )
  for (const notice of due)
    await ctx.emit("reminders.tell", {
      to: await toTell(ctx, notice, {}),
      key: `notices/late/${notice.id}/${notice.live}`,
      title: `已逾期：${notice.title}`,
      detail: `应于${chineseDay(notice.dueOn!)}前传达到班级，还没有登记`,
      href: `/office/notices/${notice.id}`,
      clause: "1.2",
    })
  if (due.some((n) => n.kind === "voice" && n.dueOn === yesterday)) {
    const unions = await unionsOf(ctx.tx)
    await ctx.emit("records.changed", { unions: unions.map((u) => u.id) })
  }
}
