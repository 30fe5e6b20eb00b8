import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import { mayAdopt, mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changeReport, insertReport, reportsOf } from "../lists.ts"
import { theSeats } from "../load.ts"
import { standingOf, votersHash } from "../standing.ts"

/** The committee's own words; the figures come from the records. After one was adopted, the next version. */
export const draftReport = action(contract.draftReport, {
  load: theSeats,
  may: mayReview,
  run: async (ctx, { opinion }, { assembly }) => {
    const [last] = await reportsOf(ctx.tx, assembly.id)
    const drafted = { opinion, draftedBy: ctx.actor.name, draftedOn: ctx.today }
    if (last && last.adoptedOn === null) await changeReport(ctx.tx, assembly.id, last.version, drafted)
    else
      await insertReport(ctx.tx, {
        ...drafted,
        assemblyId: assembly.id,
        version: (last?.version ?? 0) + 1,
        adoptedBy: null,
        adoptedOn: null,
        figures: null,
        people: null,
        hash: null,
      })
    ctx.note({ assembly: assembly.id })
    return ok({})
  },
})

/** Adopted by the committee, said by its head: the figures of that moment stand. */
export const adoptReport = action(contract.adoptReport, {
  load: theSeats,
  may: mayAdopt,
  run: async (ctx, _, of) => {
    const { assembly, union } = of
    const [draft] = await reportsOf(ctx.tx, assembly.id)
    if (!draft || draft.adoptedOn !== null)
      return refuse("conflict", "没有待通过的代表资格审查报告", { cure: "先起草报告" })
    const { composition, checks } = await standingOf(ctx, of)
    if (composition.total === 0) return refuse("conflict", "还没有正式代表", { cure: "先产生代表" })
    const wrong = checks.find(
      (c) => !c.ok && (c.key === "sums" || c.key === "review" || c.key === "register"),
    )
    if (wrong)
      return refuse("conflict", `报告还不能通过：${wrong.says}`, {
        ...(wrong.cure ? { cure: wrong.cure } : {}),
      })
    const hash = hashOf({ opinion: draft.opinion, figures: composition })
    await changeReport(ctx.tx, assembly.id, draft.version, {
      adoptedBy: ctx.actor.name,
      adoptedOn: ctx.today,
      figures: composition,
      people: await votersHash(ctx.tx, assembly.id),
      hash,
    })
    await appendToLedger(ctx.tx, [
      {
        topic: "delegates",
        subject: assembly.id,
        at: ctx.now,
        body: { kind: "credentials-adopted", version: draft.version, delegates: composition.total, hash },
      },
    ])
    ctx.note({ assembly: assembly.id, delegates: composition.total })
    await ctx.emit("records.changed", { unions: [union.id] })
    return ok({ hash })
  },
})
