import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { conveningOn, membersOn } from "#modules/presidium/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayConvene, mayFinish, mayPreside, mayRead } from "../abilities.ts"
import { one as contract } from "../contract.ts"
import type { OfMeeting } from "../load.ts"
import { fewest, isQuorate, nextStep, present, sayQuorum, tally } from "../meeting.ts"
import { reportHref, reportOf } from "../reports.ts"
import * as store from "../store.ts"
import { nameOf, wholeOf } from "../view.ts"

async function load(ctx: Ctx, { id }: { id: string }): Promise<Result<OfMeeting, Refusal>> {
  const meeting = await store.meetingById(ctx.tx, id)
  const [union] = meeting ? await unionsOf(ctx.tx, [meeting.unionId]) : []
  if (!meeting || !union) return refuse("not-found", "没有这次会议")
  return ok({ meeting, union, convening: (await conveningOn(ctx.tx, [union.id], ctx.today)).get(union.id)! })
}

export const one = query(contract, {
  load,
  may: (actor, { union }) => mayRead(actor, union),
  run: async (ctx, _, of) => {
    const { meeting: m, union, convening } = of
    const rules = await store.rulesOf(ctx.tx, union.id)
    const members =
      m.attendance ?? (await membersOn(ctx.tx, union.id, ctx.today)).map((p) => ({ ...p, presence: null }))
    const here = present(members).length
    const met = isQuorate(rules.quorum, here, members.length)
    const whole = await wholeOf(ctx.tx, m.id)
    const voting = whole.resolutions.find((r) => r.state === "voting")
    const cast = whole.votes.filter((v) => v.resolutionId === voting?.id).length
    const toConfirm = m.state === "open" ? await store.unconfirmedBefore(ctx.tx, m) : []
    const [last] = await store.minutesOf(ctx.tx, m.id)
    const confirmedBy = m.confirmedIn ? await store.meetingById(ctx.tx, m.confirmedIn) : undefined
    const presides = "as" in mayPreside(ctx.actor, union, convening, m.convener)
    const next = nextStep(
      {
        state: m.state,
        day: m.day,
        rollCalled: members.length > 0 && members.every((p) => p.presence !== null),
        quorate: met,
        toConfirm: toConfirm.length,
        pending: whole.items.filter((i) => i.state === "pending").length,
        votesMissing: voting ? voting.voters.length - cast : null,
        confirmed: m.confirmedIn !== null,
      },
      ctx.today,
    )
    const shown = []
    for (const item of whole.items) {
      const resolutions = []
      for (const r of whole.resolutions.filter((r) => r.itemId === item.id))
        resolutions.push(await presentResolution(ctx, of, item, r, whole.votes))
      const { id, title, detail, matter, papers, state, said } = item
      const report = await reportState(ctx, item, matter, null)
      shown.push({ id, title, detail, matter, papers, state, said, report, resolutions })
    }
    return ok({
      id: m.id,
      union: { id: union.id, name: union.name },
      title: m.title,
      day: m.day,
      time: m.time,
      place: m.place,
      convener: m.convener,
      convenedAs: m.convenedAs,
      reading: m.reading,
      state: m.state,
      cancelledBecause: m.cancelledBecause,
      presiding: m.presiding?.name ?? null,
      members,
      guests: m.guests,
      quorum: {
        says: sayQuorum[rules.quorum],
        needed: fewest(rules.quorum, members.length),
        present: here,
        met,
      },
      matters: [...rules.matters],
      items: shown,
      toConfirm: toConfirm.map(({ id, title }) => ({ id, title })),
      minutes: last
        ? { body: last.body, version: last.version, by: last.byName, at: last.at.toISOString() }
        : null,
      confirmed: confirmedBy && m.confirmedOn ? { in: confirmedBy.title, on: m.confirmedOn } : null,
      next,
      can: {
        preside: presides && (m.state === "convened" || m.state === "open"),
        minutes:
          m.state === "closed" &&
          m.confirmedIn === null &&
          (presides ||
            m.presiding?.number === ctx.actor.number ||
            "as" in mayConvene(ctx.actor, union, convening)),
      },
    })
  },
})

async function presentResolution(
  ctx: Ctx,
  { meeting, union, convening }: OfMeeting,
  item: store.ItemRow,
  r: store.ResolutionRow,
  votes: readonly store.VoteRow[],
) {
  const own = votes.filter((v) => v.resolutionId === r.id)
  const { passed: _, ...counted } = tally(own, r.voters.length)
  const presides = "as" in mayPreside(ctx.actor, union, convening, meeting.convener)
  const convenes = "as" in mayConvene(ctx.actor, union, convening)
  const voting = r.state === "voting" && meeting.state === "open"
  const without = r.voters.filter((v) => !own.some((cast) => cast.number === v.number))
  const undone = r.state === "passed" && r.doneOn === null
  return {
    id: r.id,
    name: nameOf(r),
    words: r.words,
    matter: r.matter,
    state: r.state,
    votes: r.voters.map((v) => ({
      ...v,
      choice: own.find((cast) => cast.number === v.number)?.choice ?? null,
    })),
    tally: counted,
    decidedOn: r.decidedOn,
    inForceOn: r.inForceOn,
    report: await reportState(ctx, item, r.matter, r.priorReport),
    owner: r.owner,
    due: r.due,
    doneOn: r.doneOn,
    doneNote: r.doneNote,
    can: {
      voteFor: voting
        ? without.filter((v) => presides || v.number === ctx.actor.number).map((v) => v.number)
        : [],
      count: voting && presides && without.length === 0,
      force: undone && r.inForceOn === null && convenes,
      assign: undone && convenes,
      finish: undone && r.inForceOn !== null && "as" in mayFinish(ctx.actor, union, convening, r.owner),
    },
  }
}

/** Where an important matter stands with its report; a refused or withdrawn one is none. */
async function reportState(ctx: Ctx, item: store.ItemRow, matter: string | null, priorReport: string | null) {
  if (matter === null) return { state: "not-needed" as const, href: "" }
  const report = await reportOf(ctx.tx, { itemId: item.id, priorReport })
  const status = report?.state.status
  if (!report || (status !== "passed" && status !== "open"))
    return { state: "none" as const, href: reportHref(item) }
  const state = status === "passed" ? ("passed" as const) : ("under-way" as const)
  return { state, href: `/office/requests/${report.id}` }
}
