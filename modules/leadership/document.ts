import type { Day } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import type { AgreedKind } from "#policy/vocabulary.ts"

export interface JointDocument {
  readonly id: string
  readonly kind: AgreedKind
  /** Null: for all unions of the university. */
  readonly unionId: string | null
}

export interface Version {
  readonly documentId: string
  readonly no: number
  readonly title: string
  readonly words: string
  readonly file: { readonly id: string; readonly name: string; readonly sha256: string } | null
  readonly hash: string
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly public: boolean
  /** Ends the document instead of giving it new words. */
  readonly repeal: boolean
  readonly courseId: string
  readonly byName: string
  readonly capacity: string
  readonly at: Date
}

/** From `validFrom` until the day before `validTo` (null: still). */
export interface Force {
  readonly documentId: string
  readonly no: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

export type Written = Pick<Version, "title" | "words" | "file" | "fromDay" | "untilDay" | "public" | "repeal">

/** What both offices sign: any change to it is another version. */
export const versionHash = (d: JointDocument, v: Written): string =>
  hashOf({
    document: d.id,
    kind: d.kind,
    union: d.unionId,
    title: v.title,
    words: v.words,
    file: v.file?.sha256 ?? null,
    from: v.fromDay,
    until: v.untilDay,
    public: v.public,
    repeal: v.repeal,
  })

export const isInForce = (f: Force, day: Day): boolean =>
  f.validFrom <= day && (f.validTo === null || f.validTo > day)
