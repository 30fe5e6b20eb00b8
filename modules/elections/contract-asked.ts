import { z } from "zod"
import { day, question } from "#kit/contract.ts"
import {
  assembly,
  candidate,
  checkpoint,
  group,
  id,
  line,
  method,
  mode,
  person,
  result,
  sheet,
  state,
  tie,
  trust,
} from "./shapes.ts"

export const list = question(
  "elections.list",
  z.object({ assembly }),
  z.object({
    assembly: z.object({ id: z.string(), name: z.string(), state: z.string(), union: z.string() }),
    elections: z.array(line),
    can: z.object({ create: z.boolean() }),
  }),
)

/** Whom a form may choose from. */
export const choices = question(
  "elections.choices",
  z.object({ assembly }),
  z.object({
    /** Determined for the presidium (5.2, 5.5), in the order of strokes. */
    candidates: z.array(candidate),
    scrutineers: z.array(person.extend({ lead: z.boolean() })),
    tellers: z.array(person.extend({ lead: z.boolean() })),
    /** 3.3, 3.8b. */
    presidiumAtMost: z.number(),
    /** Fewest voters of an electronic vote. */
    secretFrom: z.number(),
  }),
)

/** What has to be ready before the vote can open; `who` does it. */
const requirement = z.object({
  key: z.enum(["candidates", "rules", "trustees", "keys", "credentials", "tellers", "assembly", "quorum"]),
  ready: z.boolean(),
  says: z.string(),
  who: z.string(),
})

