/** The 自评表 of each school year: an overlay over the Opinions, dated and sourced. */
import { sheet2020 } from "./2020.ts"
import { sheet2021 } from "./2021.ts"
import { sheet2022 } from "./2022.ts"
import { sheet2023 } from "./2023.ts"
import { sheet2025 } from "./2025.ts"
import type { Sheet } from "./sheet.ts"

export const sheets: readonly Sheet[] = [sheet2020, sheet2021, sheet2022, sheet2023, sheet2025]

/** The form of a school year; where none is known, the last one before it (or the first), marked so. */
export function sheetFor(schoolYear: number): Sheet {
  const known = sheets.findLast((s) => s.schoolYear <= schoolYear) ?? sheet2020
  if (known.schoolYear === schoolYear) return known
  return { ...known, schoolYear, carriedFrom: known.carriedFrom ?? known.schoolYear }
}

export { type AssessedRow, asSheetReads, assess, citedBy } from "./assess.ts"
export { type Override, type Overrides, overrideKey, withOverrides } from "./overrides.ts"
export type { Sheet, SheetRow } from "./sheet.ts"
