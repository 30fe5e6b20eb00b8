import type { Attested, Judged, Place, Row } from "./finding.ts"
import type { Force } from "./force.ts"
import type { Limit } from "./limit.ts"

/** A part of the unit judged by itself, such as a department. */
export interface Subject {
  readonly name: string
  readonly at?: Place
}

/**
 * A yes-or-no matter: what was found, and why in one sentence. `short`: the words are kept, but not as
 * practice asks; it is pointed out whatever the clause's force.
 */
export interface Answer {
  readonly answer: "yes" | "no" | "unknown" | "short"
  readonly because: string
  readonly value?: number | string | null
  readonly limit?: string
  readonly rows?: readonly Row[]
  readonly subject?: string
  readonly at?: Place
  readonly cure?: string
  readonly attested?: Attested
}

/** One person or thing that each must satisfy the clause. */
export interface Holding {
  readonly row: Row
  readonly answer: "yes" | "no" | "unknown"
  readonly because: string
  /** What was measured of this one and the bound it was held against, where there is a measure. */
  readonly value?: string
  readonly limit?: string
}

/** One way to read an unclear clause, dated and sourced. The first listed is used unless the unit chose another. */
export interface Reading {
  readonly label: string
  readonly source: string
}

interface Common<F, Id extends string> {
  /** Words of the clause this rule applies: must stand in its text. */
  readonly quote: string
  /** Whether the clause speaks about this unit at all; where not, there is no finding. */
  readonly when?: (f: F) => boolean
  readonly readings?: Readonly<Record<string, Reading>>
  readonly cure?: string
  /** What to bring where the evidence is not there. */
  readonly evidence?: string
  /** Clauses whose words this rule leans on besides its own. */
  readonly see?: readonly Id[]
}

/** The rows that are the part, and of how many. */
export interface Shared {
  readonly part: readonly Row[]
  readonly whole: { readonly length: number }
}

/** Rows to be counted, or null where the evidence to count is not there. */
export type Counted = readonly Row[] | null

export type Spec<F extends Judged, S extends Subject, Id extends string> =
  | (Common<F, Id> & {
      /** 3.3: count rows against a limit. */
      readonly count: (f: F, reading: string) => Counted
      readonly what: string
      readonly unit: string
      readonly limit: Limit
    })
  | (Common<F, Id> & {
      /** 3.5: the same for each part of the unit. */
      readonly each: (f: F) => readonly S[]
      readonly countIn: (s: S, f: F, reading: string) => Counted
      readonly what: string
      readonly unit: string
      readonly limit: Limit
    })
  | (Common<F, Id> & {
      /** 5.6: a part of a whole against a share. */
      readonly share: (f: F, reading: string) => Shared | null
      readonly what: string
      readonly limit: Limit
    })
  | (Common<F, Id> & {
      /** 4.1: every one must satisfy it; those who do not, and those not known, are named. */
      readonly everyone: (f: F, reading: string) => readonly Holding[] | null
      readonly what: string
      readonly must: string
      /** Where each one is measured: the bound a local rule may sharpen. */
      readonly limit?: Limit
    })
  | (Common<F, Id> & {
      /** Anything else with a yes or no; several answers are several findings. */
      readonly holds: (f: F, reading: string) => Answer | readonly Answer[]
    })

export interface Rule<F extends Judged, Id extends string = string> {
  readonly clause: Id
  readonly force: Force
  // biome-ignore lint/suspicious/noExplicitAny: the subject type is private to each rule
  readonly spec: Spec<F, any, Id>
}

/** A clause judged by people: why no rule computes it. */
export interface Unmechanised<Id extends string = string> {
  readonly clause: Id
  readonly reason: string
}

export interface Article<F extends Judged, Id extends string = string> {
  readonly number: number
  readonly entries: readonly (Rule<F, Id> | Unmechanised<Id>)[]
}

export const isRule = <F extends Judged, Id extends string>(
  entry: Rule<F, Id> | Unmechanised<Id>,
): entry is Rule<F, Id> => "spec" in entry

/** The clauses of a document: words and force by id. */
export type Clauses<Id extends string> = Readonly<
  Record<Id, { readonly force: Force; readonly words: string }>
>

/** The words to write rules with, bound to one document's clauses and one vocabulary of facts. */
export function ruleKit<F extends Judged, Id extends string>(clauses: Clauses<Id>) {
  return {
    rule: <S extends Subject>(clause: Id, spec: Spec<F, S, Id>): Rule<F, Id> => ({
      clause,
      force: clauses[clause].force,
      spec,
    }),
    unmechanised: (clause: Id, reason: string): Unmechanised<Id> => ({ clause, reason }),
    article: (number: number, entries: readonly (Rule<F, Id> | Unmechanised<Id>)[]): Article<F, Id> => ({
      number,
      entries,
    }),
  }
}
