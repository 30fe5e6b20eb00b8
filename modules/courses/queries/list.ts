import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { list as contract } from "../contract.ts"
import { holdingsOf } from "../holdings.ts"
import type { Kinds } from "../kind.ts"
import { hrefOf } from "../present.ts"
import { coursesInReach } from "../reach.ts"

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
        })),
        total,
        procedures: procedures.map((id) => ({ id, title: kinds.get(id)?.procedure.title ?? id })),
      })
    },
  })
