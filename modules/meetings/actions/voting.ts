import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayPreside, mayVote } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changed, going, type OfResolution, theItem, theResolution } from "../load.ts"
import { isQuorate, present, sayQuorum, tally } from "../meeting.ts"
import { resolutionName } from "../minutes.ts"
import { record } from "../recording.ts"
import { reportOf } from "../reports.ts"
import * as store from "../store.ts"

export const putToVote = action(contract.putToVote, {
  load: theItem,
  may: (actor, { union, convening, meeting }) => mayPreside(actor, union, convening, meeting.convener),
  run: async (ctx, { id: itemId, words, said, owner, due }, { meeting, item, convening }) => {
    const on = going(meeting)
    if (!on.ok) return on
    const voters = present(meeting.attendance)
    const { quorum } = await store.rulesOf(ctx.tx, meeting.unionId)
    const members = meeting.attendance?.length ?? 0
    if (!isQuorate(quorum, voters.length, members))
      return refuse("conflict", `主席团${members}人，出席${voters.length}人，不足${sayQuorum[quorum]}`, {
        clause: "2.2a",
        cure: "人到齐后重新登记出席情况，或休会另行召集",
      })
    if ((await store.resolutionsOf(ctx.tx, [meeting.id])).some((r) => r.state === "voting"))
      return refuse("conflict", "一次只表决一项", { cure: "先完成正在进行的表决" })
    const owed = owner ? convening.members.find((m) => m.number === owner) : undefined
    if (owner && !owed)
      return refuse("invalid", "负责人须是主席团成员", { at: "owner", cure: "请从主席团成员中选" })
    const id = newId(ctx.now.getTime())
    await store.insertResolution(ctx.tx, {
      id,
      unionId: meeting.unionId,
      meetingId: meeting.id,
      itemId,
      matter: item.matter,
      words,
      state: "voting",
      voters: voters.map(({ number, name }) => ({ number, name })),
      owner: owed ? { number: owed.number, name: owed.name } : null,
      due: due ?? null,
    })
    if (said) await store.changeItem(ctx.tx, itemId, { said })
    return ok({ id })
  },
})

const voting = ({ meeting, resolution }: OfResolution): Result<void, Refusal> => {
  const on = going(meeting)
  if (!on.ok) return on
  return resolution.state === "voting" ? ok(undefined) : refuse("conflict", "这项表决已经结束")
}

export const vote = action(contract.vote, {
  load: theResolution,
  may: (actor, { union }) => mayVote(actor, union),
  run: async (ctx, { id, votes }, of) => {
    const { union, convening, meeting, resolution } = of
    const on = voting(of)
    if (!on.ok) return on
    const presides = "as" in mayPreside(ctx.actor, union, convening, meeting.convener)
    const before = await store.votesOf(ctx.tx, [id])
    const rows: Omit<store.VoteRow, "universityId">[] = []
    for (const { number, choice } of votes) {
      const voter = resolution.voters.find((v) => v.number === number)
      if (!voter)
        return refuse("not-allowed", "只有出席会议的主席团成员可以表决", { clause: "2.2a", at: "votes" })
      if (number !== ctx.actor.number && !presides)
        return refuse("not-allowed", `不能代${voter.name}表决`, {
          clause: "2.2a",
          cure: "由本人表决，或由主持人登记举手",
        })
      if ([...before, ...rows].some((v) => v.number === number))
        return refuse("conflict", `${voter.name}已经表决，不能更改`, { at: "votes" })
      rows.push({ resolutionId: id, ...voter, choice, recordedBy: ctx.actor.name, at: ctx.now })
    }
    await store.insertVotes(ctx.tx, rows)
    await record(ctx, meeting.id, {
      kind: "voted",
      resolution: id,
      votes: rows.map(({ number, name, choice }) => ({ number, name, choice })),
    })
    return ok({ missing: resolution.voters.length - before.length - rows.length })
  },
})

export const count = action(contract.count, {
  load: theResolution,
  may: (actor, { union, convening, meeting }) => mayPreside(actor, union, convening, meeting.convener),
  run: async (ctx, { id }, of) => {
    const { meeting, resolution } = of
    const on = voting(of)
    if (!on.ok) return on
    const votes = await store.votesOf(ctx.tx, [id])
    const missing = resolution.voters.filter((v) => !votes.some((cast) => cast.number === v.number))
    if (missing.length > 0)
      return refuse("conflict", `${missing.map((m) => m.name).join("、")}还没有表决`, {
        clause: "2.2a",
        cure: "出席的每名成员都须表示赞成、反对或弃权",
      })
    const result = tally(votes, resolution.voters.length)
    await store.changeItem(ctx.tx, resolution.itemId, { state: "decided" })
    const year = Number(ctx.today.slice(0, 4))
    await store.lockMeetings(ctx.tx, meeting.unionId)
    const ordinal = result.passed ? await store.nextResolution(ctx.tx, meeting.unionId, year) : null
    const inForce = result.passed && (await mayTakeEffect(ctx.tx, resolution))
    await store.changeResolution(ctx.tx, id, {
      state: result.passed ? "passed" : "failed",
      decidedOn: ctx.today,
      ...(ordinal === null ? {} : { year, ordinal }),
      ...(inForce ? { inForceOn: ctx.today } : {}),
    })
    await record(ctx, meeting.id, {
      kind: "decided",
      resolution: id,
      words: resolution.words,
      matter: resolution.matter,
      ...(ordinal === null ? {} : { called: resolutionName(year, ordinal) }),
      ...result,
      inForce,
    })
    if (inForce)
      await ctx.emit("meeting.resolved", { union: meeting.unionId, resolution: id, item: resolution.itemId })
    await changed(ctx, meeting.unionId)
    return ok({ passed: result.passed, inForce })
  },
})

/** At once for an ordinary matter; for an important one where its prior report went through already (7.4). */
const mayTakeEffect = async (tx: Parameters<typeof reportOf>[0], r: store.ResolutionRow): Promise<boolean> =>
  r.matter === null || (await reportOf(tx, r))?.state.status === "passed"
