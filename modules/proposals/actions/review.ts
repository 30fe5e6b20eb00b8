import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { sendTo } from "../handling.ts"
import { type OfProposal, theProposalHeld, theProposals } from "../load.ts"
import { isBefore, sayNth } from "../proposal.ts"
import { decided, trace } from "../recording.ts"
import { changeProposal } from "../store.ts"

const reviewed = (actor: Parameters<typeof mayReview>[0], of: OfProposal) =>
  mayReview(actor, { team: of.team, brought: [of] })

export const giveBack = action(contract.giveBack, {
  load: theProposalHeld,
  may: reviewed,
  run: async (ctx, { id, because }, { proposal, merged }) => {
    if (!isBefore(proposal)) return refuse("conflict", "只能退回还没有审定的提案")
    if (merged.length > 0)
      return refuse("conflict", "已有提案并入这一件，不能退回", { cure: "先拆开并案，再退回" })
    await changeProposal(ctx.tx, id, { state: "returned", because, changedAt: ctx.now })
    await trace(ctx, id, "returned", because)
    ctx.note({ proposal: id })
    return ok({})
  },
})

export const merge = action(contract.merge, {
  load: (ctx, { into, ids }) => theProposals(ctx, { ids: [into, ...ids] }),
  may: mayReview,
  run: async (ctx, { into }, { brought }) => {
    const lead = brought.find((b) => b.proposal.id === into)!
    const parts = brought.filter((b) => b.proposal.id !== into)
    if (parts.length === 0) return refuse("invalid", "请选择并入的提案", { at: "ids" })
    const settled = [lead, ...parts].find((b) => !isBefore(b.proposal))
    if (settled)
      return refuse("conflict", `${sayNth(settled.proposal.nth)}不在待审状态，不能并案`, {
        cure: "只有待审的提案可以并案",
      })
    const leader = parts.find((p) => p.merged.length > 0)
    if (leader)
      return refuse("conflict", `已有提案并入${sayNth(leader.proposal.nth)}`, {
        cure: "以它为主案，或先拆开",
      })
    for (const { proposal } of parts) {
      await changeProposal(ctx.tx, proposal.id, { state: "merged", mergedInto: into, changedAt: ctx.now })
      await trace(ctx, proposal.id, "merged", `${sayNth(lead.proposal.nth)}《${lead.proposal.title}》`)
      await trace(ctx, into, "took", `${sayNth(proposal.nth)}《${proposal.title}》`)
    }
    await decided(
      ctx,
      parts.map(({ proposal }) => ({ id: proposal.id, body: { kind: "merged", into } })),
    )
    ctx.note({ into, merged: parts.length })
    return ok({ merged: parts.length })
  },
})

export const unmerge = action(contract.unmerge, {
  load: async (ctx, { id }) => {
    const of = await theProposalHeld(ctx, { id })
    if (!of.ok) return of
    const lead = of.value.proposal.mergedInto
    if (!lead) return refuse("conflict", "这件提案没有并入别的提案")
    return theProposals(ctx, { ids: [id, lead] })
  },
  may: mayReview,
  run: async (ctx, { id }, { brought }) => {
    const { proposal } = brought.find((b) => b.proposal.id === id)!
    const lead = brought.find((b) => b.proposal.id === proposal.mergedInto)!.proposal
    if (!isBefore(lead))
      return refuse("conflict", "主案已经审定，不能再拆开", { cure: "并案在立案之前可以拆开" })
    await changeProposal(ctx.tx, id, { state: "submitted", mergedInto: null, changedAt: ctx.now })
    await trace(ctx, id, "unmerged", `${sayNth(lead.nth)}《${lead.title}》`)
    await trace(ctx, lead.id, "unmerged", `${sayNth(proposal.nth)}《${proposal.title}》`)
    await decided(ctx, [{ id, body: { kind: "unmerged", from: lead.id } }])
    ctx.note({ proposal: id })
    return ok({})
  },
})

export const decide = action(contract.decide, {
  load: theProposals,
  may: mayReview,
  run: async (ctx, { decision, because, office, unit }, of) => {
    if (decision !== "filed" && because.length < 4)
      return refuse(
        "invalid",
        decision === "declined" ? "不立案的，请写明理由" : "转为意见建议的，请写明理由",
        {
          at: "because",
          clause: "1.4",
        },
      )
    const settled = of.brought.find((b) => !isBefore(b.proposal))
    if (settled) return refuse("conflict", `${sayNth(settled.proposal.nth)}不在待审状态`)
    for (const { proposal } of of.brought) {
      await changeProposal(ctx.tx, proposal.id, {
        state: decision,
        because: because || null,
        decidedOn: ctx.today,
        changedAt: ctx.now,
      })
      await trace(ctx, proposal.id, decision, because)
    }
    await decided(
      ctx,
      of.brought.map(({ proposal }) => ({ id: proposal.id, body: { kind: decision } })),
    )
    if (decision === "filed" && office)
      for (const whole of of.brought) {
        const sent = await sendTo(ctx, { ...of, ...whole }, office, unit)
        if (!sent.ok) return sent
      }
    ctx.note({ assembly: of.assembly.id, decision, proposals: of.brought.length })
    return ok({ decided: of.brought.length })
  },
})

export const send = action(contract.send, {
  load: theProposalHeld,
  may: reviewed,
  run: async (ctx: Ctx, { id, office, unit }, of) => {
    if (of.proposal.state !== "filed") return refuse("conflict", "只有已立案的提案可以交办")
    if (of.proposal.course) return refuse("conflict", "提案已经交办", { cure: "承办单位退回后再改派" })
    const sent = await sendTo(ctx, of, office, unit)
    if (!sent.ok) return sent
    ctx.note({ proposal: id, office })
    return ok({})
  },
})
