import { ok, schoolYearOf } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayEnter, mayPrepare, maySee } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Sources } from "../gather.ts"
import { presentHead } from "../present.ts"
import * as store from "../store.ts"

/** The disclosures this person's posts give sight of, and the unions they may prepare one for. */
export const list = (from: Sources) =>
  query(contract.list, {
    may: mayEnter,
    run: async (ctx, filter) => {
      const unions = new Map((await from.unions(ctx)).map((u) => [u.id, u]))
      const seen = (await store.heads(ctx.tx, filter)).flatMap((head) => {
        const union = unions.get(head.unionId)
        return union && "as" in maySee(ctx.actor, { union }) ? [{ head, union }] : []
      })
      const labels = await store.versionLabels(
        ctx.tx,
        seen.map((s) => s.head.id),
      )
      return ok({
        items: seen.map(({ head, union }) =>
          presentHead(
            head,
            union,
            labels.find((v) => v.disclosureId === head.id && v.number === head.version),
            ctx.today,
          ),
        ),
        mine: [...unions.values()]
          .filter((union) => "as" in mayPrepare(ctx.actor, { union }))
          .map(({ id, name }) => ({ id, name })),
        schoolYear: filter.schoolYear ?? schoolYearOf(ctx.today),
      })
    },
  })
