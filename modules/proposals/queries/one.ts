import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { courseById, isInChain } from "#modules/courses/index.ts"
import { proposalPractice } from "#policy/practice/proposals.ts"
import { mayAnswer, mayReadOne, mayReview } from "../abilities.ts"
import { clocksOf } from "../clocks.ts"
import * as contract from "../contract.ts"
import { desksFor } from "../desks.ts"
import { theProposal, type Whole } from "../load.ts"
import { namesOf, outcomeOf, presentAnswer, presentAssembly } from "../present.ts"
import { type Answer, isBefore, isOpenToChange, type Proposal } from "../proposal.ts"
import * as store from "../store.ts"

/** The whole of one proposal: its words, who brings it, its trace, its answer. */
export const one = query(contract.one, {
  load: theProposal,
  // A draft is read by its author and whoever is asked to join it.
  may: (actor, of) =>
    of.proposal.state === "draft" && !of.proposers.includes(actor.number) && !of.asked.includes(actor.number)
      ? { refusal: { code: "not-allowed", because: "提案还没有提交" } }
      : mayReadOne(actor, of),
  run: async (ctx, { id }, of) => {
    const { proposal: p, signers, merged } = of
    const writes = "as" in mayAnswer(ctx.actor, of)
    const reviews = "as" in mayReview(ctx.actor, { ...of, brought: [of] })
    const keeps = ctx.actor.number === p.author
    const course = p.course ? await courseById(ctx.tx, p.course) : undefined
    const [latest] = await store.answersOf(ctx.tx, id)
    const lead = p.mergedInto ? await store.proposalById(ctx.tx, p.mergedInto) : undefined
    const { due, late } = (await clocksOf(ctx.tx, [p], ctx.today))(id)
    const rules = await store.rulesOf(ctx.tx, p.assemblyId)
    const words = ({ title, problem, analysis, suggestion }: typeof p) => ({
      title,
      problem,
      analysis,
      suggestion,
    })
    return ok({
      id,
      assembly: presentAssembly(of),
      nth: p.nth,
      kind: p.kind,
      category: p.category,
      field: p.field,
      ...words(p),
      named: p.named,
      state: p.state,
      step: p.step,
      because: p.because,
      submittedOn: p.submittedOn,
      decidedOn: p.decidedOn,
      author: { number: p.author, name: p.authorName, delegation: p.delegation },
      signers: signers.map(({ number, name, state }) => ({ number, name, state })),
      jointLeast: rules?.jointLeast ?? proposalPractice.joint.least,
      source: p.source?.label ?? null,
      mergedInto: lead ? { id: lead.id, nth: lead.nth, title: lead.title } : null,
      merged: merged.map((m) => presentPart(m)),
      office: p.officeName ? { name: p.officeName, unit: p.unit } : null,
      offices: reviews ? (await desksFor(ctx, of.union)).map(({ office, name }) => ({ office, name })) : [],
      course: course && isInChain(ctx.actor, course) ? course.id : null,
      due,
      late,
      answer: p.answer ? approved(of, latest) : null,
      draft: writes && latest && inHand(p, latest) ? presentAnswer(latest) : null,
      answeredOn: p.answeredOn,
      answers: p.answers,
      ratings: (await store.ratingsOf(ctx.tx, id)).map(({ of, rating, because }) => ({
        of,
        rating,
        because,
      })),
      deeds: (await store.deedsOf(ctx.tx, id)).map((d) => ({
        what: d.what,
        byName: d.byName,
        because: d.because,
        at: d.at.toISOString(),
      })),
      versions: (await store.versionsOf(ctx.tx, id)).length,
      can: {
        edit: keeps && isOpenToChange(p),
        withdraw: keeps && (p.state === "submitted" || p.state === "returned") && merged.length === 0,
        sign: isOpenToChange(p) && of.asked.includes(ctx.actor.number),
        rate: keeps && p.step === "rating",
        return: reviews && isBefore(p) && merged.length === 0,
        decide: reviews && isBefore(p),
        unmerge: reviews && p.state === "merged" && lead !== undefined && isBefore(lead),
        send: reviews && p.state === "filed" && p.course === null,
        answer: writes && p.step === "answering",
      },
    })
  },
})

/** Being written or approved, and not the answer already given before. */
const inHand = (p: Proposal, latest: Answer): boolean =>
  p.step === "approving" || (p.step === "answering" && latest.text !== p.answer)

const presentPart = (part: Pick<Whole, "proposal" | "signers">) => ({
  id: part.proposal.id,
  nth: part.proposal.nth,
  title: part.proposal.title,
  proposers: namesOf(part),
  problem: part.proposal.problem,
  suggestion: part.proposal.suggestion,
})

/** The answer approved last, as it was approved: a later draft changes nothing of it. */
const approved = (
  { proposal: p }: Pick<Whole, "proposal">,
  latest: { byName: string; at: Date } | undefined,
) => ({
  outcome: outcomeOf(p) ?? ("D" as const),
  text: p.answer ?? "",
  byName: latest?.byName ?? "",
  at: latest?.at.toISOString() ?? "",
})
