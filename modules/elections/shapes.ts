import { z } from "zod"

export const id = z.string()
export const assembly = z.string()
export const because = z.string().trim().min(2).max(300)
export const person = z.object({ number: z.string(), name: z.string() })
export const state = z.enum([
  "preparing",
  "open",
  "closed",
  "counted",
  "void",
  "announced",
  "ratified",
  "refused",
  "cancelled",
])
export const office = z.enum(["presidium", "other"])
/** 等额: a verdict on each candidate. 差额: up to as many names as there are seats. */
export const mode = z.enum(["equal", "surplus"])
export const method = z.enum(["electronic", "paper"])
/** What the election rules say of a tie at the last seat: it stays vacant, or a second round among the tied. */
export const tie = z.enum(["vacant", "second-round"])
export const group = z.enum(["Ed25519", "BELENIOS-2048"])
export const trust = z.object({
  kind: z.enum(["mandatory", "threshold"]),
  /** How many of them open the box: all, or the threshold. */
  threshold: z.number().int().min(1).max(20),
})
export const candidate = person.extend({
  faculty: z.string(),
  grade: z.number().nullable(),
  /** As 5.3 says where the candidate comes from. */
  source: z.string().nullable(),
})

export const tally = z.object({
  number: z.string(),
  for: z.number().int().min(0),
  against: z.number().int().min(0),
  abstain: z.number().int().min(0),
  illegible: z.number().int().min(0),
})
export const sheet = z.object({
  issued: z.number().int().min(1).max(6000),
  recovered: z.number().int().min(0).max(6000),
  valid: z.number().int().min(0),
  invalid: z.number().int().min(0),
  candidates: z.array(tally).max(80),
  writeIns: z
    .array(z.object({ name: z.string().trim().min(2).max(40), for: z.number().int().min(1) }))
    .max(40),
})
/** Names only: these are shown to everybody, student numbers are not. */
export const result = z.object({
  present: z.number(),
  issued: z.number(),
  recovered: z.number(),
  valid: z.number(),
  invalid: z.number(),
  blank: z.number().nullable(),
  candidates: z.array(
    z.object({
      name: z.string(),
      for: z.number(),
      against: z.number().nullable(),
      abstain: z.number().nullable(),
      illegible: z.number(),
      /** 赞成 ÷ 实到, two decimals: 86.67%. */
      share: z.string(),
      fate: z.enum(["elected", "tied", "remaining"]),
    }),
  ),
  writeIns: z.array(z.object({ name: z.string(), for: z.number() })),
  elected: z.array(z.string()),
  tied: z.array(z.string()),
  /** Seats still to fill by a further round; and those that stay empty by the rule on ties. */
  open: z.number(),
  vacant: z.number(),
})
export type ShownResult = z.infer<typeof result>

export const line = z.object({
  id,
  title: z.string(),
  round: z.number(),
  office,
  seats: z.number(),
  mode,
  method,
  state,
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  elected: z.array(z.string()),
})
export type Line = z.infer<typeof line>

export const checkpoint = z.object({
  election: z.string(),
  height: z.number(),
  hash: z.string(),
  /** ABCD-EFGH-JKMN-PQRS of the hash, to read from the hall screen. */
  code: z.string(),
  /** Ed25519 over `checkpointText`, base64. */
  signature: z.string(),
})
export type Checkpoint = z.infer<typeof checkpoint>

/** The answer of `POST /api/elections/ballots/$id`: sent only after the ballot is in the box for good. */
export const accepted = z.object({
  tracker: z.string(),
  height: z.number(),
  /** It was in the box already: sent again after an answer was lost. */
  again: z.boolean(),
  /** False where a later ballot of the same credential has replaced it. */
  counts: z.boolean(),
  checkpoint,
})
export type Accepted = z.infer<typeof accepted>
