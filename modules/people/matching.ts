import type { StudentRecord } from "./records.ts"

/** The register, as finding a person in it needs it. The site answers from SQL, a check from the workbook. */
export interface Register {
  readonly byNumber: (number: string) => StudentRecord | undefined
  readonly byName: (name: string) => readonly StudentRecord[]
}

export interface Sought {
  readonly number: string | null
  readonly name: string
  /** As the register writes it. */
  readonly faculty: string | null
  readonly grade: number | null
}

export type Identity =
  | { readonly by: "number" | "name"; readonly student: StudentRecord; readonly nameDiffers: boolean }
  | { readonly by: null }

/**
 * Who a written line means: by 学号; where the register has no such number, by a name that is the
 * only one of its faculty and grade. Never by name alone: many share one.
 */
export function identify(register: Register, sought: Sought): Identity {
  const { number, name, faculty, grade } = sought
  const student = number === null ? undefined : register.byNumber(number)
  if (student) return { by: "number", student, nameDiffers: bare(student.name) !== bare(name) }
  if (faculty === null || grade === null) return { by: null }
  const alike = register.byName(name).filter((s) => s.faculty === faculty && s.grade === grade)
  return alike.length === 1 ? { by: "name", student: alike[0]!, nameDiffers: false } : { by: null }
}

/** Spacing and the several middle dots of transcribed names make no difference. */
const bare = (name: string) => name.replace(/[\s·•・‧.．]/g, "")

export function registerOf(students: Iterable<StudentRecord>): Register {
  const numbers = new Map<string, StudentRecord>()
  const names = new Map<string, StudentRecord[]>()
  for (const student of students) {
    numbers.set(student.number, student)
    const alike = names.get(student.name)
    if (alike) alike.push(student)
    else names.set(student.name, [student])
  }
  return { byNumber: (number) => numbers.get(number), byName: (name) => names.get(name) ?? [] }
}
