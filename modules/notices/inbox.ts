import { addDays } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { passedDownBetween } from "./finding.ts"
import { passedOf, type ToldFaculty } from "./passed.ts"
import { classGroups } from "./reach-store.ts"
import { type Notice, passingsOf } from "./store.ts"

/** How far back an inbox looks. */
const days = 120

const passesOn = (c: Capacity): boolean =>
  (c.office === "faculty-league" && c.post !== "clerk") || c.office === "class-branch"

/** What a faculty or a class has to pass on; reviews are found among the courses. */
export async function inboxItems(ctx: Ctx) {
  const posts = ctx.actor.capacities.filter(passesOn)
  if (posts.length === 0) return []
  const open = await passedDownBetween(ctx.tx, addDays(ctx.today, -days), ctx.today, null)
  const groups = open.length > 0 ? await classGroups(ctx.tx, ctx.today) : []
  const passings = await passingsOf(
    ctx.tx,
    open.map((n) => n.id),
  )
  return open.flatMap((n) => {
    const faculties = passedOf(n, groups, passings, { today: ctx.today })
    return posts.flatMap((c) => waiting(n, faculties, c))
  })
}

function waiting(n: Notice, faculties: readonly ToldFaculty[], c: Capacity) {
  const item = (what: string, title: string) => ({
    id: `notices/${what}/${n.id}`,
    module: "notices",
    title,
    heading: what === "faculty" ? "传达通知到班级" : "传达通知到同学",
    detail: `${n.title}（${n.sender}）`,
    href: `/office/notices/${n.id}`,
    since: n.publishedOn!,
    ...(n.dueOn ? { due: n.dueOn } : {}),
    capacity: `${c.officeName} ${c.title}`,
    clause: "1.2",
  })
  if (c.office === "faculty-league") {
    const f = faculties.find((f) => f.faculty === c.scope.name)
    return f && f.faculty !== n.faculty && f.last?.version !== n.live
      ? [item("faculty", "把通知传达到班级")]
      : []
  }
  return faculties.flatMap((f) =>
    (f.faculty === n.faculty || f.last) &&
    f.classes.some((k) => `${f.faculty}/${k.className}` === c.scope.id && k.last?.version !== n.live)
      ? [item("class", "把通知传达到全班同学")]
      : [],
  )
}
