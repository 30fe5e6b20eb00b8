import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { theAssemblyHeld } from "#modules/assembly/index.ts"
import { type Delegate, delegateOf, delegatesOf, theOwnSeat } from "#modules/delegates/index.ts"
import { proposalPractice } from "#policy/practice/proposals.ts"
import { mayKeep, mayPropose, maySign } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theProposalHeld } from "../load.ts"
import { blank, fieldOf, isOpenToChange, type Proposal, type Signer, wordsOf } from "../proposal.ts"
import { trace } from "../recording.ts"
import * as store from "../store.ts"
import { openOn } from "../window.ts"

export const save = action(contract.save, {
  load: theOwnSeat,
  may: mayPropose,
  run: async (ctx, { assembly, id, signers: numbers, ...words }, { delegate }) => {
    const seat = delegate!
    const before = id === undefined ? undefined : await store.proposalById(ctx.tx, id, true)
    if (id !== undefined && (before?.author !== ctx.actor.number || before.assemblyId !== assembly))
      return refuse("not-found", "没有这件提案")
    if (before && !isOpenToChange(before))
      return refuse("conflict", "提案已经提交，不能再改", { cure: "需要修改的，请提案工作委员会退回" })
    if (words.kind === "delegation" && !seat.head)
      return refuse("not-allowed", "代表团提案由团长提出", { at: "kind", cure: "改为个人或联名提案" })
    const asked = await askedOf(ctx, assembly, seat, words.kind === "joint" ? numbers : [])
    if (!asked.ok) return asked
    const field = fieldOf(
      { categories: (await store.rulesOf(ctx.tx, assembly))?.categories ?? [] },
      words.category,
    )
    const fresh = {
      ...words,
      field: field ?? "",
      delegation: seat.delegation,
      changedAt: ctx.now,
    }
    const kept = before?.id ?? newId(ctx.now.getTime())
    if (before) await store.changeProposal(ctx.tx, kept, fresh)
    else
      await store.insertProposal(ctx.tx, {
        ...blank,
        ...fresh,
        id: kept,
        assemblyId: assembly,
        author: ctx.actor.number,
        authorName: seat.name,
        source: null,
      })
    await store.setSigners(ctx.tx, kept, await still(ctx, before, words, kept, asked.value))
    ctx.note({ proposal: kept })
    return ok({ id: kept })
  },
})

/** Who is asked to join: delegates with a vote, not oneself. */
async function askedOf(
  ctx: Ctx,
  assembly: string,
  seat: Delegate,
  numbers: readonly string[],
): Promise<Result<readonly Delegate[], Refusal>> {
  if (numbers.length === 0) return ok([])
  const known = new Map((await delegatesOf(ctx.tx, assembly)).map((d) => [d.number, d]))
  const asked: Delegate[] = []
  for (const number of new Set(numbers)) {
    const found = known.get(number)
    if (!found?.voting)
      return refuse("invalid", `${number}不是本次大会的正式代表，不能联名`, { at: "signers" })
    if (number === seat.number) return refuse("invalid", "不用把自己列为联名人", { at: "signers" })
    asked.push(found)
  }
  return ok(asked)
}

/** Those who agreed stay agreed while the words they agreed to stand; changed words are agreed to anew. */
async function still(
  ctx: Ctx,
  before: Proposal | undefined,
  words: Pick<Proposal, "title" | "problem" | "analysis" | "suggestion">,
  id: string,
  asked: readonly Delegate[],
): Promise<Signer[]> {
  const same = before !== undefined && wordsOf(before) === wordsOf(words)
  const known = new Map((await store.signersOf(ctx.tx, [id])).map((s) => [s.number, s]))
  return asked.map(({ number, name }) => {
    const was = known.get(number)
    if (was && (same || was.state === "declined")) return was
    return { proposalId: id, number, name, state: "asked", named: false, at: ctx.now }
  })
}

const least = { title: 4, problem: 10, analysis: 10, suggestion: 10 } as const
const called = {
  title: "标题",
  problem: "问题描述",
  analysis: "调研与分析",
  suggestion: "对策与建议",
} as const

