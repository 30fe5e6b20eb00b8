import { needsPractice } from "#policy/practice/needs.ts"
import type { CategoryRow } from "./store.ts"

/** A number of people for everybody's eyes: null where they are too few to be told. */
export const voicesShown = (total: number): number | null => (total >= needsPractice.shownFrom ? total : null)

export const presentCategory = (c: Omit<CategoryRow, "universityId">) => ({
  id: c.id,
  name: c.name,
  field: c.field,
  clock: c.clock,
  desk: c.desk,
  open: c.open,
})
