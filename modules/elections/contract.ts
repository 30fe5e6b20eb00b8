import { z } from "zod"
import { day, nothing, verb } from "#kit/contract.ts"
import { assembly, because, group, id, method, office, sheet, state, tie, trust } from "./shapes.ts"

/** The parameters of a vote, as a form sends them. */
const terms = z.object({
  title: z.string().trim().min(4).max(80),
  office,
  /** What is elected, where it is not the presidium: 出席上级学代会代表. */
  post: z.string().trim().min(2).max(40).optional(),
  seats: z.number().int().min(1).max(60),
  /** Numbers of the candidates: of those determined for the presidium, of any student for another office. */
  candidates: z.array(z.string()).min(1).max(80),
  method,
  tie,
  group: group.default("Ed25519"),
  trust,
  /** Numbers of scrutineers who keep the key, in the order of their index. Electronic only. */
  trustees: z.array(z.string()).max(20),
  /** Two tellers who count apart. Paper only. */
  tellers: z.array(z.string()).max(2),
})

// Preparing: preparatory committee or presiding committee.
export const create = verb("elections.create", terms.extend({ assembly }), z.object({ id }))
export const change = verb("elections.change", terms.extend({ id }), nothing)
export const cancel = verb("elections.cancel", z.object({ id, because }), nothing)
/** The assembly adopted the election rules (an open vote in the hall); executive chair. */
export const adoptRules = verb("elections.adopt-rules", z.object({ id, basis: because, on: day }), nothing)

// Keys: each message is public; the secret stays in the trustee's browser.
const messageKinds = ["key", "cert", "deal", "output", "blame"] as const
export const postMessage = verb(
  "elections.post-message",
  z.object({ id, kind: z.enum(messageKinds), body: z.string().min(2).max(200_000) }),
  z.object({ next: z.string() }),
)
export const restartKeys = verb("elections.restart-keys", z.object({ id, because }), nothing)
export const postDecryption = verb(
  "elections.post-decryption",
  z.object({ id, body: z.string().min(2).max(500_000) }),
  z.object({ state, missing: z.number() }),
)

// Credentials.
/** A delegate's phone hands over its public key (X25519, 32 bytes, standard base64) for this assembly. */
export const registerKey = verb(
  "elections.register-key",
  z.object({ assembly, key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/) }),
  z.object({ code: z.string() }),
)
export const issue = verb(
  "elections.issue",
  z.object({
    id,
    /** Public credentials, sorted: their place says nothing of their owner. */
    credentials: z.array(z.string().max(800)).min(1).max(6000),
    /** One for each delegate present; `sealed` (libsodium sealed box, base64) or null for a printed slip. */
    envelopes: z
      .array(
        z.object({ number: z.string(), key: z.string().nullable(), sealed: z.string().max(400).nullable() }),
      )
      .min(1)
      .max(6000),
  }),
  z.object({ version: z.number(), issued: z.number() }),
)

// The vote: executive chair.
export const open = verb("elections.open", z.object({ id }), nothing)
export const close = verb("elections.close", z.object({ id }), z.object({ ballots: z.number().nullable() }))
export const announce = verb("elections.announce", z.object({ id }), z.object({ course: z.string() }))
export const nextRound = verb(
  "elections.next-round",
  z.object({ id, method: method.optional() }),
  z.object({ id }),
)

// Paper.
export const enterCount = verb(
  "elections.enter-count",
  sheet.extend({ id }),
  /** `waiting`: the other teller has not counted yet. */
  z.object({ state: z.enum(["waiting", "equal", "different"]) }),
)
export const confirmCount = verb("elections.confirm-count", z.object({ id }), z.object({ state }))

export * from "./contract-asked.ts"
export { type Accepted, accepted, type Checkpoint, type Line, type ShownResult } from "./shapes.ts"
