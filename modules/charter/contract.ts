import { z } from "zod"
import { day, flag, nothing, question, verb } from "#kit/contract.ts"

const union = z.string()
const clause = z.string().max(10)
const source = z.string().trim().min(2).max(200)
const whole = z.number().int().min(0).max(100_000)
const ratio = z.object({ num: whole, den: whole.min(1) })
const document = z.object({ id: z.string(), name: z.string() })

export const limit = z.union([
  z.object({ kind: z.literal("count"), min: whole.optional(), max: whole.optional() }),
  z.object({ kind: z.literal("share"), atLeast: ratio.optional(), atMost: ratio.optional() }),
])

/** Words, or a file sent before to `/api/charter/files`, or both. */
export const adopt = verb(
  "charter.adopt",
  z.object({
    union,
    name: z.string().trim().min(2).max(80),
    adoptedOn: day,
    adoptedBy: source,
    public: z.boolean(),
    words: z.string().trim().max(200_000).optional(),
    file: z.string().optional(),
  }),
  z.object({ id: z.string() }),
)

/** A limit of the union's own, at least as strict as the clause's (11.2); in force from `from`. */
export const setLimit = verb(
  "charter.set-limit",
  z.object({ union, clause, limit, from: day, source }),
  z.object({ id: z.string() }),
)

export const chooseReading = verb(
  "charter.choose-reading",
  z.object({ union, clause, reading: z.string().max(60), from: day, source }),
  z.object({ id: z.string() }),
)

/** 2.2: the executive chair taken in turns; `adopted: false` records that it was given up. */
export const adoptRotation = verb(
  "charter.adopt-rotation",
  z.object({ union, adopted: z.boolean().default(true), from: day, source }),
  z.object({ id: z.string() }),
)

/** A setting ceases on a day; a version wrongly recorded never was. */
export const withdraw = verb(
  "charter.withdraw",
  z.object({ union, id: z.string(), on: day.optional(), because: source }),
  nothing,
)

const version = z.object({
  id: z.string(),
  name: z.string(),
  adoptedOn: day,
  adoptedBy: z.string(),
  public: z.boolean(),
  document: document.optional(),
})

const setting = z.object({
  id: z.string(),
  kind: z.enum(["limit", "reading", "rotation"]),
  clause: z.string(),
  /** In a few signs or words: `≤4`, `首年按录取成绩`, `已实行`. */
  says: z.string(),
  from: day,
  /** The last day, where it has ended. */
  to: day.optional(),
  source: z.string(),
})

/** One union's charter and settings on a day. Open to all; the words of a charter not public only to the signed-in. */
export const one = question(
  "charter.one",
  z.object({ union, on: day.optional() }),
  z.object({
    on: day,
    union: z.object({ id: z.string(), name: z.string() }),
    version: version.extend({ words: z.string().optional() }).optional(),
    settings: z.array(setting),
    /** What can be settled: clauses with a limit to tighten, clauses with more than one reading. */
    limits: z.array(z.object({ clause: z.string(), quote: z.string(), says: z.string(), limit })),
    readings: z.array(
      z.object({
        clause: z.string(),
        quote: z.string(),
        choices: z.array(z.object({ key: z.string(), label: z.string(), source: z.string() })),
        used: z.string(),
      }),
    ),
    can: z.record(z.string(), z.boolean()),
  }),
)

export const list = question(
  "charter.list",
  z.object({ on: day.optional(), missing: flag.optional() }),
  z.object({
    on: day,
    items: z.array(
      z.object({
        union: z.object({ id: z.string(), name: z.string(), level: z.enum(["school", "faculty"]) }),
        version: version.optional(),
        rotation: z.boolean().optional(),
        limits: z.number(),
        readings: z.number(),
      }),
    ),
  }),
)

const recorded = { recordedAt: z.string().optional(), recordedBy: z.string().optional() }

/** All versions and settings there ever were, newest first, with who recorded them. */
export const history = question(
  "charter.history",
  z.object({ union }),
  z.object({
    versions: z.array(version.extend({ ...recorded, withdrawn: z.string().optional() })),
    settings: z.array(setting.extend(recorded)),
  }),
)
