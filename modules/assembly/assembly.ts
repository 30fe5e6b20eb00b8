import type { Day } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import type { z } from "zod"
import type { kindShape, stateShape } from "./contract.ts"

export type Kind = z.infer<typeof kindShape>
export type AssemblyState = z.infer<typeof stateShape>

/** One congress of delegates, or one general assembly of all students of a small faculty. */
export interface Assembly {
  readonly id: string
  readonly unionId: string
  readonly kind: Kind
  /** 明湖大学第三十三次学生代表大会 */
  readonly name: string
  /** Planned day, until it was opened on one. */
  readonly day: Day
  readonly time: string
  readonly place: string
  /** 大会主题; may be empty. */
  readonly theme: string
  readonly state: AssemblyState
  readonly proposedOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly cancelledBecause: string | null
}

/** Not yet over: a union prepares one at a time. */
export const isUnderWay = (state: AssemblyState): boolean =>
  state === "preparing" || state === "convened" || state === "open"

/** What the organisations above approve; another hour or place needs no second approval. */
export const versionOf = ({ kind, name, day, theme }: Pick<Assembly, "kind" | "name" | "day" | "theme">) =>
  hashOf({ kind, name, day, theme })

/** What an assembly is called in a sentence. */
export const kindNames: Readonly<Record<Kind, string>> = {
  congress: "学生代表大会",
  general: "全体学生大会",
}

/** Known to everybody from the day it was approved. */
export const isPublic = (state: AssemblyState): state is "convened" | "open" | "closed" =>
  state === "convened" || state === "open" || state === "closed"
