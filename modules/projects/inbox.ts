import { addDays, dayOf } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { stillInPost } from "./facts.ts"
import { leads, projectsOf, unguided } from "./store.ts"
import { volunteersOf } from "./store-volunteers.ts"

/** Days after its last one within which a project is to be closed. */
const toClose = 7

const item = (
  as: Capacity,
  of: {
    id: string
    heading: string
    title: string
    detail: string
    since: string
    clause: string
    due?: string
  },
) => ({
  module: "projects",
  capacity: `${as.officeName} ${as.title}`,
  ...of,
  id: `projects/${of.id}`,
})

/** Projects past their end (3.10), guidance to confirm (2.4), students who signed up and wait for an answer. */
export async function inboxItems(ctx: Ctx) {
  const posts = ctx.actor.capacities.filter((c) => c.office === "union" && c.post !== "member")
  if (posts.length === 0) return []
  return [
    ...(await toBeClosed(ctx, posts)),
    ...(await toBeGuided(ctx, posts)),
    ...(await toBeAnswered(ctx, posts)),
  ]
}

async function toBeClosed(ctx: Ctx, posts: readonly Capacity[]) {
  return (await stillInPost(ctx.tx, ctx.today)).flatMap((p) => {
    const as = posts.find((c) => c.officeId === p.union && c.post === "presidium")
    if (!as) return []
    const detail = p.volunteers
      ? `项目已到期，${p.volunteers}名志愿者仍在任；结项后自行解除`
      : "项目已到期，还没有结项"
    const of = {
      id: `close/${p.project}`,
      heading: "项目结项",
      title: `结项：${p.title}`,
      detail,
      since: addDays(p.endedOn, 1),
    }
    const due = addDays(p.endedOn, toClose)
    return [
      { ...item(as, { ...of, due, clause: "3.10" }), href: `/office/projects/${p.project}?part=summary` },
    ]
  })
}

async function toBeGuided(ctx: Ctx, posts: readonly Capacity[]) {
  const out = []
  for (const p of await unguided(
    ctx.tx,
    posts.map((c) => c.officeId),
  )) {
    const as = posts.find((c) => c.officeId === p.guideUnionId && c.post !== "secretary")
    const at = { union: p.guideUnionId ?? "", department: p.guideDepartment ?? "" }
    if (!as || !(await leads(ctx.tx, ctx.actor.number, at, ctx.today))) continue
    const detail = `院系学生会承办面向全校的项目，写明由${p.guideDepartment}指导`
    const of = {
      id: `guide/${p.id}`,
      heading: "确认指导项目",
      title: `确认指导：${p.title}`,
      detail,
      since: dayOf(p.madeAt),
      clause: "2.4",
    }
    out.push({ ...item(as, of), href: `/office/projects/${p.id}` })
  }
  return out
}

async function toBeAnswered(ctx: Ctx, posts: readonly Capacity[]) {
  const open = (
    await projectsOf(
      ctx.tx,
      posts.map((c) => c.officeId),
    )
  ).filter((p) => p.status === "recruiting" || p.status === "running")
  const waiting = (
    await volunteersOf(
      ctx.tx,
      open.map((p) => p.id),
    )
  ).filter((v) => v.state === "applied")
  return open.flatMap((p) => {
    const as = posts.find((c) => c.officeId === p.unionId)
    const own = waiting.filter((v) => v.projectId === p.id)
    if (!as || !own[0]) return []
    const detail = `${own.length}名同学报名，等待答复`
    const of = {
      id: `answer/${p.id}`,
      heading: "审核志愿者报名",
      title: `志愿者报名：${p.title}`,
      detail,
      since: dayOf(own[0].signedUpAt),
      clause: "3.10",
    }
    return [{ ...item(as, of), href: `/office/projects/${p.id}?part=volunteers` }]
  })
}
