import { hashOf } from "@qiaoliang/ledger"
import type { Condition } from "#policy/index.ts"
import type { StudyLevel } from "#policy/vocabulary.ts"
import type { PostKind } from "./call.ts"

/** Where an applicant comes from (5.3, 5.6): 学院学生会, 校学生会, 优秀学生典型, 其他. */
export type Source = "faculty-union" | "school-union" | "exemplar" | "other"

export const sourceName: Readonly<Record<Source, string>> = {
  "faculty-union": "学院（系）学生会",
  "school-union": "校学生会",
  exemplar: "优秀学生典型",
  other: "其他",
}

export type ApplicationStatus = "submitted" | "withdrawn" | "determined" | "not-determined"

export interface Application {
  readonly id: string
  readonly callId: string
  readonly postId: string
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly className: string | null
  readonly grade: number
  readonly level: StudyLevel
  readonly postKind: PostKind
  readonly department: string | null
  readonly source: Source
  readonly sourceNote: string
  /** The post on a roster that bears the source out; null where none was found. */
  readonly sourceOnRecord: string | null
  readonly statement: string
  readonly achievements: string
  /** As judged when it was handed in. */
  readonly conditions: readonly Condition[]
  /** SHA-256 of its content: what a decision is bound to. */
  readonly version: string
  readonly status: ApplicationStatus
  readonly submittedOn: string
  readonly changedOn: string
}

/** What is decided on: who, for which post, with which words, under which judgement. */
export const contentOf = (a: Omit<Application, "version" | "status" | "submittedOn" | "changedOn">) => ({
  application: a.id,
  call: a.callId,
  post: a.postId,
  kind: a.postKind,
  department: a.department,
  number: a.number,
  name: a.name,
  faculty: a.faculty,
  className: a.className,
  grade: a.grade,
  level: a.level,
  source: a.source,
  sourceNote: a.sourceNote,
  sourceOnRecord: a.sourceOnRecord,
  statement: a.statement,
  achievements: a.achievements,
  conditions: a.conditions,
})

export const versionOf = (a: Parameters<typeof contentOf>[0]): string => hashOf(contentOf(a))
