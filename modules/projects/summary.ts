import type { Project } from "./project.ts"

export interface Group {
  readonly faculty: string
  readonly grade: number
  readonly people: number
}

export interface Count {
  readonly name: string
  readonly people: number
}

/** What a project came to. Written once, when it closes. Money in 分, time in minutes. */
export interface Summary {
  readonly outcome: "held" | "cancelled"
  readonly words: string
  readonly volunteers: number
  /** Volunteers who attended, each once. */
  readonly attended: number
  readonly minutes: number
  readonly shifts: number
  readonly byFaculty: readonly Count[]
  readonly byGrade: readonly Count[]
  readonly reached: readonly Group[]
  readonly students: number
  readonly budget: number
  readonly spent: number
  readonly classes: readonly string[]
  readonly societies: readonly string[]
}

interface Done {
  readonly faculty: string
  readonly grade: number
  readonly minutes: number
  readonly present: boolean
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true })

export function counted(names: readonly string[]): Count[] {
  const all = new Map<string, number>()
  for (const name of names) all.set(name, (all.get(name) ?? 0) + 1)
  return [...all].map(([name, people]) => ({ name, people })).sort((a, b) => collator.compare(a.name, b.name))
}

export const summed = (of: readonly Group[], name: (g: Group) => string): Count[] => {
  const all = new Map<string, number>()
  for (const g of of) all.set(name(g), (all.get(name(g)) ?? 0) + g.people)
  return [...all].map(([n, people]) => ({ name: n, people })).sort((a, b) => collator.compare(a.name, b.name))
}

export const gradeName = (grade: number): string => `${grade}级`

export function summarise(
  p: Pick<Project, "classes" | "societies" | "budget" | "reached">,
  of: {
    outcome: "held" | "cancelled"
    words: string
    accepted: readonly Done[]
    shifts: number
    spent: number
    /** Students of the university or of the faculty it was for. */
    students: number
  },
): Summary {
  const there = of.accepted.filter((v) => v.present)
  return {
    outcome: of.outcome,
    words: of.words,
    volunteers: of.accepted.length,
    attended: there.length,
    minutes: of.accepted.reduce((n, v) => n + v.minutes, 0),
    shifts: of.shifts,
    byFaculty: counted(there.map((v) => v.faculty)),
    byGrade: counted(there.map((v) => gradeName(v.grade))),
    reached: p.reached,
    students: of.students,
    budget: p.budget,
    spent: of.spent,
    classes: p.classes,
    societies: p.societies,
  }
}

/** Groups of fewer people than this are not numbered in public: one could tell who they are. */
export const fewest = 5

export interface PublicCount {
  readonly name: string
  /** null: fewer than `fewest`, or hidden so that another one cannot be worked out. */
  readonly people: number | null
}

/**
 * Counts for everybody. The total is shown beside them, so what is hidden must not be worked out by
 * subtracting: at least two groups are hidden, and together they are not few either.
 */
export function hideSmall(counts: readonly Count[]): PublicCount[] {
  const hidden = new Set(counts.filter((c) => c.people < fewest))
  const rest = counts.filter((c) => !hidden.has(c)).sort((a, b) => a.people - b.people)
  const sum = () => [...hidden].reduce((n, c) => n + c.people, 0)
  while (hidden.size > 0 && (hidden.size === 1 || sum() < fewest)) {
    const next = rest.shift()
    if (!next) break
    hidden.add(next)
  }
  return counts.map((c) => ({ name: c.name, people: hidden.has(c) ? null : c.people }))
}

export const hideTotal = (people: number): number | null => (people > 0 && people < fewest ? null : people)
