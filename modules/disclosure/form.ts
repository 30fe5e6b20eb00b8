import { ok, type Refusal, type Result } from "@qiaoliang/basics"
import type { University } from "#kit/server/world.ts"
import {
  type Overrides,
  type Sheet,
  sheetFor,
  withOverrides,
} from "#policy/practice/self-assessment/index.ts"

/** Where a university keeps what it changed in the forms: by school year, in its settings. */
export const overridesOf = (university: Pick<University, "settings">, schoolYear: number): Overrides => {
  const kept = university.settings.selfAssessment as Record<string, Overrides> | undefined
  return kept?.[String(schoolYear)] ?? {}
}

/** The form of a school year as this university uses it. */
export function formOf(university: Pick<University, "settings">, schoolYear: number): Result<Sheet, Refusal> {
  const sheet = sheetFor(schoolYear)
  const own = withOverrides(sheet, overridesOf(university, schoolYear))
  // What was accepted once stays readable though the published wording has since become known.
  return own.ok ? own : ok(sheet)
}
