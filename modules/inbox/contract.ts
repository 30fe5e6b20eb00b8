import { z } from "zod"
import { day, nothing, question } from "#kit/contract.ts"

/** What waits for me, in all my capacities: the most urgent first. */
export const list = question(
  "inbox.list",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        /** The module that asks, e.g. `disclosure`: its words name it. */
        module: z.string(),
        title: z.string(),
        detail: z.string(),
        /** What kind of matter it is, in words that name nobody: all that may stand in an e-mail. */
        heading: z.string().optional(),
        since: day,
        due: day.optional(),
        overdue: z.boolean().optional(),
        /** Where it is done, e.g. `/office/disclosure/01J…`. */
        href: z.string(),
        /** In which capacity it came to me, e.g. `校团委 书记`. */
        capacity: z.string(),
        /** The clause that asks for it. */
        clause: z.string().optional(),
      }),
    ),
    /** Of very many only the most urgent are listed. */
    total: z.number(),
  }),
)

/** How many things wait for me: the number in the navigation. */
export const count = question("inbox.count", nothing, z.object({ total: z.number() }))
