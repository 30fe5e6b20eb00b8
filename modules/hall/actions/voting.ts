import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { delegatesOf } from "#modules/delegates/index.ts"
import { presentIn, requireQuorum } from "#modules/roll/index.ts"
import { mayChair, mayCount, mayVote } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Counts } from "../deeds.ts"
import type { Doors } from "../doors.ts"
import { sitting, theHallHeld, theVote } from "../load.ts"
import { countOf, outcomeOf, sumOf } from "../open-vote.ts"
import { enter, record } from "../recording.ts"
import * as votes from "../votes-store.ts"

export const openVote = (doors: Doors) =>
  action(contract.openVote, {
    load: theHallHeld,
    may: mayChair,
    run: async (ctx, { assembly, title, words, how, rule }, of) => {
      const on = sitting(of)
      if (!on.ok) return on
      const item = (await doors.agenda(ctx.tx, assembly)).find((i) => i.id === of.standing.item)
      if (!item) return refuse("conflict", "没有正在进行的议程", { cure: "先开始一项议程，再付表决" })
      if (item.kind === "charter" && rule !== "amendment")
        return refuse("invalid", "章程修正案须经到会代表三分之二以上同意", {
          at: "rule",
          cure: "按修改章程的规则付表决",
        })
      if (await votes.pendingVote(ctx.tx, assembly))
        return refuse("conflict", "一次只表决一项", { cure: "先结束并宣布正在进行的表决" })
      const quorum = await requireQuorum(ctx, assembly)
      if (!quorum.ok) return quorum
      const here = await presentIn(ctx.tx, assembly)
      const electors = (await delegatesOf(ctx.tx, assembly)).filter((d) => d.voting && here.has(d.number))
      const { due } = quorum.value
      const id = newId(ctx.now.getTime())
      const opened = { item: item.id, vote: id, title, rule, how, due, present: electors.length }
      const seq = await record(ctx, assembly, { kind: "vote-opened", ...opened })
      await votes.insertVote(
        ctx.tx,
        {
          id,
          assemblyId: assembly,
          itemId: item.id,
          title,
          words,
          rule,
          how,
          state: "open",
          due,
          present: electors.length,
          seq,
          openedAt: ctx.now,
          closedAt: null,
          for: null,
          against: null,
          abstain: null,
          passed: null,
          ordinal: null,
          announcedAt: null,
          voidBecause: null,
        },
        electors.map(({ number, name, delegation }) => ({ number, name, delegation })),
      )
      return ok({ id })
    },
  })

interface Casting {
  readonly vote: votes.VoteRow
  readonly elector: boolean
}

/** Two indexed reads: 3,000 delegates do this within a minute. Held against closing, not against each other. */
async function casting(ctx: Ctx, { id }: { id: string }): Promise<Result<Casting, Refusal>> {
  const vote = await votes.voteById(ctx.tx, id, "share")
  if (!vote) return refuse("not-found", "没有这项表决")
  return ok({ vote, elector: await votes.isElector(ctx.tx, id, ctx.actor.number) })
}

export const vote = action(contract.vote, {
  // 3,000 delegates behind one address, each of whom may think again.
  perMinute: 12_000,
  load: casting,
  may: mayVote,
  run: async (ctx, { id, choice }, { vote }) => {
    if (vote.how !== "names") return refuse("conflict", "这项表决以举手方式进行")
    if (vote.state !== "open") return refuse("conflict", "这项表决已经结束")
    await votes.insertCast(ctx.tx, { voteId: id, number: ctx.actor.number, choice, at: ctx.now })
    return ok({})
  },
})

const wanting = () => refuse("invalid", "请填写赞成、反对、弃权的人数", { at: "for" })

export const closeVote = action(contract.closeVote, {
  load: theVote,
  may: mayCount,
  run: async (ctx, input, { vote }) => {
    const { id, title, rule, present } = vote
    const again = vote.state === "counted" && vote.how === "hands"
    if (vote.state !== "open" && !again) return refuse("conflict", "这项表决已经结束")
    let counts: Counts
    if (vote.how === "names") {
      const roll = await votes.rollOf(ctx.tx, id)
      counts = countOf(roll.flatMap((r) => (r.choice ? [r.choice] : [])))
    } else {
      const { for: yes, against, abstain } = input
      if (yes === undefined || against === undefined || abstain === undefined) return wanting()
      counts = { for: yes, against, abstain }
      if (sumOf(counts) > present)
        return refuse("invalid", `赞成、反对、弃权共${sumOf(counts)}人，多于到会的${present}人`, {
          at: "for",
          cure: "请重新清点",
        })
    }
    const { passed } = outcomeOf(rule, present, counts)
    await votes.changeVote(ctx.tx, id, { ...counts, passed, state: "counted", closedAt: ctx.now })
    await record(ctx, vote.assemblyId, { kind: "vote-counted", vote: id, title, ...counts })
    return ok({ passed })
  },
})

export const announce = (doors: Doors) =>
  action(contract.announce, {
    load: theVote,
    may: mayChair,
    run: async (ctx, { id }, { vote }) => {
      if (vote.state !== "counted")
        return refuse("conflict", vote.state === "open" ? "表决还没有结束" : "结果已经宣布，或表决已经作废")
      const { assemblyId, itemId, title, words, rule, how, due, present } = vote
      const counts = { for: vote.for!, against: vote.against!, abstain: vote.abstain! }
      const { passed, arithmetic } = outcomeOf(rule, present, counts)
      const ordinal = passed ? await votes.nextResolution(ctx.tx, assemblyId) : null
      await votes.changeVote(ctx.tx, id, { state: "announced", announcedAt: ctx.now, ordinal })
      const said = { item: itemId, vote: id, title, passed, present, ...counts }
      await record(ctx, assemblyId, { kind: "vote-announced", ...said })
      const item = (await doors.agenda(ctx.tx, assemblyId)).find((i) => i.id === itemId)
      const roll = how === "names" ? await votes.rollOf(ctx.tx, id) : []
      await enter(ctx, assemblyId, {
        kind: passed ? "adopted" : "rejected",
        ...said,
        words,
        about: item?.title ?? "",
        rule,
        how,
        due,
        ordinal,
        arithmetic,
        // Who voted how is kept with the vote; this binds it to the ledger.
        ...(how === "names" ? { roll: hashOf(roll.map((r) => [r.number, r.choice])) } : {}),
      })
      await ctx.emit("hall.decided", {
        assembly: assemblyId,
        item: itemId,
        kind: item?.kind ?? "other",
        outcome: passed ? "adopted" : "rejected",
        vote: id,
      })
      return ok({ passed })
    },
  })

export const voidVote = action(contract.voidVote, {
  load: theVote,
  may: mayChair,
  run: async (ctx, { id, because }, { vote }) => {
    if (vote.state !== "open" && vote.state !== "counted")
      return refuse("conflict", "结果已经宣布，不能作废", { cure: "需要改变的，重新列入议程再表决" })
    await votes.changeVote(ctx.tx, id, { state: "void", closedAt: ctx.now, voidBecause: because })
    const { assemblyId, title } = vote
    await record(ctx, assemblyId, { kind: "vote-voided", vote: id, title, because })
    return ok({})
  },
})
