import { compareTemporal, type Merge, mergeTemporal } from "#kit/server/temporal.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Applied, Given } from "#modules/imports/index.ts"

/** A register whose staged rows take the place of what its table said; counted only, when `dry`. */
export const applyRegister =
  (of: Pick<Merge, "table" | "key" | "columns"> & { whole?: boolean }) =>
  async (ctx: Ctx, { staged, asOf, change, dry, complete }: Given): Promise<Applied> => {
    const { table, key, columns, whole } = of
    const closing = whole || complete ? { closeMissing: "true" } : {}
    const merge: Merge = { table, key, columns, staging: staged!, asOf, change, ...closing }
    const outcome = dry ? await compareTemporal(ctx.tx, merge) : await mergeTemporal(ctx.tx, merge)
    return { outcome, problems: [], unions: "all" }
  }