export const one = question(
  "elections.one",
  z.object({ id }),
  line.extend({
    assembly: z.object({ id: z.string(), name: z.string(), state: z.string() }),
    union: z.object({ id: z.string(), name: z.string() }),
    uuid: z.string(),
    post: z.string(),
    tie,
    group,
    candidates: z.array(candidate),
    trust,
    trustees: z.array(
      person.extend({
        index: z.number(),
        /** What this trustee has handed in of what is due now. */
        done: z.array(z.string()),
        blames: z.number().nullable(),
        decrypted: z.boolean(),
      }),
    ),
    tellers: z.array(person.extend({ counted: z.boolean() })),
    officer: person.nullable(),
    rules: z.object({ text: z.string(), adopted: z.object({ on: day, basis: z.string() }).nullable() }),
    /** Ballots given out: how many by phone, how many printed; who came or left since. */
    issue: z
      .object({
        version: z.number(),
        issued: z.number(),
        slips: z.number(),
        by: z.string(),
        cameSince: z.number(),
        leftSince: z.number(),
      })
      .nullable(),
    quorum: z.object({ due: z.number(), present: z.number(), needed: z.number(), met: z.boolean() }),
    requirements: z.array(requirement),
    /** Ballots in the box, revotes included; null while that would tell too much. */
    ballots: z.number().nullable(),
    decryptions: z.object({ needed: z.number(), given: z.number() }).nullable(),
    /** What the two tellers' sheets say, once both are in. */
    comparison: z
      .object({
        state: z.enum(["waiting", "equal", "different"]),
        differences: z.array(z.object({ what: z.string(), a: z.string(), b: z.string() })),
      })
      .nullable(),
    result: result.nullable(),
    because: z.string().nullable(),
    announcedOn: day.nullable(),
    course: z.string().nullable(),
    /** Whether the reader takes part in it, and so may see how it goes. */
    follows: z.boolean(),
    ratifiedOn: day.nullable(),
    filed: z.object({ on: day, receipt: z.string().nullable() }).nullable(),
    rounds: z.array(z.object({ id: z.string(), round: z.number(), state })),
    next: z.enum([
      "prepare",
      "rules",
      "keys",
      "credentials",
      "open",
      "vote",
      "decrypt",
      "count",
      "confirm",
      "next-round",
      "announce",
      "ratify",
      "file",
      "done",
      "ended",
    ]),
    papers: z.array(z.object({ name: z.string(), href: z.string() })),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** What a trustee's browser needs for its next message. All of it is public. */
export const trustee = question(
  "elections.trustee",
  z.object({ id }),
  z.object({
    title: z.string(),
    uuid: z.string(),
    /** This round and those before it, the latest first: a key made for one opens the boxes of those after it. */
    rounds: z.array(z.object({ id: z.string(), uuid: z.string() })),
    group,
    kind: z.enum(["mandatory", "threshold"]),
    index: z.number(),
    threshold: z.number(),
    size: z.number(),
    attempt: z.number(),
    /** In the order of the index; null: not handed in. */
    keys: z.array(z.string().nullable()),
    certs: z.array(z.string().nullable()),
    deals: z.array(z.string().nullable()),
    outputs: z.array(z.string().nullable()),
    blames: z.array(z.object({ by: z.number(), of: z.number() })),
    next: z.enum(["key", "cert", "deal", "output", "wait", "blamed", "done", "decrypt", "decrypted"]),
    /** Once set up: the texts as the archive has them. */
    election: z.string().nullable(),
    trustees: z.string().nullable(),
    tally: z.string().nullable(),
  }),
)

/** What the credential officer's browser needs: whom to give a ballot. */
export const issuing = question(
  "elections.issuing",
  z.object({ id }),
  z.object({
    title: z.string(),
    uuid: z.string(),
    group,
    secretFrom: z.number(),
    issued: z.number().nullable(),
    delegates: z.array(
      person.extend({
        delegation: z.string(),
        /** The phone's public key and its code, to compare; null: a printed slip. */
        key: z.string().nullable(),
        code: z.string().nullable(),
      }),
    ),
  }),
)

/** A delegate: own device key, and the elections of the assembly with own envelope. */
export const mine = question(
  "elections.mine",
  z.object({ assembly }),
  z.object({
    delegate: z.boolean(),
    device: z.object({ key: z.string(), code: z.string() }).nullable(),
    elections: z.array(
      z.object({
        id,
        title: z.string(),
        round: z.number(),
        method,
        state,
        /** none: no ballot was given out to the delegate. */
        envelope: z.enum(["none", "sealed", "slip"]),
        sealed: z.string().nullable(),
        /** The device key it was sealed to. */
        key: z.string().nullable(),
      }),
    ),
  }),
)

/** For everybody, the booth first: what is voted on, the texts of the archive, and where to send a ballot. */
export const booth = question(
  "elections.booth",
  z.object({ id }),
  z.object({
    id,
    uuid: z.string(),
    title: z.string(),
    assembly: z.object({ id: z.string(), name: z.string() }),
    round: z.number(),
    post: z.string(),
    seats: z.number(),
    mode,
    method,
    state,
    group,
    /** As the ballot lists them; no numbers of students on a public page. */
    candidates: z.array(z.object({ name: z.string(), faculty: z.string(), grade: z.number().nullable() })),
    election: z.string().nullable(),
    trustees: z.array(z.string()),
    threshold: z.number(),
    issued: z.number().nullable(),
    /** PEM of the key that signs checkpoints. */
    signingKey: z.string(),
    cast: z.string(),
    archive: z.string(),
  }),
)

/** The public board: trackers in the order of the box, after a height. */
export const board = question(
  "elections.board",
  z.object({ id, since: z.coerce.number().int().min(-1).default(-1) }),
  z.object({
    state,
    checkpoint: checkpoint.nullable(),
    signingKey: z.string(),
    ballots: z.number(),
    events: z.array(
      z.object({
        height: z.number(),
        type: z.string(),
        hash: z.string(),
        tracker: z.string().nullable(),
        credential: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
    result: result.nullable(),
  }),
)

/** What the hall screen shows. */
export const panel = question(
  "elections.panel",
  z.object({ id }),
  z.object({
    id,
    title: z.string(),
    round: z.number(),
    state,
    method,
    seats: z.number(),
    issued: z.number().nullable(),
    ballots: z.number().nullable(),
    decryptions: z.object({ needed: z.number(), given: z.number() }).nullable(),
    checkpoint: z.object({ height: z.number(), code: z.string() }).nullable(),
    result: result.nullable(),
  }),
)

/** A teller's own sheet. */
export const count = question(
  "elections.count",
  z.object({ id }),
  z.object({
    title: z.string(),
    seats: z.number(),
    candidates: z.array(person),
    present: z.number().nullable(),
    own: sheet.nullable(),
    otherIn: z.boolean(),
    state: z.enum(["waiting", "equal", "different"]),
    differences: z.array(z.object({ what: z.string(), a: z.string(), b: z.string() })),
  }),
)
