import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { proposalPractice, usualCategories } from "#policy/practice/proposals.ts"
import { mayReadAll, mayReview, maySettle } from "../abilities.ts"
import { type Clock, clocksOf } from "../clocks.ts"
import * as contract from "../contract.ts"
import { desksFor } from "../desks.ts"
import { type Whole, wholeOf } from "../load.ts"
import { outcomeOf, presentAssembly, presentRules } from "../present.ts"
import { isBefore, type Proposal } from "../proposal.ts"
import { proposalsIn, rulesOf } from "../store.ts"

type Asked = "unsent" | "late" | Proposal["state"]

const isIn = (p: Proposal, { late }: Clock, asked: Asked): boolean =>
  asked === "unsent"
    ? p.state === "filed" && p.course === null
    : asked === "late"
      ? p.state === "filed" && late
      : p.state === asked

/** The committee's queue, the same for whoever may read along. */
export const list = query(contract.list, {
  load: theAssembly,
  may: mayReadAll,
  run: async (ctx, { text, state, category, kind, office, page, size }, of) => {
    const all = await proposalsIn(ctx.tx, of.assembly.id)
    const clock = await clocksOf(ctx.tx, all, ctx.today)
    const seen = all.filter(
      (p) =>
        (!state || isIn(p, clock(p.id), state)) &&
        (!category || p.category === category) &&
        (!kind || p.kind === kind) &&
        (!office || p.office === office) &&
        (!text || [p.title, p.authorName, p.delegation, `${p.nth}`].some((w) => w.includes(text))),
    )
    const shown = await wholeOf(ctx, seen.slice((page - 1) * size, page * size))
    const count = (of: Asked) => all.filter((p) => isIn(p, clock(p.id), of)).length
    return ok({
      assembly: presentAssembly(of),
      rules: presentRules(await rulesOf(ctx.tx, of.assembly.id)),
      usual: {
        jointLeast: proposalPractice.joint.least,
        answerDays: proposalPractice.answer.days,
        categories: usualCategories,
      },
      offices: (await desksFor(ctx, of.union)).map(({ office, name }) => ({ office, name })),
      counts: {
        all: all.length,
        ...Object.fromEntries(
          (
            ["submitted", "returned", "filed", "unsent", "late", "suggestion", "declined", "merged"] as const
          ).map((s) => [s, count(s)]),
        ),
      },
      items: shown.map((whole) =>
        presentLine(
          whole,
          clock(whole.proposal.id),
          "as" in mayReview(ctx.actor, { ...of, brought: [whole] }),
        ),
      ),
      total: seen.length,
      can: {
        settle: "as" in maySettle(ctx.actor, of),
        review: "as" in mayReview(ctx.actor, { ...of, brought: [] }),
      },
    })
  },
})

function presentLine({ proposal: p, merged }: Whole, { due, late }: Clock, reviews: boolean) {
  return {
    id: p.id,
    nth: p.nth,
    title: p.title,
    kind: p.kind,
    category: p.category,
    field: p.field,
    authorName: p.authorName,
    delegation: p.delegation,
    state: p.state,
    step: p.step,
    officeName: p.unit ?? p.officeName,
    outcome: outcomeOf(p),
    rating: p.rating,
    submittedOn: p.submittedOn,
    due,
    late,
    merged: merged.length,
    can: { review: reviews && isBefore(p) },
  }
}
