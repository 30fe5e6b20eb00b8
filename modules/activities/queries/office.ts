import { ok } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { qrOf } from "#kit/server/qr.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { coursesBetween } from "#modules/courses/index.ts"
import { facultiesOn, studentsOfKind } from "#modules/people/index.ts"
import { classesOn, projectById, projectsOf, reviewProcedure, societiesOn } from "#modules/projects/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { anyOffice, mayDecide, mayKeep, mayPrepare, mayRead } from "../abilities.ts"
import { mayBeHere, mayOpen } from "../activity.ts"
import { codeNow } from "../code.ts"
import * as contract from "../contract.ts"
import { hostOf, type Loaded, reviewFor, toRead } from "../load.ts"
import { iso, may, presentLine, presentRating } from "../present.ts"
import { reachOf } from "../reach.ts"
import { pageOfActivities } from "../store.ts"
import { groupsIn, handedIn, thereIn } from "../store-attendance.ts"
import { countsIn, missedIn, peopleIn } from "../store-people.ts"
import { ratingOf, remarksOf } from "../store-rating.ts"

/** The unions whose activities the reader is concerned with. */
export const readable = async (ctx: Ctx): Promise<UnionRow[]> =>
  (await unionsOf(ctx.tx)).filter((union) => may(mayRead(ctx.actor, { union })))

export const list = query(contract.list, {
  may: anyOffice,
  run: async (ctx, { text, phase, union, page, size }) => {
    const now = nowAt(ctx)
    const unions = await readable(ctx)
    const named = new Map(unions.map((u) => [u.id, u]))
    const wanted = { unions: unions.map((u) => u.id).filter((u) => !union || u === union), text, phase }
    const { rows, total } = await pageOfActivities(ctx.tx, { ...wanted, page, size }, now)
    const ids = rows.map((a) => a.id)
    const counts = await countsIn(ctx.tx, ids)
    const there = await thereIn(ctx.tx, ids)
    return ok({
      items: rows.map((a) =>
        presentLine(a, {
          union: named.get(a.unionId)!,
          counts: counts.get(a.id),
          there: there.get(a.id) ?? 0,
          now,
        }),
      ),
      total,
      unions: unions.map(({ id, name }) => ({ id, name })),
      hosts: unions
        .filter((u) => may(mayPrepare(ctx.actor, { union: u })))
        .map(({ id, name, level, faculty }) => ({ id, name, level, faculty })),
    })
  },
})

export const one = query(contract.one, {
  load: toRead,
  may: mayRead,
  run: async (ctx, { id }, of) => {
    const { activity: a, union } = of
    const now = nowAt(ctx)
    const groups = (await groupsIn(ctx.tx, [id])).get(id) ?? []
    const course = await reviewFor(ctx, a)
    const opening = mayOpen(a, course, now)
    const project = a.projectId ? await projectById(ctx.tx, a.projectId) : undefined
    const rating = await ratingOf(ctx.tx, id)
    const shown = presentRating(rating)
    const line = presentLine(a, {
      union,
      counts: (await countsIn(ctx.tx, [id])).get(id),
      there: groups.reduce((n, g) => n + g.people, 0),
      now,
    })
    return ok({
      ...line,
      purpose: a.purpose,
      audience: { ...a.audience },
      opensAt: iso(a.opensAt),
      closesAt: iso(a.closesAt),
      signOffUntil: iso(a.signOffUntil),
      walkIns: a.walkIns,
      early: a.early,
      classes: a.classes,
      societies: a.societies,
      project: project ? { id: project.id, title: project.title } : null,
      request: course
        ? { title: course.title, status: course.status, href: `/office/requests/${course.id}` }
        : null,
      approvedOn: a.approvedOn,
      cancelledBecause: a.cancelledBecause,
      by: a.madeByName,
      ...(await missedIn(ctx.tx, id)),
      reach: reachOf(union, await studentsOfKind(ctx.tx, ctx.today, union.kind), groups),
      rating: {
        people: rating.people,
        stars: shown?.stars ?? null,
        remarks: shown ? await remarksOf(ctx.tx, id) : [],
      },
      wants:
        a.status === "draft" && !opening.ok
          ? [
              {
                because: opening.error.because,
                clause: opening.error.clause ?? null,
                cure: opening.error.cure ?? null,
              },
            ]
          : [],
      can: {
        prepare: a.status !== "cancelled" && may(mayPrepare(ctx.actor, of)),
        open: opening.ok && may(mayDecide(ctx.actor, of)),
        cancel: a.status !== "cancelled" && line.phase !== "held" && may(mayDecide(ctx.actor, of)),
        keep: a.status === "open" && may(mayKeep(ctx.actor, of)),
        correct: a.status === "open" && may(mayPrepare(ctx.actor, of)),
      },
    })
  },
})

