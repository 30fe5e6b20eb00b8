import type { CategoryRow } from "./store.ts"

export const presentCategory = (c: Omit<CategoryRow, "universityId">) => ({
  id: c.id,
  name: c.name,
  field: c.field,
  clock: c.clock,
  desk: c.desk,
  open: c.open,
})
