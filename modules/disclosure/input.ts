import type { Day } from "@qiaoliang/basics"
import type { Finding } from "@qiaoliang/clause"
import type { Sheet } from "#policy/practice/self-assessment/index.ts"
import type { Department, Facts, Post, UnionKind, UnionLevel } from "#policy/vocabulary.ts"

/**
 * Everything one yearly disclosure is composed from, as plain data: it is stored beside the disclosure,
 * so that years later anyone can see what a tick rested on and compose it again.
 */
export interface DisclosureInput extends Gathered {
  readonly own: Own
}

/** What the records of the other rooms say on the day. */
export interface Gathered {
  readonly schoolYear: number
  readonly asOf: Day
  /** The form of the year, as the university uses it. */
  readonly sheet: Sheet
  readonly university: { readonly name: string }
  /** The union that files. */
  readonly filer: UnionFacts
  /** The faculty unions of the same kind under a school union; empty for a faculty's own form. */
  readonly faculties: readonly UnionFacts[]
  readonly charter: CharterText | null
  readonly congress: CongressFacts | null
  readonly responsible: readonly Responsible[]
  readonly reviews: readonly ReviewRound[]
}

export interface UnionFacts {
  readonly id: string
  readonly name: string
  readonly level: UnionLevel
  readonly kind: UnionKind
  readonly faculty?: string
  /** Null: no roster in the system. */
  readonly posts: readonly Post[] | null
  readonly departments: readonly Department[]
  readonly findings: readonly Finding[]
  /** What is on file for the questions of the articles and of the form (policy/questions.ts). */
  readonly answers: Facts["answers"]
  /** What the union itself vouched for: for a faculty, from its own form of the year. */
  readonly attested: readonly RowAttested[]
  readonly shortcomings?: string
}

export interface CharterText {
  readonly name: string
  readonly adopted: Day | null
  /** Plain text, a paragraph a line; 第…章 and 第…条 are recognised. */
  readonly text: string
  readonly document?: DocumentLabel
}

export interface CongressFacts {
  readonly name: string
  readonly held: Day
  readonly venue?: string
  readonly delegates?: number
  readonly present?: number
  readonly agenda: readonly string[]
  /** Where the public report of the congress is. */
  readonly link?: string
}

export interface Responsible {
  readonly role: string
  readonly name: string
  /** 专职团干部; null where the record does not say. */
  readonly fullTime: boolean | null
  readonly remark?: string
}

export interface ReviewRound {
  readonly name: string
  readonly held: Day
  readonly owed: number
  readonly reported: number
  readonly panel?: number
  readonly note?: string
}

export interface DocumentLabel {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

/** A person's answer for a row the records do not decide: who, when, resting on what. */
export interface RowAttested {
  readonly row: string
  readonly answer: "yes" | "no"
  readonly by: string
  readonly capacity: string
  readonly on: Day
  /** The paper or meeting it rests on: 校党委常委会会议纪要. */
  readonly source: string
  readonly remark?: string
  readonly document?: DocumentLabel
}

/** What the preparer wrote, answered and chose. */
export interface Own {
  readonly texts: Partial<Record<TextId, string>>
  readonly attested: readonly RowAttested[]
  /** Rows (`row-06`) and sections (`charter`) left open on purpose, with the remark printed there. */
  readonly pending: Readonly<Record<string, string>>
  readonly shortcomings: string
  readonly masks: Masks
  /** Filled in by hand where the records have nothing. */
  readonly supplement: {
    readonly charter?: CharterText
    readonly congress?: CongressFacts
    readonly responsible?: readonly Responsible[]
    readonly reviews?: readonly ReviewRound[]
  }
}

/** The sections in the union's own words. */
export type TextId = "congress" | "delegates" | "presidium" | "members" | "review"

export interface Masks {
  /** `band`: 前30%以内; `value`: 5/120. */
  readonly rank: "band" | "value"
}

export const blankOwn: Own = {
  texts: {},
  attested: [],
  pending: {},
  shortcomings: "",
  masks: { rank: "band" },
  supplement: {},
}
