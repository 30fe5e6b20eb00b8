import { z } from "zod"
import { day } from "#kit/contract.ts"

/** Shapes that several answers of this room share. */

export const kind = z.enum(["activity", "information", "external", "funds", "report"])
export const standing = z.enum(["in-time", "short", "after"])
export const status = z.enum(["open", "passed", "refused", "withdrawn"])

const plain = z.union([z.string().max(10_000), z.number(), z.boolean()])
export const values = z.record(
  z.string().max(40),
  z.union([plain, z.array(z.record(z.string().max(40), plain)).max(100)]),
)
export const cents = z.number().int()

export const reach = z.array(
  z.object({
    faculty: z.string().max(60),
    grade: z.number().int().min(2000).max(2100),
    count: z.number().int().min(1).max(200_000),
  }),
)

export const document = z.object({ id: z.string(), name: z.string() })

/** A request as lists have it. */
export const requestLine = z.object({
  id: z.string(),
  kind,
  kindTitle: z.string(),
  title: z.string(),
  unionId: z.string(),
  union: z.string(),
  applicant: z.string(),
  filedOn: day,
  on: day,
  lead: z.number(),
  asked: z.number(),
  standing,
  status,
  version: z.number(),
  amount: cents.nullable(),
  summaryDue: day.nullable(),
  summarizedOn: day.nullable(),
  closedOn: day.nullable(),
  cancelled: z.boolean(),
})
