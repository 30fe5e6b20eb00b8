import type { Day } from "@qiaoliang/basics"
import { type Attested, type Judged, type Limit, type Place, type Row, ruleKit } from "@qiaoliang/clause"
import type { ReachFact } from "./activities.ts"
import { type ClauseId, clauses } from "./clauses.generated.ts"
import type { QuestionId } from "./questions.ts"
import type { MajorFact, RequestFact } from "./requests.ts"

/** The nouns the articles share. Everything is as it stood on one day (`Facts.asOf`). */

export type UnionLevel = "school" | "faculty"
/** 学生会 or 研究生会; a research institute's graduate organisation is a graduate union (11.1). */
export type UnionKind = "undergraduate" | "graduate"

export type Political = "member" | "probationary" | "league" | "other"
export type StudyLevel = "undergraduate" | "master" | "doctor"

/** Place in the ranking of one's major: `rank` of `of` students. */
export interface Rank {
  readonly rank: number
  readonly of: number
}

export type RankWindow = "semester" | "year" | "overall"

/** The academic record; a missing window or `fails` means it is not on record. */
export interface AcademicRecord {
  readonly windows: Partial<Record<RankWindow, Rank>>
  readonly fails?: number
}

/** A student as the register has them; a person the register does not know is `null` on the post. */
export interface Student {
  readonly studentId: string
  readonly name: string
  readonly faculty: string
  /** Year of entry, 2025 for 2025级. */
  readonly grade: number
  readonly level: StudyLevel
  readonly political: Political
  /** As written in the register, e.g. 民盟盟员. */
  readonly politicalWritten: string
  readonly record?: AcademicRecord
}

/** `listed`: named on the roster under a title the Opinions do not allow (3.9); holds no post, still counted. */
export type PostKind = "presidium" | "head" | "member" | "listed"

/** One line of a union's roster on the day. */
export interface Post {
  readonly row: Row
  readonly name: string
  readonly kind: PostKind
  /** As written: 执行主席, 副部长, 干事… */
  readonly title: string
  /** Name of the department; none for the presidium. */
  readonly department?: string
  readonly student: Student | null
  /** Where the person came from, where the roster says (5.6). */
  readonly origin?: "faculty-union" | "other"
}

export interface Department {
  readonly name: string
  readonly duties?: string
  readonly at?: Place
}

/** Members of one congress and whom they stand for (6.3, 6.4). */
export interface CongressRecord {
  readonly name: string
  readonly held: Day
  /** Students the congress represents, by faculty and by year of entry. */
  readonly represented: number
  readonly faculties: readonly string[]
  readonly grades: readonly number[]
  readonly mainSocieties: readonly string[]
  readonly delegates: readonly Delegate[]
  readonly at?: Place
}

export interface Delegate {
  readonly row: Row
  readonly faculty?: string
  readonly grade?: number
  readonly society?: string
  /** Holds a post in a school or faculty union (学生会骨干). */
  readonly cadre?: boolean
}

/** What a union has settled for itself on the points the Opinions leave open. */
export interface CharterFacts {
  readonly adopted: Day
  readonly public: boolean
  /** Whether the rotating executive chair (2.2) has been adopted; undefined: the charter does not say. */
  readonly rotation?: boolean
  readonly document?: { readonly id: string; readonly name: string }
}

/** Whose turn it is to be executive chair (2.2b), by the plan the presidium adopted. */
export interface TurnFact {
  readonly semester: string
  /** Null: nobody is planned for the semester, or whoever was has left the presidium. */
  readonly chair: { readonly name: string; readonly studentId: string } | null
}

/** An answer on file to a question the records do not yet decide. */
export interface Answered {
  readonly value: boolean | number | string
  /** The day the fact happened or from which it holds. */
  readonly on: Day
  readonly note?: string
  /** None: from the product's own records. */
  readonly attested?: Attested
  readonly rows?: readonly Row[]
}

/** An office 9.1 names, and who heads it on the day; null: nobody is registered. */
export interface OfficeHeld {
  readonly name: string
  readonly head: string | null
}

/** What the two offices of 9.4 study together: 规章制度, 工作规划, 工作人员遴选. */
export type AgreedKind = "rule" | "plan" | "selection"

/** A document in force on the day that both offices of 9.4 signed in the same version. */
export interface Agreed {
  readonly id: string
  readonly title: string
  readonly kind: AgreedKind
  readonly from: Day
}

/** How some people came in, by the records of selection. */
export interface SelectionRecord {
  /** By the chain the clause names, walked to its end. */
  readonly walked: readonly Row[]
  /** Entered in the product without it. */
  readonly without: readonly Row[]
  /** On a list that was imported: how they came is not on record. */
  readonly unproven: readonly Row[]
}

/** What selection has on record about a union (4.2, 5.2–5.5); none where no chain was ever walked for it. */
export interface SelectionFacts {
  readonly presidium: SelectionRecord
  readonly members: SelectionRecord
  /** Candidates for the presidium of this school year, and those from outside what 5.3 names. */
  readonly candidates: readonly Row[]
  readonly outside: readonly Row[]
}

/** Everything the articles may ask about one union on one day. */
export interface Facts extends Judged {
  readonly union: {
    readonly id: string
    readonly name: string
    readonly level: UnionLevel
    readonly kind: UnionKind
    /** The faculty of a faculty union. */
    readonly faculty?: string
  }
  readonly university: {
    readonly name: string
    readonly students: number
    readonly campuses: readonly string[]
  }
  /** Null: no roster of this union is in the system on that day. */
  readonly posts: readonly Post[] | null
  readonly departments: readonly Department[]
  /** Only where a rotation plan is in force. */
  readonly turn?: TurnFact
  readonly charter?: CharterFacts
  readonly congress?: CongressRecord
  readonly selection?: SelectionFacts
  /** Requests and prior reports that fall due this semester, up to the day judged; withdrawn and refused ones are none. */
  readonly requests?: readonly RequestFact[]
  /** Activities held this semester, up to the day judged, and whom they reached (7.3); none: no activity is on record. */
  readonly reach?: ReachFact
  /** Matters marked as major this school year (10.2). */
  readonly majors?: readonly MajorFact[]
  /** None: no post of these offices is in the system on that day. */
  readonly offices?: readonly OfficeHeld[]
  /** Those that speak for this union; none: no such document is in the system. */
  readonly agreed?: readonly Agreed[]
  readonly answers: Partial<Record<QuestionId, Answered>>
}

export const { rule, unmechanised, article } = ruleKit<Facts, ClauseId>(clauses)

export const isSchool = (f: Facts): boolean => f.union.level === "school"
export const isFaculty = (f: Facts): boolean => f.union.level === "faculty"

/** Everyone on the roster, each person once (a person in two departments counts once). */
export const staff = (f: Facts): readonly Post[] | null => f.posts && persons(f.posts)

/** Of several lines about one person, the first. */
export function persons(posts: readonly Post[]): readonly Post[] {
  const seen = new Map<string, Post>()
  for (const post of posts) {
    const key = post.student?.studentId ?? post.row.studentId ?? `${post.name}#${post.row.row}`
    if (!seen.has(key)) seen.set(key, post)
  }
  return [...seen.values()]
}

export const rowsOf = (posts: readonly Post[] | null): readonly Row[] | null =>
  posts ? posts.map((p) => p.row) : null

export const ofKind = (f: Facts, ...kinds: readonly PostKind[]): readonly Post[] | null =>
  f.posts ? f.posts.filter((p) => kinds.includes(p.kind)) : null

export type { ClauseId, Limit, QuestionId, Row }
