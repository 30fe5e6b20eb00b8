import { z } from "zod"
import { nothing, question, verb } from "#kit/contract.ts"

const method = z.enum(["largest-remainder", "sainte-lague", "round-half-up", "over-six", "flat"])

/** A number as it was typed; empty is the usual. Floors: `3` seats or `25%`. */
const typed = z.string().trim().max(12).optional()

/** What the preparing committee may set; people and societies come from the register. */
export const knobs = z.object({
  method,
  total: typed,
  perHead: typed,
  each: typed,
  nonCadre: typed,
  women: typed,
  party: typed,
  minorities: typed,
  eachGrade: typed,
  societySeats: typed,
  societiesInside: z.enum(["true", "false"]).default("false"),
  exOfficio: typed,
  observers: typed,
})

/** A group of a side: its seats and how they came about, sentence by sentence. */
const line = z.object({
  name: z.string(),
  students: z.number(),
  seats: z.number(),
  candidates: z.number(),
  steps: z.array(z.string()),
})

export const result = z.object({
  students: z.number(),
  total: z.number(),
  tableTotal: z.number(),
  /** Who votes: the table, the societies, 当然代表. */
  delegates: z.number(),
  candidates: z.number(),
  unit: z.enum(["faculty", "class"]),
  method,
  groups: z.array(line),
  grades: z.array(line),
  /** `[group][grade]`; null: no students. */
  cells: z.array(
    z.array(
      z
        .object({
          students: z.number(),
          seats: z.number(),
          quota: z.string(),
          tied: z.boolean(),
          steps: z.array(z.string()),
        })
        .nullable(),
    ),
  ),
  societies: z.array(
    z.object({
      name: z.string(),
      members: z.number(),
      main: z.boolean(),
      seats: z.number(),
      candidates: z.number(),
    }),
  ),
  exOfficio: z.number(),
  observers: z.number(),
  asks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      need: z.number(),
      of: z.number(),
      groups: z.array(z.object({ name: z.string(), people: z.number() })),
    }),
  ),
  checks: z.array(
    z.object({
      id: z.string(),
      clause: z.string().nullable(),
      source: z.string(),
      ok: z.boolean(),
      says: z.string(),
      value: z.string(),
      limit: z.string(),
    }),
  ),
})

const infeasible = z.object({
  because: z.string(),
  collide: z.array(
    z.object({ id: z.string(), says: z.string(), clause: z.string().nullable(), source: z.string() }),
  ),
  /** Each way out with the knobs as they would be. */
  ways: z.array(z.object({ says: z.string(), knobs })),
})

/** What another method gives for the same terms: seats by group and grade, or why it can't. */
const other = z.object({
  method,
  total: z.number(),
  cells: z.array(z.array(z.number())).nullable(),
  because: z.string().nullable(),
})

/** Compute without keeping. */
export const preview = question(
  "seats.preview",
  knobs.extend({ assembly: z.string() }),
  z.object({ result: result.nullable(), infeasible: infeasible.nullable(), others: z.array(other) }),
)

export const save = verb(
  "seats.save",
  knobs.extend({ assembly: z.string(), because: z.string().trim().min(2).max(300) }),
  z.object({ version: z.number() }),
)

export const adopt = verb(
  "seats.adopt",
  z.object({
    assembly: z.string(),
    version: z.number().int().min(1),
    basis: z.string().trim().min(2).max(200),
  }),
  nothing,
)

export const one = question(
  "seats.one",
  z.object({ assembly: z.string(), version: z.coerce.number().int().min(1).optional() }),
  z.object({
    assembly: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["congress", "general"]),
      union: z.string(),
    }),
    /** The register of today. */
    ground: z.object({
      unit: z.enum(["faculty", "class"]),
      students: z.number(),
      groups: z.number(),
      grades: z.array(z.string()),
      societies: z.number(),
      main: z.number(),
      least: z.number(),
    }),
    versions: z.array(
      z.object({
        version: z.number(),
        total: z.number(),
        method,
        because: z.string(),
        by: z.string(),
        at: z.string(),
        adopted: z.boolean(),
      }),
    ),
    adopted: z.object({ version: z.number(), basis: z.string(), by: z.string(), at: z.string() }).nullable(),
    shown: z
      .object({ version: z.number(), countedOn: z.string(), knobs, result, others: z.array(other) })
      .nullable(),
    can: z.object({ prepare: z.boolean(), adopt: z.boolean() }),
  }),
)
