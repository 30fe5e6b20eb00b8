import type { Quorum } from "#modules/roll/index.ts"

/** What is put to an open vote: an ordinary decision, or an amendment of the charter. */
export type Rule = "decision" | "amendment"

/** 举手 counted by tellers, or by name on the phone. */
export type How = "hands" | "names"

export interface Counts {
  readonly for: number
  readonly against: number
  readonly abstain: number
}

/** What happened in the hall, one line each: the record from which everything else follows. */
export type Deed =
  | { readonly kind: "opened" | "resumed"; readonly quorum: Quorum }
  | { readonly kind: "adjourned"; readonly because: string; readonly until: string }
  | { readonly kind: "closed" }
  | {
      readonly kind: "item-started"
      readonly item: string
      readonly title: string
      readonly minutes: number | null
    }
  | { readonly kind: "item-ended" | "item-reopened"; readonly item: string; readonly title: string }
  | { readonly kind: "item-skipped"; readonly item: string; readonly title: string; readonly because: string }
  | { readonly kind: "extended"; readonly of: "item" | "speech"; readonly minutes: number }
  | { readonly kind: "list-closed" | "list-opened"; readonly item: string }
  | {
      readonly kind: "speech-began"
      readonly item: string
      readonly speaker: string
      readonly name: string
      readonly delegation: string
      readonly point: boolean
    }
  | { readonly kind: "speech-ended"; readonly item: string; readonly speaker: string; readonly name: string }
  | {
      readonly kind: "vote-opened"
      readonly item: string
      readonly vote: string
      readonly title: string
      readonly rule: Rule
      readonly how: How
      readonly due: number
      readonly present: number
    }
  | ({ readonly kind: "vote-counted"; readonly vote: string; readonly title: string } & Counts)
  | ({
      readonly kind: "vote-announced"
      readonly item: string
      readonly vote: string
      readonly title: string
      readonly passed: boolean
      readonly present: number
    } & Counts)
  | { readonly kind: "vote-voided"; readonly vote: string; readonly title: string; readonly because: string }
  | { readonly kind: "noted"; readonly item: string | null; readonly words: string }
  | { readonly kind: "minutes-confirmed"; readonly version: number }

/** A deed with its place in the record, when it was done and by whom. */
export interface Done {
  readonly seq: number
  readonly at: Date
  readonly byName: string
  readonly deed: Deed
}
