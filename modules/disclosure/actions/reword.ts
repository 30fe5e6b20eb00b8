import { ok } from "@qiaoliang/basics"
import { eq } from "drizzle-orm"
import { university } from "#kit/server/tenancy.ts"
import { action } from "#kit/server/verbs.ts"
import {
  type Override,
  type Overrides,
  overrideKey,
  sheetFor,
  withOverrides,
} from "#policy/practice/self-assessment/index.ts"
import { mayReword } from "../abilities.ts"
import * as contract from "../contract.ts"
import { overridesOf } from "../form.ts"

/** The official wording of a row known from memory only; rows found in published forms are refused. */
export const reword = action(contract.reword, {
  may: mayReword,
  run: async (ctx, { schoolYear, level, no, change }) => {
    const { [overrideKey({ level, no })]: before, ...others } = overridesOf(ctx.university, schoolYear)
    const own: Overrides =
      change === null
        ? others
        : { ...others, [overrideKey({ level, no })]: { ...before, ...defined(change) } }
    const checked = withOverrides(sheetFor(schoolYear), own)
    if (!checked.ok) return checked
    const { settings } = ctx.university
    const kept = (settings.selfAssessment ?? {}) as Record<string, Overrides>
    await ctx.tx.sql
      .update(university)
      .set({ settings: { ...settings, selfAssessment: { ...kept, [String(schoolYear)]: own } } })
      .where(eq(university.id, ctx.tx.university))
    ctx.note({ schoolYear, row: overrideKey({ level, no }) })
    return ok({})
  },
})

const defined = (change: object): Override =>
  Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined))
