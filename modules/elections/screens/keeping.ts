import type { Checkpoint } from "../shapes.ts"
import type { Phone } from "./instruments.ts"

/** What this browser keeps of votes, and nothing else does: each under its own name in localStorage. */
export interface Kept {
  /** A delegate's device key, by assembly and student number. */
  phone: Phone
  /** Ballots of this browser, by election; what is in them is not kept. */
  ballots: Ballots
  /** The last state of the box this browser saw, by election. */
  seen: Seen
  /** A trustee's secret, by election and number. */
  trustee: TrusteeKept
}

export interface Ballots {
  /** A ballot's text not yet acknowledged: it is sent until it is. */
  readonly waiting: string | null
  /** Those in the box, in the order they went in; the last counts. */
  readonly cast: readonly Cast[]
}

export interface Cast {
  readonly tracker: string
  /** The public side of the credential it was cast with: several may vote with slips on one device. */
  readonly credential: string
  readonly height: number
  /** ISO. */
  readonly at: string
  readonly code: string
}

export interface Seen {
  readonly signingKey: string
  readonly checkpoint: Checkpoint
}

export interface TrusteeKept {
  readonly election: string
  readonly uuid: string
  readonly title: string
  readonly index: number
  readonly attempt: number
  readonly kind: "mandatory" | "threshold"
  readonly secret: string
  /** The first public message, until it is handed in. */
  readonly message: string | null
  /** The file was downloaded. */
  readonly saved: boolean
}

const name = (what: keyof Kept, of: string) => `qiaoliang.vote.${what}.${of}`

export function kept<W extends keyof Kept>(what: W, of: string): Kept[W] | null {
  try {
    const text = localStorage.getItem(name(what, of))
    return text === null ? null : (JSON.parse(text) as Kept[W])
  } catch {
    return null
  }
}

/** False where the browser keeps nothing (private windows, full or forbidden storage). */
export function keep<W extends keyof Kept>(what: W, of: string, value: Kept[W]): boolean {
  try {
    const text = JSON.stringify(value)
    localStorage.setItem(name(what, of), text)
    return localStorage.getItem(name(what, of)) === text
  } catch {
    return false
  }
}

export const ballotsOf = (election: string): Ballots =>
  kept("ballots", election) ?? { waiting: null, cast: [] }

const slip = (election: string) => `qiaoliang.vote.slip.${election}`

/** A credential typed from a slip, for this tab only: it survives a reload, not the closing of the page. */
export function slipOf(election: string): string | null {
  try {
    return sessionStorage.getItem(slip(election))
  } catch {
    return null
  }
}

export function keepSlip(election: string, secret: string | null): void {
  try {
    if (secret === null) sessionStorage.removeItem(slip(election))
    else sessionStorage.setItem(slip(election), secret)
  } catch {
    // Then it has to be typed again after a reload.
  }
}
