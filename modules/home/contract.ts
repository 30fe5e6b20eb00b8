import { z } from "zod"
import { day, nothing, question } from "#kit/contract.ts"

/** The parts of a student's page, in the order they stand there. */
export const headings = ["needs", "notices", "calls", "activities", "votes", "delegate", "listening"] as const

/** What concerns the student asking: what waits first, then by its last day, then what is new. */
export const mine = question(
  "home.mine",
  nothing,
  z.object({
    /** As the register has the person; null for whoever is not in it. */
    student: z.object({ name: z.string(), faculty: z.string(), className: z.string().nullable() }).nullable(),
    items: z.array(
      z.object({
        heading: z.enum(headings),
        title: z.string(),
        href: z.string(),
        note: z.string().optional(),
        by: day.optional(),
        state: z.enum(["todo", "news", "plain"]),
      }),
    ),
    /** The numbers under which what could not be asked is logged: the page says that it is not whole. */
    missing: z.array(z.string()),
  }),
)
