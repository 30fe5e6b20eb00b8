import type { ComponentType, ReactNode } from "react"
import type { Viewer } from "./viewer.ts"

/** One screen: where it is and how its code comes. `$id` in the path is read with `useParam("id")`. */
export interface Screen {
  /** Whole, e.g. `/office/people/$id` or `/disclosures`. */
  readonly path: string
  readonly load: () => Promise<{ default: () => ReactNode }>
}

/** The parts of the office's navigation, from the top down. */
export const groups = ["do", "body", "work", "voice", "watch", "open", "run"] as const

/** A module's place in the office: its line in the navigation and its screens. */
export interface Room {
  /** The module's name; its line reads its words' `room`. */
  readonly name: string
  /** Without it the room has screens but no line (settings). */
  readonly nav?: {
    readonly icon: ComponentType
    readonly group: (typeof groups)[number]
    /** Tens within its group. */
    readonly order: number
    /** Where the line leads; the first screen's path without it. */
    readonly path?: string
    readonly show?: (viewer: Viewer) => boolean
    /** A number at the end of the line. */
    readonly badge?: ComponentType
  }
  /** Without a line of its own: the room whose line its screens belong to. */
  readonly under?: string
  readonly screens: readonly Screen[]
}

/**
 * A module's place in the public site. `nav` is its place in the top line, by its words' `page`; `also`, what else
 * belongs to it.
 */
export interface PublicRoom {
  readonly name: string
  readonly nav?: {
    readonly order: number
    readonly path: string
    readonly key?: string
    readonly also?: string
    /** Its place in the bar at the foot of a phone, where the first four are: words `KEY-short`, and a 20 × 20 drawing. */
    readonly bar?: { readonly order: number; readonly drawing: string }
  }[]
  readonly screens: readonly Screen[]
}
