import { byName } from "#kit/server/small-numbers.ts"
import type { UnionKind } from "#policy/vocabulary.ts"
import { type Host, standsFor } from "./audience.ts"

/** Students there, of one faculty and year of entry. */
export interface There {
  readonly faculty: string
  readonly grade: number
  readonly kind: UnionKind
  readonly people: number
}

/** Students a union stands for, of one faculty and year of entry. */
export interface Body {
  readonly faculty: string
  readonly grade: number
  readonly students: number
}

export interface Share {
  readonly name: string
  readonly students: number
  readonly people: number
}

/** How much of the students a union stands for was reached (7.3: 面向大多数同学). */
export interface Reach {
  readonly students: number
  readonly people: number
  /** From outside: other faculties at a faculty's activity, postgraduates at an undergraduate union's. */
  readonly others: number
  readonly byFaculty: readonly Share[]
  readonly byGrade: readonly Share[]
}

export const gradeName = (grade: number): string => `${grade}级`

const count = (of: readonly { people: number }[]): number => of.reduce((n, g) => n + g.people, 0)

function shares(body: readonly (Body & { group: string })[], there: readonly (There & { group: string })[]) {
  const names = new Set([...body, ...there].map((g) => g.group))
  return [...names]
    .map((name) => ({
      name,
      students: body.filter((b) => b.group === name).reduce((n, b) => n + b.students, 0),
      people: count(there.filter((t) => t.group === name)),
    }))
    .sort(byName)
}

export function reachOf(host: Host, bodies: readonly Body[], there: readonly There[]): Reach {
  const body = bodies.filter((b) => host.level === "school" || b.faculty === host.faculty)
  const own = there.filter((t) => standsFor(host, t))
  const by = (group: (g: { faculty: string; grade: number }) => string) =>
    shares(
      body.map((b) => ({ ...b, group: group(b) })),
      own.map((t) => ({ ...t, group: group(t) })),
    )
  return {
    students: body.reduce((n, b) => n + b.students, 0),
    people: count(own),
    others: count(there) - count(own),
    byFaculty: by((g) => g.faculty),
    byGrade: by((g) => gradeName(g.grade)),
  }
}
