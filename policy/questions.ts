import type { ClauseId } from "./clauses.generated.ts"
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

/** Each article lists its own (`NN-name/facts.ts`); this is their sum. */
import { questions as role } from "./01-role/facts.ts"

export const questions = { ...role } as const satisfies Record<string, Question>

export type QuestionId = keyof typeof questions
