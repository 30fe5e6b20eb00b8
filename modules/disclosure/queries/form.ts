import { ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { overrideKey } from "#policy/practice/self-assessment/index.ts"
import { mayReword } from "../abilities.ts"
import * as contract from "../contract.ts"
import { formOf, overridesOf } from "../form.ts"

/** The form of a year as this university uses it. */
export const form = query(contract.form, {
  may: () => allowed(),
  run: async (ctx, { schoolYear }) => {
    const sheet = formOf(ctx.university, schoolYear)
    if (!sheet.ok) return sheet
    const own = overridesOf(ctx.university, schoolYear)
    return ok({
      schoolYear,
      title: sheet.value.title,
      source: sheet.value.source,
      carriedFrom: sheet.value.carriedFrom ?? null,
      rows: sheet.value.rows.map((row) => ({
        level: row.level,
        no: row.no,
        mark: row.mark ?? null,
        text: row.text,
        confirmed: row.confirmed,
        changed: overrideKey(row) in own,
      })),
      can: { "disclosure.reword": "as" in mayReword(ctx.actor) },
    })
  },
})
