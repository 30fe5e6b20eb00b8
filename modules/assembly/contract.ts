import { z } from "zod"
import { day, question } from "#kit/contract.ts"

const union = z.object({ id: z.string(), name: z.string() })

export const stateShape = z.enum(["preparing", "convened", "open", "closed", "cancelled"])
export const kindShape = z.enum(["congress", "general"])

/** The rooms around an assembly, in the order of its pages. */
export const placeShape = z.enum(["about", "seats", "delegates", "roll", "proposals", "elections", "hall"])

/** One line about an assembly, and where the reader may go from it: what every page of it begins with. */
export const head = question(
  "assembly.head",
  z.object({ id: z.string() }),
  z.object({
    id: z.string(),
    name: z.string(),
    kind: kindShape,
    state: stateShape,
    day,
    union,
    links: z.array(z.object({ place: placeShape, href: z.string() })),
  }),
)
