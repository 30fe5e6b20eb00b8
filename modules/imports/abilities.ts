import { type Actor, type Capacity, mayAs, type Permission } from "#kit/server/actor.ts"

/** Offices that keep the registers and rosters: they hold the workbooks today. */
const keepers = ["school-league", "student-affairs", "academic-affairs"]

const isKeeper = (c: Capacity) =>
  keepers.includes(c.office) ||
  c.office === "faculty-league" ||
  (c.office === "union" && c.post === "secretary")

/** Importing, checking, confirming and undoing: by those who keep the lists; never by an administrator as such. */
export const mayImport = (actor: Actor): Permission =>
  mayAs(actor, "学校团委、学生工作部、教务处或学院（系）团组织", isKeeper, "9.1")

/** The one faculty an importer answers for; null for those who answer for the university. */
export function onlyFaculty(actor: Actor): string | null {
  if (actor.capacities.some((c) => isKeeper(c) && c.scope.kind === "university")) return null
  const own = actor.capacities.find((c) => isKeeper(c) && c.scope.kind === "faculty")
  return own?.scope.name ?? null
}
