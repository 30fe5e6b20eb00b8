import { ok } from "@qiaoliang/basics"
import { type Offer, offer, stepAt } from "@qiaoliang/procedure"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { calendarOf } from "../calendar.ts"
import { list as contract } from "../contract.ts"
import { caseOf } from "../course.ts"
import { holdingsOf, moverOf } from "../holdings.ts"
import type { Kinds } from "../kind.ts"
import { hrefOf } from "../present.ts"
import { coursesInReach } from "../reach.ts"

const batched = ["pass", "return", "refuse"] as const

const decisions = (offers: readonly Offer[]) => batched.filter((kind) => offers.some((o) => o.kind === kind))

export const list = (kinds: Kinds) =>
  query(contract, {
    may: () => allowed(),
    run: async (ctx, input) => {
      const holdings = holdingsOf(ctx.actor)
      const { courses, mine, total, procedures } = await coursesInReach(
        ctx.tx,
        ctx.actor.number,
        holdings,
        input,
      )
      const today = { on: ctx.today, works: await calendarOf(ctx.tx) }
      const mover = moverOf(ctx.actor)
      return ok({
        items: courses.map((c) => ({
          id: c.id,
          title: c.title,
          procedure: c.procedure.id,
          procedureTitle: c.procedure.title,
          clause: c.procedure.clause,
          href: hrefOf(c, kinds.get(c.procedure.id)),
          status: c.state.status,
          step: c.state.status === "open" ? (c.procedure.steps[c.state.at]?.label ?? null) : null,
          since: c.state.since,
          due: c.due,
          overdue: c.state.status === "open" && c.due !== null && c.due < ctx.today,
          mine: mine.has(c.id),
          may: decisions(offer(caseOf(c), c.state, mover, today)),
          asks: [...(stepAt(caseOf(c), c.state)?.asks ?? [])],
        })),
        total,
        procedures: procedures.map((id) => ({ id, title: kinds.get(id)?.procedure.title ?? id })),
      })
    },
  })
