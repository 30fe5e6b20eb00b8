import { addDays, type Day, type Semester } from "@qiaoliang/basics"

/** Semesters in one line: the later one has the greater place. */
export const placeOf = (s: Semester): number => s.schoolYear * 2 + s.half

export const nextOf = (s: Semester): Semester =>
  s.half === 1 ? { schoolYear: s.schoolYear, half: 2 } : { schoolYear: s.schoolYear + 1, half: 1 }

export const sameSemester = (a: Semester, b: Semester): boolean => placeOf(a) === placeOf(b)

/** The first day: 1 September, or 1 February of the year after. */
export const beginsOn = (s: Semester): Day =>
  s.half === 1 ? `${s.schoolYear}-09-01` : `${s.schoolYear + 1}-02-01`

export const endsOn = (s: Semester): Day => addDays(beginsOn(nextOf(s)), -1)
