import type { StudyLevel } from "#policy/vocabulary.ts"

/** Whose students: everybody's, or those a 学生会 or a 研究生会 stands for. */
export const levels = ["all", "undergraduate", "graduate"] as const
export type Level = (typeof levels)[number]

/** To whom a notice goes, as a rule over the register: places narrowed by grade and level, and groups beside them. */
export interface Targets {
  /** Wherever they study; otherwise `faculties` and `classes`. */
  readonly everybody: boolean
  readonly faculties: readonly string[]
  /** `学院/班级`, as the place of a class branch is written. */
  readonly classes: readonly string[]
  /** Years of entry; none: all. */
  readonly grades: readonly number[]
  /** `staff/<union>`, `delegates/<assembly>`. */
  readonly groups: readonly string[]
  readonly level: Level
}

/** A student as far as the rule looks. */
export interface Standing {
  readonly faculty: string
  readonly className: string | null
  readonly grade: number
  readonly level: StudyLevel
  readonly groups: readonly string[]
}

export const classKey = (faculty: string, className: string): string => `${faculty}/${className}`

export const facultyOfClass = (key: string): string => key.slice(0, key.indexOf("/"))

const ofLevel = (wanted: Level, level: StudyLevel): boolean =>
  wanted === "all" || (wanted === "undergraduate") === (level === "undergraduate")

/** Whether it reaches students of a place, grade and level, groups aside: those it is passed down to. */
export const reachesPlace = (t: Targets, s: Omit<Standing, "groups">): boolean =>
  (t.everybody ||
    t.faculties.includes(s.faculty) ||
    (s.className !== null && t.classes.includes(classKey(s.faculty, s.className)))) &&
  (t.grades.length === 0 || t.grades.includes(s.grade)) &&
  ofLevel(t.level, s.level)

export const reaches = (t: Targets, s: Standing): boolean =>
  reachesPlace(t, s) || s.groups.some((g) => t.groups.includes(g))

/** Groups alone have no classes it could be passed down to. */
export const hasPlaces = (t: Targets): boolean => t.everybody || t.faculties.length + t.classes.length > 0

/** What lies outside the faculty a sender speaks in; null faculty: nothing does. */
export const outside = (t: Targets, faculty: string | null): readonly string[] =>
  faculty === null
    ? []
    : [
        ...(t.everybody ? ["全校"] : []),
        ...t.faculties.filter((f) => f !== faculty),
        ...t.classes.filter((c) => facultyOfClass(c) !== faculty),
      ]

/** Students of one class, grade and level. */
export interface ClassGroup {
  readonly faculty: string
  readonly className: string
  readonly grade: number
  readonly level: StudyLevel
}

/** The classes it is to be passed down to, by faculty. */
export function classesReached(t: Targets, groups: readonly ClassGroup[]): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const g of groups)
    if (reachesPlace(t, g)) {
      const classes = found.get(g.faculty) ?? new Set<string>()
      classes.add(g.className)
      found.set(g.faculty, classes)
    }
  return new Map([...found].map(([faculty, classes]) => [faculty, [...classes].toSorted()]))
}
