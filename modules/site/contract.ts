import { z } from "zod"
import { day, nothing, question } from "#kit/contract.ts"

/** The public site: a white-list, the same for everybody, signed in or not. No names of students here. */

const union = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(["school", "faculty"]),
  kind: z.enum(["undergraduate", "graduate"]),
  /** People on the roster today, each counted once; absent: no roster in the system. */
  staff: z.number().optional(),
})

const disclosure = z.object({
  id: z.string(),
  title: z.string(),
  /** e.g. `2025—2026`. */
  schoolYear: z.string(),
  union: z.string(),
  publishedOn: day,
  /** The public page, e.g. `/disclosures/01J…`. */
  href: z.string(),
})

/** `disclosures`: the newest six. School unions first, then faculties in the register's order. */
export const home = question(
  "site.home",
  nothing,
  z.object({
    university: z.object({ name: z.string(), shortName: z.string(), sample: z.boolean().optional() }),
    unions: z.array(union),
    disclosures: z.array(disclosure),
    counts: z.object({ unions: z.number(), disclosures: z.number(), notices: z.number() }),
  }),
)

/** Unions with what may be said of their build: presidium seats taken and the departments' names. */
export const structure = question(
  "site.structure",
  nothing,
  z.object({
    asOf: day,
    unions: z.array(
      union.extend({
        faculty: z.string().optional(),
        presidium: z.number().optional(),
        departments: z.array(z.object({ name: z.string(), people: z.number() })),
      }),
    ),
  }),
)

/** Every disclosure still published, newest first. */
export const disclosures = question("site.disclosures", nothing, z.object({ items: z.array(disclosure) }))
