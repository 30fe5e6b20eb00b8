import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { isSignedIn } from "#kit/server/actor.ts"
import { nowAt } from "#kit/server/clock.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { anyone, mayVolunteer } from "../abilities.ts"
import { maySign, timeOf } from "../attendance.ts"
import { type Loaded, loadProject } from "../load.ts"
import { freePlaces } from "../places.ts"
import { presentMine, presentSummary } from "../present.ts"
import { callEnds, isCalling, type Project } from "../project.ts"
import { projectsCall, projectsCalls, projectsMine } from "../public-contract.ts"
import { projectsByIds, publicProjects } from "../store.ts"
import {
  attendanceOf,
  certificatesOf,
  rotaOf,
  shiftsOf,
  type Volunteer,
  volunteeringOf,
  volunteersOf,
} from "../store-volunteers.ts"
import type { Summary } from "../summary.ts"

const everybody = { who: "anyone", may: anyone } as const

const calling = (
  p: Project,
  host: { name: string; faculty: string | null } | undefined,
  all: readonly Volunteer[],
  reader: string,
) => ({
  id: p.id,
  title: p.title,
  purpose: p.purpose,
  host: host?.name ?? "",
  faculty: p.reach === "faculty" ? (host?.faculty ?? null) : null,
  startsOn: p.startsOn,
  endsOn: p.endsOn,
  callUntil: callEnds(p),
  wanted: p.wanted,
  left: freePlaces(p, all),
  mine: presentMine(reader ? all.find((v) => v.number === reader) : undefined),
})

/** Closed projects shown below the open ones. */
const shownDone = 10

export const calls = query(projectsCalls, {
  ...everybody,
  run: async (ctx) => {
    const projects = await publicProjects(ctx.tx)
    const open = projects.filter((p) => isCalling(p, ctx.today))
    const done = projects
      .filter((p) => p.status === "closed" && p.outcome === "held")
      .toSorted((a, b) => ((a.closedOn ?? "") < (b.closedOn ?? "") ? 1 : -1))
      .slice(0, shownDone)
    const unions = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u]))
    const volunteers = await volunteersOf(
      ctx.tx,
      open.map((p) => p.id),
    )
    const of = (id: string) => volunteers.filter((v) => v.projectId === id)
    return ok({
      items: open.map((p) => calling(p, unions.get(p.unionId), of(p.id), ctx.actor.number)),
      done: done.map((p) => ({
        id: p.id,
        title: p.title,
        host: unions.get(p.unionId)?.name ?? "",
        closedOn: p.closedOn ?? p.endsOn,
      })),
    })
  },
})

async function opened(ctx: Ctx, { id }: { id: string }): Promise<Result<Loaded, Refusal>> {
  const found = await loadProject(ctx, id)
  return found.ok && found.value.project.status === "draft" ? refuse("not-found", "没有这个项目") : found
}

export const call = query(projectsCall, {
  ...everybody,
  load: opened,
  run: async (ctx, { id }, { project: p, union }) => {
    const all = await volunteersOf(ctx.tx, [id])
    const own = isSignedIn(ctx.actor) ? all.find((v) => v.number === ctx.actor.number) : undefined
    const shifts = await shiftsOf(ctx.tx, [id])
    const rota = await rotaOf(
      ctx.tx,
      shifts.map((s) => s.id),
    )
    const inPost = own?.state === "accepted" && own.until === null
    return ok({
      ...calling(p, union, all, ctx.actor.number),
      status: p.status === "draft" ? "closed" : p.status,
      outcome: p.outcome,
      admits: p.admits,
      classes: p.classes.length,
      societies: p.societies,
      shifts: shifts.map((s) => {
        const on = rota.filter((r) => r.shiftId === s.id)
        return {
          id: s.id,
          title: s.title,
          place: s.place,
          startsAt: s.startsAt.toISOString(),
          endsAt: s.endsAt.toISOString(),
          left: Math.max(0, s.wanted - on.length),
          mine: on.some((r) => r.volunteerId === own?.id),
        }
      }),
      summary:
        p.status === "closed" && p.outcome === "held" && p.summary
          ? presentSummary(p.summary as unknown as Summary)
          : null,
      can: {
        signUp: isCalling(p, ctx.today) && (!own || (own.state === "withdrawn" && !own.fromDay)),
        withdraw: p.status !== "closed" && !!own && ["applied", "waiting", "accepted"].includes(own.state),
        takeShifts: p.status !== "closed" && inPost,
      },
    })
  },
})

export const mine = query(projectsMine, {
  may: mayVolunteer,
  run: async (ctx) => {
    const now = nowAt(ctx)
    const posts = await volunteeringOf(ctx.tx, ctx.actor.number)
    const ids = posts.map((v) => v.projectId)
    const projects = new Map((await projectsByIds(ctx.tx, ids)).map((p) => [p.id, p]))
    const unions = new Map((await unionsOf(ctx.tx)).map((u) => [u.id, u.name]))
    const shifts = await shiftsOf(ctx.tx, ids)
    const shiftIds = shifts.map((s) => s.id)
    const rota = await rotaOf(ctx.tx, shiftIds)
    const entries = await attendanceOf(ctx.tx, shiftIds)
    const certificates = await certificatesOf(
      ctx.tx,
      posts.map((v) => v.id),
    )
    const items = posts.flatMap((v) => {
      const p = projects.get(v.projectId)
      if (!p) return []
      const own = shifts.filter((s) => rota.some((r) => r.shiftId === s.id && r.volunteerId === v.id))
      const timed = own.map((s) => ({
        shift: s,
        time: timeOf(
          s,
          entries.filter((e) => e.shiftId === s.id && e.volunteerId === v.id),
        ),
      }))
      return [
        {
          id: p.id,
          title: p.title,
          host: unions.get(p.unionId) ?? "",
          status: p.status,
          state: v.state,
          because: v.because,
          from: v.fromDay,
          until: v.until,
          minutes: timed.reduce((n, t) => n + t.time.minutes, 0),
          certificate: certificates.get(v.id)?.number ?? null,
          shifts: timed.map(({ shift: s, time }) => ({
            id: s.id,
            title: s.title,
            place: s.place,
            startsAt: s.startsAt.toISOString(),
            endsAt: s.endsAt.toISOString(),
            minutes: time.minutes,
            came: time.came !== null,
            went: time.went !== null,
            now:
              p.status !== "closed" &&
              v.state === "accepted" &&
              (maySign(s, time, "in", now).ok || maySign(s, time, "out", now).ok),
          })),
        },
      ]
    })
    return ok({ minutes: items.reduce((n, i) => n + i.minutes, 0), items })
  },
})
