import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { anyone } from "../abilities.ts"
import { history as contract } from "../contract.ts"
import { theUnion } from "../load.ts"
import { presentSetting, presentVersion } from "../present.ts"
import type { RuleBook } from "../settings.ts"
import { recordsOf } from "../store.ts"

export const history = (book: RuleBook) =>
  query(contract, {
    load: theUnion,
    may: anyone,
    run: async (ctx, _, union) => {
      const { versions, settings } = await recordsOf(ctx.tx, union.id)
      const recorded = (r: { at: Date | null; by: string | null }) => ({
        ...(r.at ? { recordedAt: r.at.toISOString() } : {}),
        ...(r.by ? { recordedBy: r.by } : {}),
      })
      return ok({
        versions: versions.map((v) => ({
          ...presentVersion(v),
          ...recorded(v),
          ...(v.withdrawnBecause ? { withdrawn: v.withdrawnBecause } : {}),
        })),
        settings: settings
          .filter((s) => s.validTo === null || s.validTo > s.validFrom)
          .map((s) => ({ ...presentSetting(book, s), ...recorded(s) })),
      })
    },
  })
