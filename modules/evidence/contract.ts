import { z } from "zod"
import { day, question, verb } from "#kit/contract.ts"

const value = z.union([z.boolean(), z.number(), z.string()])
const document = z.object({ id: z.string(), name: z.string() }).nullable()

export const attestationView = z.object({
  id: z.string(),
  unionId: z.string(),
  question: z.string(),
  prompt: z.string(),
  clauses: z.array(z.string()),
  value,
  on: day,
  until: day.nullable(),
  source: z.string(),
  document,
  by: z.string(),
  capacity: z.string(),
  at: z.string(),
  retracted: z.object({ because: z.string(), by: z.string(), at: z.string() }).nullable(),
})

export const explanationView = z.object({
  id: z.string(),
  unionId: z.string(),
  clause: z.string(),
  subject: z.string().nullable(),
  reason: z.string(),
  document,
  from: day,
  until: day.nullable(),
  approved: z.boolean(),
  by: z.string(),
  at: z.string(),
  decided: z.object({ by: z.string(), at: z.string(), refusedBecause: z.string().nullable() }).nullable(),
  can: z.object({ decide: z.boolean() }),
})

/** What is on file for a union, and which questions are open to be answered. */
export const evidenceOf = question(
  "evidence.of",
  z.object({ unionId: z.string() }),
  z.object({
    attestations: z.array(attestationView),
    explanations: z.array(explanationView),
    questions: z.array(
      z.object({
        id: z.string(),
        prompt: z.string(),
        clauses: z.array(z.string()),
        shape: z.enum(["yes-no", "day", "count", "name"]),
        lasts: z.string(),
      }),
    ),
    can: z.object({ attest: z.boolean(), explain: z.boolean() }),
  }),
)

/** Record, with a source, what the records do not hold: "the congress was held on 2026-03-30". */
export const evidenceAttest = verb(
  "evidence.attest",
  z.object({
    unionId: z.string(),
    question: z.string(),
    value,
    on: day,
    until: day.optional(),
    source: z.string().trim().min(2).max(500),
    fileId: z.string().optional(),
  }),
  z.object({ id: z.string() }),
)

export const evidenceRetract = verb(
  "evidence.retract",
  z.object({ id: z.string(), because: z.string().trim().min(2).max(500) }),
  z.object({ id: z.string() }),
)

export const evidenceExplain = verb(
  "evidence.explain",
  z.object({
    unionId: z.string(),
    clause: z.string(),
    subject: z.string().optional(),
    reason: z.string().trim().min(4).max(2000),
    from: day,
    until: day.optional(),
    fileId: z.string().optional(),
  }),
  z.object({ id: z.string() }),
)

/** Approve or refuse an exception from a `principle` clause. */
export const evidenceDecide = verb(
  "evidence.decide",
  z.object({ id: z.string(), approve: z.boolean(), because: z.string().trim().max(1000).optional() }),
  z.object({ id: z.string() }),
)
