import type { Place } from "@qiaoliang/clause"
import type { Problem } from "#modules/imports/index.ts"
import type { AcademicRecord, Political, RankWindow, StudyLevel } from "#policy/vocabulary.ts"

/** One student of the register. Names are tidied, the faculty stands as the register writes it. */
export interface StudentRecord {
  readonly place: Place
  readonly number: string
  readonly name: string
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly faculty: string
  readonly major: string | null
  readonly className: string | null
  /** Year of entry. */
  readonly grade: number
  readonly level: StudyLevel
  readonly political: Political
  readonly politicalWritten: string
  readonly campus: string | null
}

/** One student's line of the results. Null: the cell says nothing (a first-year student, a deferred exam). */
export interface AcademicRecordRow {
  readonly place: Place
  readonly number: string
  readonly name: string
  readonly semesterRank: number | null
  readonly semesterOf: number | null
  readonly yearRank: number | null
  readonly yearOf: number | null
  readonly overallRank: number | null
  readonly overallOf: number | null
  readonly fails: number | null
}

export interface SocietyRecord {
  readonly place: Place
  readonly name: string
  readonly type: string | null
  readonly guidedBy: string | null
  readonly headName: string | null
  readonly headNumber: string | null
  readonly members: number | null
  /** 主要社团, which hold seats in the congress (6.4). */
  readonly main: boolean
}

/** What a row of the results says, as the articles ask for it. */
export function academicRecordOf(row: Omit<AcademicRecordRow, "place" | "name" | "number">): AcademicRecord {
  const windows: Partial<Record<RankWindow, { rank: number; of: number }>> = {}
  if (row.semesterRank !== null && row.semesterOf !== null)
    windows.semester = { rank: row.semesterRank, of: row.semesterOf }
  if (row.yearRank !== null && row.yearOf !== null) windows.year = { rank: row.yearRank, of: row.yearOf }
  if (row.overallRank !== null && row.overallOf !== null)
    windows.overall = { rank: row.overallRank, of: row.overallOf }
  return row.fails === null ? { windows } : { windows, fails: row.fails }
}

/**
 * What stands out across rows, sheets or files; the clauses do not ask for it, an importer must tell it.
 * `unread` is a cell or row that could not be taken.
 */
export type ReportKind =
  | "identity-no-match"
  | "name-differs"
  | "duplicate-person"
  | "person-in-two-unions"
  | "register-duplicate-number"
  | "stated-total-wrong"
  | "cadre-flag-contradicts-rosters"
  | "practice-non-cadre-60"
  | "unread"

/** A problem of a row, and for those that stand out, who and what it is about. */
export interface RowProblem extends Problem {
  readonly report?: ReportKind
  readonly name?: string
  readonly studentId?: string | null
  /** What was counted and what the officer wrote. */
  readonly measured?: number | string
  readonly written?: number | string
  /** The other row of a pair. */
  readonly other?: Place
}

export interface Readout<R> {
  readonly records: R[]
  readonly problems: RowProblem[]
}
