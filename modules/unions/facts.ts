import type { Explanation, Judged, Place } from "@qiaoliang/clause"
import { parseFails } from "@qiaoliang/sheets"
import type { StudentRecord } from "#modules/people/pure.ts"
import type { AcademicRecord, Department, Facts, Post, Student, StudyLevel } from "#policy/vocabulary.ts"
import type { SettledPost } from "./settle.ts"

/** All that is known of one union on one day, wherever it was read from. */
export interface UnionKnown {
  readonly asOf: Facts["asOf"]
  readonly university: Facts["university"]
  readonly union: Facts["union"]
  /** Where the union begins in the source. */
  readonly at?: Place
  /** Null: no roster of this union is known. */
  readonly posts: readonly SettledPost[] | null
  readonly departments: readonly Department[]
  readonly student: (number: string) => StudentRecord | undefined
  readonly academic: (number: string) => AcademicRecord | undefined
  readonly charter?: Facts["charter"]
  readonly congress?: Facts["congress"]
  readonly answers?: Facts["answers"]
  readonly explanations?: readonly Explanation[]
  readonly limits?: Judged["limits"]
  readonly readings?: Judged["readings"]
}

/** What the articles may ask about a union: the register and the results decide, the roster only claims. */
export function unionFacts(known: UnionKnown): Facts {
  const { asOf, university, union, at, charter, congress } = known
  return {
    asOf,
    unit: { id: union.id, name: union.name, ...(at ? { at } : {}) },
    union,
    university,
    posts: known.posts?.map((post) => postOf(post, known)) ?? null,
    departments: known.departments,
    ...(charter ? { charter } : {}),
    ...(congress ? { congress } : {}),
    answers: known.answers ?? {},
    explanations: known.explanations ?? [],
    limits: known.limits ?? {},
    readings: known.readings ?? {},
  }
}

function postOf(post: SettledPost, known: UnionKnown): Post {
  const { place, name, kind, title, department, origin, number } = post
  const student = number === null ? undefined : known.student(number)
  return {
    row: { ...place, name, studentId: number ?? post.numberWritten },
    name,
    kind,
    title,
    ...(department === undefined ? {} : { department }),
    student: student
      ? studentOf(student, evidence(student.level, known.academic(student.number), post.claimed?.fails))
      : null,
    ...(origin === undefined ? {} : { origin }),
  }
}

/**
 * The results decide. Universities keep none for postgraduates, who are not ranked; of them the roster,
 * which the faculty's office has stamped, is the only evidence of "no fails" (4.3), and is taken.
 * An undergraduate without results stays without evidence.
 */
export function evidence(
  level: StudyLevel,
  academic: AcademicRecord | undefined,
  failsClaimed: string | undefined,
): AcademicRecord | undefined {
  if (level === "undergraduate" || academic?.fails !== undefined || failsClaimed === undefined)
    return academic
  const fails = parseFails(failsClaimed)
  if (!("value" in fails) || fails.value === null) return academic
  return { windows: academic?.windows ?? {}, fails: fails.value === "some" ? 1 : fails.value }
}

export function studentOf(record: StudentRecord, academic: AcademicRecord | undefined): Student {
  return {
    studentId: record.number,
    name: record.name,
    faculty: record.faculty,
    grade: record.grade,
    level: record.level,
    political: record.political,
    politicalWritten: record.politicalWritten,
    ...(academic ? { record: academic } : {}),
  }
}
