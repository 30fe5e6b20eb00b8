import { ok, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { applicationOf, callOf } from "#modules/calls/index.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { maySeeOne, seesCourse, seesWhole, underOf } from "../abilities.ts"
import { chosenOf } from "../chosen.ts"
import { one as contract } from "../contract.ts"
import { factsOf } from "../ground.ts"
import { lineOf } from "../present.ts"
import { seen } from "../seen.ts"
import { candidacyOf } from "../store.ts"
import { changes, judgeRoster, withChosen } from "../what-if.ts"

export const one = query(contract, {
  load: async (ctx, { id }) => {
    const k = await candidacyOf(ctx.tx, id)
    const [found] = k ? await seen(ctx, [k]) : []
    return found ? ok({ ...found, number: found.k.number }) : refuse("not-found", "没有这份报名")
  },
  may: maySeeOne,
  run: async (ctx, { id }, found) => {
    const { k, course, registered } = found
    const application = await applicationOf(ctx.tx, id)
    const call = await callOf(ctx.tx, k.callId, ctx.today)
    const facts = await factsOf(ctx, k.unionId)
    if (!application || !call || !facts) return refuse("not-found", "没有这份报名")
    const whole = seesWhole(ctx.actor, underOf(call))
    const effect =
      whole && k.outcome === null
        ? changes(judgeRoster(facts), judgeRoster(withChosen(facts, await chosenOf(ctx, [k]))))
        : []
    return ok({
      line: lineOf(found, { ...ctx, works: await calendarOf(ctx.tx) }, facts, effect),
      call: { id: call.id, title: call.title, union: call.unionName, unionId: call.unionId },
      political: registered?.student.politicalWritten ?? null,
      major: registered?.major ?? null,
      statement: application.statement,
      achievements: application.achievements,
      submittedOn: application.submittedOn,
      can: { slate: seesCourse(ctx.actor, course), effect: whole },
    })
  },
})
