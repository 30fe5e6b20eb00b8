import { z } from "zod"
import { day, question } from "#kit/contract.ts"

const unionLine = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(["school", "faculty"]),
  kind: z.enum(["undergraduate", "graduate"]),
  faculty: z.string().nullable(),
  staff: z.number(),
  presidium: z.number(),
  departments: z.number(),
})

export const unionsList = question(
  "unions.list",
  z.object({ asOf: day.optional() }),
  z.object({ asOf: day, items: z.array(unionLine) }),
)

const post = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(["presidium", "head", "member", "listed"]),
  /** For the offices of the chain only. */
  number: z.string().nullable(),
  faculty: z.string().nullable(),
  grade: z.number().nullable(),
})

/** One union on a day: presidium, departments, people. */
export const unionsOne = question(
  "unions.one",
  z.object({ id: z.string(), asOf: day.optional() }),
  z.object({
    asOf: day,
    union: unionLine,
    presidium: z.array(post),
    departments: z.array(z.object({ name: z.string(), duties: z.string().nullable(), posts: z.array(post) })),
    other: z.array(post),
    can: z.object({ draft: z.boolean() }),
  }),
)

/** Who held which post when, newest first. */
export const unionsHistory = question(
  "unions.history",
  z.object({ id: z.string() }),
  z.object({
    items: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        department: z.string().nullable(),
        from: day,
        to: day.nullable(),
        basis: z.string(),
      }),
    ),
  }),
)

/** The organisation as anybody may see it: unions and departments with numbers of people, no names. */
export const unionsStructure = question(
  "unions.structure",
  z.object({}),
  z.object({
    university: z.string(),
    unions: z.array(unionLine.extend({ parts: z.array(z.object({ name: z.string(), people: z.number() })) })),
  }),
)
