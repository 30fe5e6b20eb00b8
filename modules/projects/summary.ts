import { byName, type Count, counted } from "#kit/server/small-numbers.ts"
import type { Project } from "./project.ts"

export interface Group {
  readonly faculty: string
  readonly grade: number
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

export const summed = (of: readonly Group[], name: (g: Group) => string): Count[] => {
  const all = new Map<string, number>()
  for (const g of of) all.set(name(g), (all.get(name(g)) ?? 0) + g.people)
  return [...all].map(([n, people]) => ({ name: n, people })).sort(byName)
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
