import { hashOf } from "@qiaoliang/ledger"
import type { NoticeKind, Stage } from "./kinds.ts"
import type { Targets } from "./targets.ts"

export interface Attached {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

/** Everything that is reviewed: an approval is bound to the hash of all of it. */
export interface Content {
  readonly kind: NoticeKind
  readonly title: string
  readonly text: string
  readonly files: readonly Attached[]
  readonly open: boolean
  readonly targets: Targets
  readonly confirm: boolean
  readonly passDown: boolean
  readonly dueOn: string | null
  /** ISO 8601; null: as soon as it is approved. */
  readonly publishAt: string | null
}

export const versionOf = (content: Content): string => hashOf(content)

/** What a reader is told a notice is. */
export type Status = "draft" | "reviewing" | "refused" | "scheduled" | "published" | "withdrawn"

interface Standing {
  readonly stage: Stage
  readonly live: number | null
  readonly withdrawnOn: string | null
}

export const statusOf = (n: Standing): Status =>
  n.withdrawnOn !== null ? "withdrawn" : n.live !== null ? "published" : (n.stage as Exclude<Stage, "out">)

/** A correction on its way while the version before it stays published. */
export const pendingOf = (n: Standing): "reviewing" | "refused" | null =>
  n.live !== null && n.withdrawnOn === null && (n.stage === "reviewing" || n.stage === "refused")
    ? n.stage
    : null

export const isPublished = (n: Standing): boolean => n.live !== null && n.withdrawnOn === null
