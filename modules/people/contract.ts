import { z } from "zod"
import { day, nothing, pageOf, paging, question } from "#kit/contract.ts"

const person = z.object({
  number: z.string(),
  name: z.string(),
  faculty: z.string(),
  major: z.string().nullable(),
  className: z.string().nullable(),
  grade: z.number(),
  level: z.enum(["undergraduate", "master", "doctor"]),
})

export const peopleSearch = question(
  "people.search",
  z.object({
    text: z.string().trim().max(40).optional(),
    faculty: z.string().optional(),
    grade: z.coerce.number().int().optional(),
    asOf: day.optional(),
    ...paging,
  }),
  pageOf(person),
)

const rank = z.object({ rank: z.number(), of: z.number() }).nullable()

/** One student. The record and the political status are answered only to those who check them (4.1, 4.3). */
export const peopleOne = question(
  "people.one",
  z.object({ number: z.string(), asOf: day.optional() }),
  person.extend({
    sex: z.string().nullable(),
    campus: z.string().nullable(),
    political: z.string().nullable(),
    record: z
      .object({ semester: rank, year: rank, overall: rank, fails: z.number().nullable(), from: day })
      .nullable(),
  }),
)

export const peopleFaculties = question(
  "people.faculties",
  nothing,
  z.object({ items: z.array(z.object({ name: z.string(), students: z.number() })) }),
)
