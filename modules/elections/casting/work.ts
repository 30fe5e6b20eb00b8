import type { GroupName } from "../election.ts"

/** What a worker needs to know of an election, sent to each worker once. */
export interface Setting {
  readonly id: string
  readonly group: GroupName
  /** election.json */
  readonly election: string
  readonly credentials: readonly string[]
}

export type Work =
  | { readonly kind: "ballot"; readonly ballot: string }
  | { readonly kind: "tally"; readonly ballots: readonly string[] }
  | { readonly kind: "credentials"; readonly group: GroupName; readonly text: string }

/** What each kind of work answers. */
export interface Answers {
  ballot:
    | { readonly ok: true; readonly value: { readonly credential: string; readonly tracker: string } }
    | { readonly ok: false; readonly error: string }
  tally: { readonly tally: string; readonly sized: string; readonly counted: number }
  credentials:
    | { readonly ok: true; readonly value: readonly string[] }
    | { readonly ok: false; readonly error: string }
}

export type ToWorker =
  | { readonly setting: Setting }
  | { readonly forget: string }
  | { readonly job: number; readonly election: string; readonly work: Work }

export type FromWorker =
  | { readonly job: number; readonly answer: Answers[Work["kind"]] }
  | { readonly job: number; readonly failure: string }
