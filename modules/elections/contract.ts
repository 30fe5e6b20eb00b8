import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string()
const assembly = z.string()
const because = z.string().trim().min(2).max(300)
const person = z.object({ number: z.string(), name: z.string() })
const state = z.enum([
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
const office = z.enum(["presidium", "other"])
const mode = z.enum(["equal", "surplus"])
const method = z.enum(["electronic", "paper"])
const tie = z.enum(["vacant", "second-round"])
const group = z.enum(["Ed25519", "BELENIOS-2048"])
const trust = z.object({
  kind: z.enum(["mandatory", "threshold"]),
  threshold: z.number().int().min(1).max(20),
})
const candidate = person.extend({
  faculty: z.string(),
  grade: z.number().nullable(),
  /** As 5.3 says where the candidate comes from. */
  source: z.string().nullable(),
})

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
export const messageKinds = ["key", "cert", "deal", "output", "blame"] as const
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
const tally = z.object({
  number: z.string(),
  for: z.number().int().min(0),
  against: z.number().int().min(0),
  abstain: z.number().int().min(0),
  illegible: z.number().int().min(0),
})
const sheet = z.object({
  issued: z.number().int().min(1).max(6000),
  recovered: z.number().int().min(0).max(6000),
  valid: z.number().int().min(0),
  invalid: z.number().int().min(0),
  candidates: z.array(tally).max(80),
  writeIns: z
    .array(z.object({ name: z.string().trim().min(2).max(40), for: z.number().int().min(1) }))
    .max(40),
})
export const enterCount = verb(
  "elections.enter-count",
  sheet.extend({ id }),
  /** `waiting`: the other teller has not counted yet. */
  z.object({ state: z.enum(["waiting", "equal", "different"]) }),
)
export const confirmCount = verb("elections.confirm-count", z.object({ id }), z.object({ state }))

// What is asked. Names only: these are shown to everybody, student numbers are not.
const result = z.object({
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

const line = z.object({
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

const checkpoint = z.object({
  election: z.string(),
  height: z.number(),
  hash: z.string(),
  /** ABCD-EFGH-JKMN-PQRS of the hash, to read from the hall screen. */
  code: z.string(),
  /** Ed25519 over `checkpointText`, base64. */
  signature: z.string(),
})
export type Checkpoint = z.infer<typeof checkpoint>

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