export const ground = query(contract.ground, {
  load: hostOf,
  may: mayPrepare,
  run: async (ctx, _, { union }) => {
    const year = Number(ctx.today.slice(0, 4))
    const courses = await coursesBetween(
      ctx.tx,
      [reviewProcedure],
      `${year - 1}${ctx.today.slice(4)}`,
      ctx.today,
    )
    const body = await studentsOfKind(ctx.tx, ctx.today, union.kind)
    return ok({
      faculty: union.faculty,
      classes: await classesOn(ctx.tx, ctx.today),
      societies: await societiesOn(ctx.tx, ctx.today),
      faculties: (await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name),
      grades: [...new Set(body.map((b) => b.grade))].sort((a, b) => b - a),
      requests: courses
        .filter((c) => c.unionId === union.id)
        .map((c) => ({ id: c.id, title: c.title, status: c.state.status })),
      projects: (await projectsOf(ctx.tx, [union.id]))
        .filter((p) => p.unionId === union.id && p.status !== "closed")
        .map(({ id, title }) => ({ id, title })),
    })
  },
})

export const people = query(contract.people, {
  load: toRead,
  may: mayRead,
  run: async (ctx, { id, ...of }) => {
    const { rows, total } = await peopleIn(ctx.tx, id, of)
    return ok({
      items: rows.map((p) => ({
        number: p.number,
        name: p.name,
        faculty: p.faculty,
        grade: p.grade,
        signedUp: p.signedUp,
        nth: p.nth,
        there: iso(p.there),
        by: p.by,
        corrected: p.because ? { because: p.because, by: p.byName ?? "" } : null,
      })),
      total,
    })
  },
})

/** What the organiser's screen shows now. The drawing leads the student's phone to the page that signs in. */
export const code = query(contract.code, {
  load: toRead,
  may: mayKeep,
  run: async (ctx, { id, site }, { activity: a, union }: Loaded) => {
    const now = nowAt(ctx)
    const shown = codeNow(a, now)
    const counts = (await countsIn(ctx.tx, [id])).get(id)
    const there = (await thereIn(ctx.tx, [id])).get(id) ?? 0
    return ok({
      activity: presentLine(a, { union, counts, there, now }),
      now: mayBeHere(a, now).ok,
      ...shown,
      qr: await qrOf(site, `/activities/${id}/here?code=${shown.code}`),
    })
  },
})

export const imports = query(contract.imports, {
  load: toRead,
  may: mayRead,
  run: async (ctx, { id }, of) => {
    const prepares = of.activity.status === "open" && may(mayPrepare(ctx.actor, of))
    return ok({
      items: (await handedIn(ctx.tx, id)).map((h) => ({
        id: h.id,
        fileName: h.fileName,
        by: h.byName,
        at: h.at.toISOString(),
        people: h.read.lines.length,
        problems: h.read.problems,
        state: h.state,
        can: {
          confirm: prepares && h.state === "preview" && !h.read.problems.some((p) => p.kind === "error"),
          undo: prepares && h.state === "confirmed",
        },
      })),
    })
  },
})
