import { type Actor, type Capacity, mayAs, onlyFor, type Permission } from "#kit/server/actor.ts"

/** Offices that keep the registers and rosters: they hold the workbooks today. */
const keepers = ["school-league", "student-affairs", "academic-affairs"]

const isKeeper = (c: Capacity) =>
  keepers.includes(c.office) || c.office === "faculty-league" || isSecretary(c)

/** A union's secretary-general: a League cadre who acts for the union. */
const isSecretary = (c: Capacity) => c.office === "union" && c.post === "secretary"

/** Importing at all: by those who keep the lists; never by an administrator as such. */
export const mayImport = (actor: Actor): Permission =>
  mayAs(actor, "学校团委、学生工作部、教务处、学院（系）团组织或学生会秘书长", isKeeper, "9.1")

/** A union a secretary-general serves, as far as its place is concerned. */
export interface ServedUnion {
  readonly id: string
  readonly level: "school" | "faculty"
  readonly faculty: string | null
}

/** The unions an actor is secretary-general of. */
export const servedBy = (actor: Actor): readonly string[] =>
  actor.capacities.filter(isSecretary).map((c) => c.scope.id)

/**
 * The one faculty an importer answers for; null for those who answer for the university. A secretary-general
 * answers for the faculty of the union served: `unions` says where those are. A union not among them is
 * nowhere: it gives no authority over the university.
 */
export function onlyFaculty(actor: Actor, unions: readonly ServedUnion[]): string | null {
  const places = actor.capacities.filter(isKeeper).map((c) => {
    if (c.scope.kind !== "union") return c.scope.kind === "university" ? null : c.scope.name
    const union = unions.find((u) => u.id === c.scope.id)
    return union?.level === "school" ? null : (union?.faculty ?? "")
  })
  return places.includes(null) ? null : (places.find((p) => p) ?? "")
}

/** An import, by what its importer answered for: one faculty, or (null) the university. */
interface Reach {
  readonly faculty: string | null
}

/** The university's keepers are concerned with every run, a faculty's with those of their own. */
const concerned = (only: string | null, run: Reach): boolean =>
  only === null || (only !== "" && run.faculty === only)

/**
 * Reading a run, its samples and its report, going on with it and undoing it. A workbook names people with
 * their political status and ranks: those of the faculty it came from see it, and the university's keepers.
 */
export function mayHandle(actor: Actor, { run, only }: { run: Reach; only: string | null }): Permission {
  const may = mayImport(actor)
  if ("refusal" in may || concerned(only, run)) return may
  return onlyFor(
    run.faculty
      ? `${run.faculty}的团组织、学生会秘书长，或学校团委、学生工作部、教务处、校级学生会秘书长`
      : "学校团委、学生工作部、教务处或校级学生会秘书长",
    "9.1",
  )
}
