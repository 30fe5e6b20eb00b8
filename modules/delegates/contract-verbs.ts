import { z } from "zod"
import { day, verb } from "#kit/contract.ts"

const of = { assembly: z.string() }
const done = z.object({})
const number = z.string().trim().min(1).max(40)
const because = z.string().trim().min(4, "请写明原因（至少4字）").max(500)
const whole = z.number().int().min(0).max(100_000)

export const begin = verb(
  "delegates.begin",
  z.object(of),
  z.object({ begun: z.number(), changed: z.number() }),
)

export const recommend = verb(
  "delegates.recommend",
  z.object({
    list: z.string(),
    className: z.string().min(1).max(80),
    heldOn: day,
    people: whole,
    present: whole,
    nominees: z
      .array(z.object({ number, votes: whole }))
      .min(1)
      .max(60),
  }),
  z.object({ nominees: z.number(), passed: z.boolean() }),
)

export const elect = verb(
  "delegates.elect",
  z.object({
    list: z.string(),
    heldOn: day,
    due: whole,
    present: whole,
    votes: z
      .array(z.object({ nominee: z.string(), votes: whole }))
      .min(1)
      .max(200),
  }),
  z.object({
    elected: z.array(z.string()),
    /** Names of those to be voted on once more, and why. */
    again: z.array(
      z.object({ why: z.enum(["tie", "majority"]), seats: z.number(), among: z.array(z.string()) }),
    ),
    passed: z.boolean(),
  }),
)

export const propose = verb(
  "delegates.propose",
  z.object({ list: z.string(), numbers: z.array(number).min(1).max(60) }),
  done,
)

export const review = verb(
  "delegates.review",
  z.object({
    ...of,
    decisions: z
      .array(z.object({ nominee: z.string(), accept: z.boolean(), because: z.string().trim().max(500) }))
      .min(1)
      .max(500),
  }),
  z.object({ seated: z.number(), rejected: z.number() }),
)

export const seatExOfficio = verb("delegates.seat-ex-officio", z.object(of), z.object({ seated: z.number() }))

export const invite = verb(
  "delegates.invite",
  z.object({ ...of, number, basis: z.string().trim().min(2).max(100) }),
  done,
)

export const seatAll = verb("delegates.seat-all", z.object(of), z.object({ seated: z.number() }))

export const transfer = verb(
  "delegates.transfer",
  z.object({
    ...of,
    ids: z.array(z.string()).min(1).max(500),
    delegation: z.string().trim().min(1).max(60),
  }),
  done,
)

export const nameHead = verb(
  "delegates.name-head",
  z.object({ ...of, id: z.string(), basis: z.string().trim().min(2).max(100) }),
  done,
)

/** Who comes in: somebody in reserve on the list, or a student recommended anew. */
const comesIn = {
  nominee: z.string().optional(),
  number: number.optional(),
  /** The new recommendation: by whom, when. */
  basis: z.string().trim().max(200).optional(),
}

export const replace = verb(
  "delegates.replace",
  z.object({ ...of, id: z.string(), because, ...comesIn }),
  done,
)

export const fill = verb("delegates.fill", z.object({ ...of, list: z.string(), ...comesIn }), done)

export const draftReport = verb(
  "delegates.draft-report",
  z.object({ ...of, opinion: z.string().trim().min(10).max(2000) }),
  done,
)

export const adoptReport = verb("delegates.adopt-report", z.object(of), z.object({ hash: z.string() }))

export const confirmImport = verb(
  "delegates.confirm-import",
  z.object({ ...of, id: z.string() }),
  z.object({ seated: z.number() }),
)
export const undoImport = verb(
  "delegates.undo-import",
  z.object({ ...of, id: z.string() }),
  z.object({ gone: z.number() }),
)
