import { type Actor, type Capacity, mayAs, type Permission } from "#kit/server/actor.ts"

/** Offices that check who may serve (4.1, 4.3, 5.2–5.5). A clerk prepares lists and sees them too. */
const checks = [
  "school-league",
  "student-affairs",
  "academic-affairs",
  "school-party",
  "faculty-league",
  "faculty-party",
]

const sees = (c: Capacity, faculty: string | undefined) =>
  checks.includes(c.office) &&
  (c.scope.kind === "university" ||
    (c.scope.kind === "faculty" && (faculty === undefined || c.scope.name === faculty)))

/** Reading the register: the whole, or one's own faculty's part. */
export const mayReadStudents = (actor: Actor, faculty?: string): Permission =>
  mayAs(actor, "遴选链条上的党团组织和职能部门", (c) => sees(c, faculty), "5.2")

/** The faculty a reader is confined to; undefined: none. */
export const ownFaculty = (actor: Actor): string | undefined =>
  actor.capacities.some((c) => checks.includes(c.office) && c.scope.kind === "university")
    ? undefined
    : actor.capacities.find((c) => checks.includes(c.office) && c.scope.kind === "faculty")?.scope.name
