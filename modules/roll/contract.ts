import { z } from "zod"
import { nothing, paging, question, verb } from "#kit/contract.ts"

const assembly = z.string()
const number = z.string()
const standing = z.enum(["absent", "here", "left"])
const quorum = {
  due: z.number(),
  present: z.number(),
  needed: z.number(),
  met: z.boolean(),
  /** Those without a vote who are there. */
  others: z.number(),
}

/** By the delegate's own phone. */
export const check = verb(
  "roll.check",
  z.object({ assembly, code: z.string().trim().min(1).max(20) }),
  z.object({
    /** Was there before: nothing was added. */
    already: z.boolean(),
    name: z.string(),
    delegation: z.string(),
    voting: z.boolean(),
    at: z.string(),
  }),
)

/** By the list, for one or for many. */
export const tick = verb(
  "roll.tick",
  z.object({ assembly, numbers: z.array(number).min(1).max(500), what: z.enum(["in", "out"]) }),
  z.object({ changed: z.number() }),
)

/** Take back the last line of somebody: a slip. */
export const undo = verb("roll.undo", z.object({ assembly, number }), nothing)

/** One's own place: for the page the code opens. */
export const own = question(
  "roll.own",
  z.object({ assembly }),
  z.object({
    name: z.string(),
    place: z.string(),
    day: z.string(),
    time: z.string(),
    state: z.enum(["preparing", "convened", "open", "closed", "cancelled"]),
    delegate: z.object({ name: z.string(), delegation: z.string(), voting: z.boolean() }).nullable(),
    standing,
    came: z.string().nullable(),
  }),
)

/** Who is there, in numbers: cheap, for polling by a whole hall. `seq` goes up with every change. */
export const live = question("roll.live", z.object({ assembly }), z.object({ seq: z.number(), ...quorum }))

const head = {
  assembly: z.object({
    id: z.string(),
    name: z.string(),
    union: z.string(),
    day: z.string(),
    time: z.string(),
    place: z.string(),
    state: z.enum(["preparing", "convened", "open", "closed", "cancelled"]),
  }),
  quorum: z.object(quorum),
}

/** The code to show now. `site` is where the screen itself was opened. */
export const code = question(
  "roll.code",
  z.object({ assembly, site: z.url({ protocol: /^https?$/ }).max(200) }),
  z.object({ ...head, code: z.string(), qr: z.string(), left: z.number() }),
)

export const list = question(
  "roll.list",
  z.object({
    assembly,
    text: z.string().trim().max(40).optional(),
    delegation: z.string().optional(),
    standing: standing.optional(),
    ...paging,
  }),
  z.object({
    ...head,
    source: z.string(),
    delegations: z.array(
      z.object({ name: z.string(), due: z.number(), present: z.number(), others: z.number() }),
    ),
    counts: z.object({ absent: z.number(), here: z.number(), left: z.number(), late: z.number() }),
    items: z.array(
      z.object({
        number,
        name: z.string(),
        delegation: z.string(),
        head: z.boolean(),
        voting: z.boolean(),
        standing,
        came: z.string().nullable(),
        left: z.string().nullable(),
        late: z.boolean(),
        by: z.enum(["code", "list"]).nullable(),
        can: z.object({ tick: z.boolean(), undo: z.boolean() }),
      }),
    ),
    total: z.number(),
    can: z.record(z.string(), z.boolean()),
  }),
)
