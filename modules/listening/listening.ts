import type { Day } from "@qiaoliang/basics"
import type { UnionRow } from "#modules/unions/index.ts"
import type { heard, listening, question } from "./schema.ts"

export type Listening = Omit<typeof listening.$inferSelect, "universityId">
export type Heard = Omit<typeof heard.$inferSelect, "universityId">
export type Question = Omit<typeof question.$inferSelect, "universityId">
export type Kind = Listening["kind"]

/** Where it stands on a day. `over`: its day has passed and nothing is minuted yet. */
export type Phase = "planned" | "coming" | "open" | "over" | "held" | "cancelled"

export function phaseOf(l: Pick<Listening, "kind" | "state" | "onDay" | "untilDay">, today: Day): Phase {
  if (l.state !== "announced") return l.state
  if (l.kind === "survey") return today < l.onDay ? "coming" : today <= l.untilDay ? "open" : "held"
  return today <= l.onDay ? "coming" : "over"
}

export const kindNames: Readonly<Record<Kind, string>> = {
  talk: "座谈会",
  face: "面对面",
  visit: "走访",
  survey: "问卷",
}

/** As a need's source says it: 座谈会“食堂怎么改”（11月12日）. */
export const labelOf = (l: Pick<Listening, "kind" | "title" | "onDay">): string =>
  `${kindNames[l.kind]}“${l.title}”（${Number(l.onDay.slice(5, 7))}月${Number(l.onDay.slice(8))}日）`

export interface Student {
  readonly faculty: string
  readonly grade: number
  readonly level: string
}

/** Whether the union stands for the student, and the student is among those it is for. */
export const isFor = (
  l: Pick<Listening, "faculties" | "grades">,
  union: Pick<UnionRow, "kind" | "level" | "faculty">,
  s: Student,
): boolean =>
  (s.level === "undergraduate") === (union.kind === "undergraduate") &&
  (union.level === "school" || s.faculty === union.faculty) &&
  (l.faculties.length === 0 || l.faculties.includes(s.faculty)) &&
  (l.grades.length === 0 || l.grades.includes(s.grade))
