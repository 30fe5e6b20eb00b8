import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"
import { kind, phase, questionKind, shares, standing, tally } from "./contract.ts"

const line = z.object({
  id: z.string(),
  title: z.string(),
  kind,
  phase,
  union: z.string(),
  onDay: day,
  untilDay: day,
  fromTime: z.string(),
  place: z.string(),
  heard: z.number(),
  answered: z.number(),
  results: z.boolean(),
})

/** Open to everybody: what is announced, what can be answered, what was held and what came of it. */
export const publicList = question(
  "listening.public-list",
  z.object({ page: z.coerce.number().int().min(1).default(1) }),
  z.object({
    coming: z.array(line),
    open: z.array(line),
    past: z.array(line),
    total: z.number(),
    size: z.number(),
  }),
)

export const publicOne = question(
  "listening.public-one",
  z.object({ id: z.string() }),
  z.object({
    id: z.string(),
    title: z.string(),
    kind,
    phase,
    union: z.string(),
    about: z.string(),
    place: z.string(),
    onDay: day,
    untilDay: day,
    fromTime: z.string(),
    untilTime: z.string(),
    offices: z.array(z.string()),
    faculties: z.array(z.string()),
    grades: z.array(z.number()),
    places: z.number().nullable(),
    because: z.string().nullable(),
    /** Held with other means; for whom is not known. */
    elsewhere: z.boolean(),
    attendance: z.number().nullable(),
    questions: z.array(
      z.object({
        id: z.string(),
        kind: questionKind,
        title: z.string(),
        options: z.array(z.string()),
        required: z.boolean(),
      }),
    ),
    /** Whether the person asking can answer, has, or is not asked. */
    mine: z.enum(["sign-in", "not-asked", "to-answer", "answered", "none"]),
    came: z.object({ heard: z.number(), raised: z.number(), answered: z.number(), solved: z.number() }),
    needs: z.array(z.object({ id: z.string(), nth: z.number(), title: z.string(), standing })),
    results: z
      .object({ answers: z.number(), shares: shares.nullable(), questions: z.array(tally) })
      .nullable(),
  }),
)

/** Once, for good. Who answered is not kept beside what was answered. */
export const answer = verb(
  "listening.answer",
  z.object({
    id: z.string(),
    given: z.record(
      z.string().max(40),
      z.union([z.number(), z.array(z.number()).max(60), z.string().max(2000)]),
    ),
  }),
  nothing,
)
