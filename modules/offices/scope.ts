import type { Capacity } from "#kit/server/actor.ts"

/** A union as far as authority over it is concerned. `faculty` is the faculty's name. */
export interface Under {
  readonly id: string
  readonly level: "school" | "faculty"
  readonly faculty: string | null
}

/** Whether a post's scope takes in the union: the whole university, its faculty, or the union itself. */
export const concerns = (c: Capacity, union: Under): boolean =>
  c.scope.kind === "university" ||
  (c.scope.kind === "faculty" && union.level === "faculty" && c.scope.name === union.faculty) ||
  (c.scope.kind === "union" && c.scope.id === union.id)
