import { addDays, dayOf } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { stillInPost } from "./facts.ts"
import { readiness } from "./load.ts"
import { mayMove } from "./project.ts"
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

/** Projects to bring on their way, projects past their end (3.10), guidance to confirm (2.4), students who signed up and wait for an answer. */
export async function inboxItems(ctx: Ctx) {
  const posts = ctx.actor.capacities.filter((c) => c.office === "union" && c.post !== "member")
  if (posts.length === 0) return []
  return [
    ...(await toBeOpened(ctx, posts)),
    ...(await toBeClosed(ctx, posts)),
    ...(await toBeGuided(ctx, posts)),
    ...(await toBeAnswered(ctx, posts)),
  ]
}

/** Drafts that wait for the presidium alone: a review to be asked for (10.4), or nothing any more. */
async function toBeOpened(ctx: Ctx, posts: readonly Capacity[]) {
  const own = posts.filter((c) => c.post === "presidium")
  const drafts = (
    await projectsOf(
      ctx.tx,
      own.map((c) => c.officeId),
    )
  ).filter((p) => p.status === "draft" && p.endsOn >= ctx.today)
  const out = []
  for (const p of drafts) {
    const as = own.find((c) => c.officeId === p.unionId)
    if (!as) continue
    const ready = await readiness(ctx, p)
    const move = p.wanted > 0 ? "recruit" : "run"
    const since = dayOf(p.madeAt)
    const href = `/office/projects/${p.id}`
    if (p.activity && ready.reviewed && ready.review === null) {
      const heading = "提出活动申请"
      const detail = "项目是举办活动，审核通过后才能启动"
      const of = {
        id: `ask/${p.id}`,
        heading,
        title: `${heading}：${p.title}`,
        detail,
        since,
        clause: "10.4",
      }
      out.push({ ...item(as, of), href })
    } else if (mayMove(p, move, ready).ok) {
      const heading = move === "recruit" ? "开始招募" : "启动项目"
      const detail = p.activity ? "活动已审核通过，项目可以启动" : "方案已齐备，项目可以启动"
      const of = {
        id: `open/${p.id}`,
        heading,
        title: `${heading}：${p.title}`,
        detail,
        since,
        clause: "2.5",
      }
      out.push({ ...item(as, of), href })
    }
  }
  return out
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
