import { ok } from "@qiaoliang/basics"
import { type Actor, isSignedIn, onlyFor } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { theOwnSeat } from "#modules/delegates/index.ts"
import { anyone } from "../abilities.ts"
import * as contract from "../contract.ts"
import { presentAssembly, presentRules } from "../present.ts"
import { isOpenToChange } from "../proposal.ts"
import { proposalsWith, rulesOf, signersOf } from "../store.ts"
import { openOn } from "../window.ts"

/** A delegate's own desk in an assembly. */
export const mine = query(contract.mine, {
  // As the public list.
  perMinute: 9_000,
  load: theOwnSeat,
  may: (actor: Actor) => (isSignedIn(actor) ? anyone() : onlyFor("已登录的师生")),
  run: async (ctx, { assembly }, of) => {
    const rules = await rulesOf(ctx.tx, assembly)
    const window = openOn(of.assembly, rules, ctx.today)
    const all = await proposalsWith(ctx.tx, ctx.actor.number, assembly)
    const signers = await signersOf(
      ctx.tx,
      all.map((p) => p.id),
    )
    const me = ctx.actor.number
    const waits = (id: string) =>
      signers.some((s) => s.proposalId === id && s.number === me && s.state === "asked")
    return ok({
      assembly: presentAssembly(of),
      today: ctx.today,
      rules: presentRules(rules),
      open: window.ok,
      closed: window.ok ? null : window.error.because,
      delegate: of.delegate?.voting ? { delegation: of.delegate.delegation, head: of.delegate.head } : null,
      items: all
        .filter(
          (p) =>
            p.author === me ||
            signers.some((s) => s.proposalId === p.id && s.number === me && s.state === "accepted"),
        )
        .map((p) => ({
          id: p.id,
          nth: p.nth,
          title: p.title,
          state: p.state,
          step: p.step,
          mine: p.author === me,
        })),
      asked: all
        .filter((p) => isOpenToChange(p) && p.author !== me && waits(p.id))
        .map(({ id, title, authorName }) => ({ id, title, authorName })),
    })
  },
})
