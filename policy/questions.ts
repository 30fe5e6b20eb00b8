import { questions as role } from "./01-role/facts.ts"
import { questions as workings } from "./02-workings/facts.ts"
import { questions as eligibility } from "./04-eligibility/facts.ts"
import { questions as selection } from "./05-selection/facts.ts"
import { questions as congress } from "./06-congress/facts.ts"
import { questions as discipline } from "./07-discipline/facts.ts"
import { questions as review } from "./08-review/facts.ts"
import { questions as leadership } from "./09-leadership/facts.ts"
import { questions as guidance } from "./10-guidance/facts.ts"
import type { ClauseId } from "./clauses.generated.ts"
import { questions as practice } from "./practice/questions.ts"
import type { UnionLevel } from "./vocabulary.ts"

/**
 * A matter the articles ask about that is decided by a record of a later room, or, until there is
 * one, by a dated and sourced attestation of an office-holder.
 */
export interface Question {
  readonly clauses: readonly ClauseId[]
  /** What the office-holder is asked, in Chinese. */
  readonly prompt: string
  /** `yes-no` true where the clause is kept; `day` when it happened; `count` how many; `name` who. */
  readonly shape: "yes-no" | "day" | "count" | "name"
  /** How long an answer speaks for: until the school year ends, the semester ends, or until replaced. */
  readonly lasts: "school-year" | "semester" | "standing"
  readonly levels: readonly UnionLevel[]
}

/** Each article lists its own (`NN-name/facts.ts`), the practice documents theirs; this is their sum. */
export const questions = {
  ...role,
  ...workings,
  ...eligibility,
  ...selection,
  ...congress,
  ...discipline,
  ...review,
  ...leadership,
  ...guidance,
  ...practice,
} as const satisfies Record<string, Question>

export type QuestionId = keyof typeof questions

/** The same list with the literal types forgotten, for screens that show any question. */
export const questionOf = (id: QuestionId): Question => questions[id]

export const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id)