export const submit = action(contract.submit, {
  load: theProposalHeld,
  may: mayKeep,
  run: async (ctx, { id }, { assembly, proposal, signers }) => {
    // The assembly's line is held: numbers are given one after another.
    await theAssemblyHeld(ctx, { assembly: assembly.id })
    if (!isOpenToChange(proposal)) return refuse("conflict", "提案已经提交")
    const rules = await store.rulesOf(ctx.tx, assembly.id)
    // What the committee gave back may come in again after the window.
    const may = proposal.state === "returned" ? ok(undefined) : openOn(assembly, rules, ctx.today)
    if (!may.ok) return may
    const delegate = await delegateOf(ctx.tx, assembly.id, proposal.author)
    if (!delegate?.voting) return refuse("not-allowed", "只有正式代表可以提交提案")
    if (proposal.kind === "delegation" && !delegate.head)
      return refuse("not-allowed", "代表团提案由团长提出", { cure: "改为个人或联名提案" })
    for (const key of ["title", "problem", "analysis", "suggestion"] as const)
      if (proposal[key].trim().length < least[key])
        return refuse("invalid", `请写明${called[key]}（至少${least[key]}字）`, { at: key })
    const field = fieldOf(rules ?? { categories: [] }, proposal.category)
    if (!field) return refuse("invalid", "请选择提案类别", { at: "category", clause: "1.3" })
    const joined = signers.filter((s) => s.state === "accepted").length + 1
    const wanted = rules?.jointLeast ?? proposalPractice.joint.least
    if (proposal.kind === "joint" && joined < wanted)
      return refuse("conflict", `联名提案须有${wanted}名以上代表，现在同意的连同提案人共${joined}名`, {
        at: "signers",
        cure: "等受邀的代表本人同意，或改为个人提案",
      })
    const nth = proposal.nth ?? (await store.nextNth(ctx.tx, assembly.id))
    await store.changeProposal(ctx.tx, id, {
      nth,
      field,
      state: "submitted",
      because: null,
      submittedOn: proposal.submittedOn ?? ctx.today,
      changedAt: ctx.now,
    })
    const { title, category, problem, analysis, suggestion } = proposal
    await store.insertVersion(ctx.tx, {
      proposalId: id,
      version: (await store.versionsOf(ctx.tx, id)).length + 1,
      title,
      category,
      problem,
      analysis,
      suggestion,
      at: ctx.now,
    })
    await trace(ctx, id, "submitted")
    ctx.note({ proposal: id, nth })
    return ok({ nth })
  },
})

export const discard = action(contract.discard, {
  load: theProposalHeld,
  may: mayKeep,
  run: async (ctx, { id }, { proposal }) => {
    if (proposal.state !== "draft")
      return refuse("conflict", "提交过的提案不能删除", { cure: "不再提出的，可以撤回" })
    await store.dropDraft(ctx.tx, id)
    return ok({})
  },
})

export const withdraw = action(contract.withdraw, {
  load: theProposalHeld,
  may: mayKeep,
  run: async (ctx, { id, because }, { proposal, merged }) => {
    if (proposal.state !== "submitted" && proposal.state !== "returned")
      return refuse("conflict", "提案已经审查，不能撤回")
    if (merged.length > 0)
      return refuse("conflict", "其他提案已并入这一件，不能撤回", { cure: "请提案工作委员会先拆开" })
    await store.changeProposal(ctx.tx, id, { state: "withdrawn", because, changedAt: ctx.now })
    await trace(ctx, id, "withdrawn", because)
    return ok({})
  },
})

export const sign = action(contract.sign, {
  load: theProposalHeld,
  may: maySign,
  run: async (ctx, { id, accept, named }, { proposal }) => {
    if (!isOpenToChange(proposal)) return refuse("conflict", "提案已经提交，联名不能再改")
    await store.signAs(ctx.tx, id, ctx.actor.number, {
      state: accept ? "accepted" : "declined",
      named: accept && named,
      at: ctx.now,
    })
    await trace(ctx, id, accept ? "signed" : "unsigned")
    return ok({})
  },
})
