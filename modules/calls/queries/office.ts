import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { isInChain } from "#modules/courses/index.ts"
import { departmentsOn, unionsOf } from "#modules/unions/index.ts"
import { isAllowed, mayCall, mayEnter, mayKeep, mayReadApplication, mayWork, sightOf } from "../abilities.ts"
import { applicantsSeen } from "../applicants.ts"
import { applicationOf, applicationsOf } from "../applications.ts"
import * as contract from "../contract.ts"
import { departmentNames } from "../keeping.ts"
import { presentApplicant, presentCorrections, presentHead } from "../present.ts"
import { applicantsOf, callById, callsOf, versionsOf } from "../store.ts"
import { courseOf, type Procedures } from "../where.ts"

export const list = query(contract.list, {
  may: mayEnter,
  run: async (ctx, { unionId }) => {
    const all = await callsOf(ctx.tx, ctx.today, unionId ? [unionId] : undefined)
    const calls = all.filter((c) => isAllowed(mayWork(ctx.actor, c)))
    const counts = await applicantsOf(
      ctx.tx,
      calls.map((c) => c.id),
    )
    const unions = (await unionsOf(ctx.tx)).filter((u) => isAllowed(mayCall(ctx.actor, u)))
    const departments = await departmentsOn(
      ctx.tx,
      unions.map((u) => u.id),
      ctx.today,
    )
    return ok({
      items: calls.map((c) => ({ ...presentHead(c), applicants: counts.get(c.id) ?? 0 })),
      unions: unions.map((u) => ({
        id: u.id,
        name: u.name,
        level: u.level,
        departments: departments.filter((d) => d.unionId === u.id).map((d) => d.name),
      })),
    })
  },
})

async function onDesk(ctx: Ctx, { id }: { id: string }) {
  const call = await callById(ctx.tx, id, ctx.today)
  return call ? ok(call) : refuse("not-found", "没有这份选拔通知")
}

export const work = query(contract.work, {
  load: onDesk,
  may: mayWork,
  run: async (ctx, _, call) => {
    const applications = (await applicationsOf(ctx.tx, call.id)).filter((a) => a.status !== "withdrawn")
    const keeps = isAllowed(mayKeep(ctx.actor, call))
    const { status, text, contact, publishedOn, closedOn, endedBecause } = call
    const live = status === "upcoming" || status === "open"
    return ok({
      ...presentHead(call),
      closesOn: call.closesOn,
      text,
      contact,
      publishedOn,
      closedOn,
      endedBecause,
      departments: await departmentNames(ctx, call.unionId),
      applicants: applications.length,
      applied: Object.fromEntries(
        [...Map.groupBy(applications, (a) => a.postId)].map(([post, of]) => [post, of.length]),
      ),
      versions: presentCorrections(await versionsOf(ctx.tx, call.id)),
      can: {
        edit: keeps && status === "draft",
        publish: keeps && status === "draft",
        discard: keeps && status === "draft",
        correct: keeps && live,
        close: keeps && status === "open",
        cancel: keeps && (live || status === "closed"),
      },
    })
  },
})

export const applicants = query(contract.applicants, {
  load: onDesk,
  may: mayWork,
  run: async (ctx, { id: _, page, size, ...wanted }, call) => {
    const seen = await applicantsSeen(ctx, call, wanted)
    return ok({
      items: seen
        .slice((page - 1) * size, page * size)
        .map(({ application, sight }) => presentApplicant(application, sight)),
      total: seen.length,
      whole: seen.some((s) => s.sight === "whole"),
    })
  },
})

export const applicantOne = (procedures: Procedures) =>
  query(contract.applicantOne, {
    load: async (ctx, { id }) => {
      const application = await applicationOf(ctx.tx, id)
      const call = application && (await callById(ctx.tx, application.callId, ctx.today))
      return call ? ok({ application, call }) : refuse("not-found", "没有这份报名")
    },
    may: mayReadApplication,
    run: async (ctx, _, { application: a, call }) => {
      const sight = sightOf(ctx.actor, call, a)
      const course = (await courseOf(ctx.tx, procedures, [a.id])).get(a.id)
      return ok({
        ...presentApplicant(a, sight === "whole" ? "whole" : "plain"),
        callId: call.id,
        callTitle: call.title,
        unionName: call.unionName,
        sourceNote: a.sourceNote,
        statement: a.statement,
        achievements: a.achievements,
        version: a.version,
        changedOn: a.changedOn,
        // The panel answers to those in its chain only.
        courseId: course && isInChain(ctx.actor, course) ? course.id : null,
      })
    },
  })
