import { z } from "zod"
import { day, flag, question } from "#kit/contract.ts"

export const verdict = z.enum(["met", "explained", "warning", "violated", "unknown"])

const row = z.object({
  id: z.string().optional(),
  name: z.string(),
  studentId: z.string().nullable().optional(),
  note: z.string().optional(),
  file: z.string().optional(),
  sheet: z.string().nullable().optional(),
  row: z.number().nullable().optional(),
})

const attested = z.object({
  id: z.string(),
  by: z.string(),
  on: day,
  source: z.string(),
  document: z.object({ id: z.string(), name: z.string(), sha256: z.string() }).optional(),
})

const brief = z.object({
  unionId: z.string(),
  unionName: z.string(),
  clause: z.string(),
  label: z.string(),
  subject: z.string().nullable(),
  verdict,
  value: z.union([z.number(), z.string()]).nullable(),
  limit: z.string(),
  reading: z.string().nullable(),
  because: z.string(),
  cure: z.string().nullable(),
  people: z.number(),
  attested: z.boolean(),
  local: z.boolean(),
})

const full = brief.extend({
  rows: z.array(row),
  attestation: attested.nullable(),
  explanation: z.object({ reason: z.string(), approved: z.boolean() }).nullable(),
})

const unionLine = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(["school", "faculty"]),
  kind: z.enum(["undergraduate", "graduate"]),
})

/** Findings of the unions the asker is concerned with, on a day (today: the register; else judged anew). */
export const findingsList = question(
  "findings.list",
  z.object({
    asOf: day.optional(),
    unionId: z.string().optional(),
    article: z.coerce.number().int().min(1).max(11).optional(),
    verdict: verdict.optional(),
    /** Leave out what is met. */
    open: flag.optional(),
  }),
  z.object({
    asOf: day,
    items: z.array(brief),
    totals: z.record(verdict, z.number()),
    unions: z.array(unionLine),
  }),
)

/** One clause over one union: the words, the reading used and the others, the rows, its history. */
export const findingsOne = question(
  "findings.one",
  z.object({ unionId: z.string(), clause: z.string(), asOf: day.optional() }),
  z.object({
    asOf: day,
    union: unionLine,
    clause: z.object({
      id: z.string(),
      label: z.string(),
      force: z.string(),
      words: z.string(),
      quote: z.string(),
    }),
    findings: z.array(full),
    unmechanised: z.string().nullable(),
    readings: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        source: z.string(),
        chosen: z.boolean(),
        results: z.array(
          z.object({ verdict, value: z.union([z.number(), z.string()]).nullable(), because: z.string() }),
        ),
      }),
    ),
    history: z.array(
      z.object({
        subject: z.string().nullable(),
        verdict,
        value: z.union([z.number(), z.string()]).nullable(),
        because: z.string(),
        from: z.string(),
        to: z.string().nullable(),
      }),
    ),
    questions: z.array(z.object({ id: z.string(), prompt: z.string(), shape: z.string() })),
    can: z.object({ explain: z.boolean(), attest: z.boolean() }),
  }),
)

/** The register at a glance: the worst verdict of each article for each union. */
export const findingsMatrix = question(
  "findings.matrix",
  z.object({ asOf: day.optional() }),
  z.object({
    asOf: day,
    totals: z.record(verdict, z.number()),
    unions: z.array(
      unionLine.extend({
        articles: z.array(z.object({ article: z.number(), verdict: verdict.nullable(), open: z.number() })),
      }),
    ),
  }),
)
