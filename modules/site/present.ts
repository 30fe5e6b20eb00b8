import type { PublicUnion } from "./store.ts"

/** The white-list: what the public learns of a union. */
export const presentUnion = (u: PublicUnion) => ({
  id: u.id,
  name: u.name,
  level: u.level,
  kind: u.kind,
  ...(u.staff === null ? {} : { staff: u.staff }),
})
