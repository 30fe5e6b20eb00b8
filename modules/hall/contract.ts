import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"
import { agendaKind } from "#modules/assembly/contract.ts"

const id = z.string()
const assembly = z.string()
const because = z.string().trim().min(2).max(300)
const minutes = z.coerce.number().int().min(1).max(180)
const choice = z.enum(["for", "against", "abstain"])
const hands = z.number().int().min(0).max(20_000)
const rule = z.enum(["decision", "amendment"])
const how = z.enum(["hands", "names"])
const time = z.string()

export const open = verb("hall.open", z.object({ assembly }), nothing)
export const adjourn = verb(
  "hall.adjourn",
  /** `until` as it is told to the assembly: 14:30, 下午两点半. */
  z.object({ assembly, because, until: z.string().trim().max(40).default("") }),
  nothing,
)
export const resume = verb("hall.resume", z.object({ assembly }), nothing)
export const close = verb("hall.close", z.object({ assembly }), nothing)

export const startItem = verb(
  "hall.start-item",
  z.object({ assembly, item: id, minutes: minutes.optional() }),
  nothing,
)
export const endItem = verb("hall.end-item", z.object({ assembly, item: id }), nothing)
export const skipItem = verb("hall.skip-item", z.object({ assembly, item: id, because }), nothing)
export const reopenItem = verb("hall.reopen-item", z.object({ assembly, item: id }), nothing)
/** More time for the item under way, or for who is speaking. */
export const extend = verb(
  "hall.extend",
  z.object({ assembly, of: z.enum(["item", "speech"]), minutes }),
  nothing,
)
/** A line for the record: what was reported or said. */
export const note = verb(
  "hall.note",
  z.object({ assembly, words: z.string().trim().min(2).max(2000) }),
  nothing,
)

/** A delegate asks to speak on the item under way; a point of order is heard first. */
export const ask = verb(
  "hall.ask",
  z.object({ assembly, point: z.boolean().default(false) }),
  z.object({ id }),
)
export const withdraw = verb("hall.withdraw", z.object({ id }), nothing)
/** The stewards put somebody down: one who attends by number, a guest by name. */
export const addSpeaker = verb(
  "hall.add-speaker",
  z.object({
    assembly,
    number: z.string().trim().max(40).default(""),
    name: z.string().trim().max(40).default(""),
    point: z.boolean().default(false),
  }),
  z.object({ id }),
)
export const moveSpeaker = verb("hall.move-speaker", z.object({ id, up: z.boolean() }), nothing)
export const dropSpeaker = verb("hall.drop-speaker", z.object({ id }), nothing)
/** The floor is given to somebody; who spoke before has ended. */
export const callSpeaker = verb("hall.call-speaker", z.object({ id, minutes: minutes.default(5) }), nothing)
export const endSpeech = verb("hall.end-speech", z.object({ id }), nothing)
export const setList = verb("hall.set-list", z.object({ assembly, open: z.boolean() }), nothing)

export const openVote = verb(
  "hall.open-vote",
  z.object({
    assembly,
    title: z.string().trim().min(4).max(120),
    words: z.string().trim().max(2000).default(""),
    how,
    rule: rule.default("decision"),
  }),
  z.object({ id }),
)
/** By name, on one's own phone; until the vote is closed the last word counts. */
export const vote = verb("hall.vote", z.object({ id, choice }), nothing)
/** Ends the vote; a show of hands with its numbers, which may be put right until they are announced. */
export const closeVote = verb(
  "hall.close-vote",
  z.object({ id, for: hands.optional(), against: hands.optional(), abstain: hands.optional() }),
  z.object({ passed: z.boolean() }),
)
export const announce = verb("hall.announce", z.object({ id }), z.object({ passed: z.boolean() }))
export const voidVote = verb("hall.void-vote", z.object({ id, because }), nothing)

export const writeMinutes = verb(
  "hall.write-minutes",
  z.object({ assembly, body: z.string().trim().min(10).max(100_000) }),
  z.object({ version: z.number() }),
)
export const confirmMinutes = verb(
  "hall.confirm-minutes",
  z.object({ assembly, version: z.number() }),
  nothing,
)

const counts = { for: z.number(), against: z.number(), abstain: z.number() }
const quorumView = z.object({
  due: z.number(),
  present: z.number(),
  needed: z.number(),
  met: z.boolean(),
})
const outcomeView = z.object({
  ...counts,
  present: z.number(),
  silent: z.number(),
  passed: z.boolean(),
  needed: z.number(),
  arithmetic: z.string(),
})
const voteView = z.object({
  id,
  item: id,
  title: z.string(),
  words: z.string(),
  rule,
  how,
  state: z.enum(["open", "counted", "announced", "void"]),
  openedAt: time,
  present: z.number(),
  /** What must be reached, in words: 到会代表的过半数. */
  threshold: z.string(),
  needed: z.number(),
  /** 决议 number, once adopted. */
  ordinal: z.number().nullable(),
  voidBecause: z.string().nullable(),
})
const itemView = z.object({
  id,
  title: z.string(),
  kind: agendaKind,
  detail: z.string(),
  reporter: z.string().nullable(),
  papers: z.array(z.object({ id, name: z.string() })),
  state: z.enum(["pending", "on", "done", "skipped"]),
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  minutes: z.number().nullable(),
  because: z.string().nullable(),
})
const speakerView = z.object({
  id,
  name: z.string(),
  delegation: z.string(),
  point: z.boolean(),
  startedAt: time.nullable(),
  minutes: z.number().nullable(),
})
const panelView = z.object({
  id,
  title: z.string(),
  state: z.enum(["preparing", "open", "counting", "done"]),
  lines: z.array(z.string()),
  code: z.string().nullable(),
  vote: z.string().nullable(),
})
const adjournedView = z.object({ at: time, because: z.string(), until: z.string() })

/** What everybody in the hall may see, and a passer-by too. */
export const shownView = z.object({
  assembly: z.object({
    id,
    name: z.string(),
    union: z.string(),
    kind: z.enum(["congress", "general"]),
    day,
    time: z.string(),
    place: z.string(),
    state: z.enum(["convened", "open", "closed"]),
  }),
  state: z.enum(["waiting", "sitting", "adjourned", "closed"]),
  /** Established at the opening or when the sitting was resumed. */
  quorum: quorumView.nullable(),
  adjourned: adjournedView.nullable(),
  items: z.array(itemView),
  /** The list of the item under way. */
  listOpen: z.boolean(),
  speaking: speakerView.nullable(),
  waiting: z.array(speakerView),
  vote: voteView.nullable(),
  results: z.array(voteView.extend({ outcome: outcomeView })),
  panels: z.array(panelView),
})

/**
 * The one question of a hall full of phones: `since` the revision they know. Served by `live.ts` without asking
 * who asks; unchanged, the answer is the revision alone.
 */
export const live = question(
  "hall.live",
  z.object({ assembly, university: z.string().optional(), since: z.coerce.number().int().optional() }),
  z.object({ revision: z.number(), shown: shownView.optional() }),
)

/** What concerns the person asking. */
export const mine = question(
  "hall.mine",
  z.object({ assembly }),
  z.object({
    delegate: z
      .object({ name: z.string(), delegation: z.string(), voting: z.boolean(), head: z.boolean() })
      .nullable(),
    present: z.boolean(),
    /** The open vote by name one may take part in, and one's last word in it. */
    vote: z.object({ id, choice: choice.nullable() }).nullable(),
    wishes: z.array(z.object({ id, point: z.boolean(), ahead: z.number(), speaking: z.boolean() })),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** The chair's console, and the screen behind the chair. */
export const one = question(
  "hall.one",
  z.object({ assembly }),
  z.object({
    now: time,
    revision: z.number(),
    assembly: z.object({
      id,
      name: z.string(),
      union: z.string(),
      day,
      time: z.string(),
      place: z.string(),
      state: z.enum(["preparing", "convened", "open", "closed", "cancelled"]),
    }),
    chairs: z.array(z.string()),
    state: z.enum(["waiting", "sitting", "adjourned", "closed"]),
    openedAt: time.nullable(),
    closedAt: time.nullable(),
    adjourned: adjournedView.nullable(),
    quorum: quorumView,
    items: z.array(itemView),
    listOpen: z.boolean(),
    speaking: speakerView.nullable(),
    waiting: z.array(speakerView),
    spoke: z.array(speakerView),
    vote: voteView.extend({ cast: z.number().nullable(), outcome: outcomeView.nullable() }).nullable(),
    results: z.array(voteView.extend({ outcome: outcomeView })),
    voided: z.array(voteView),
    panels: z.array(
      panelView.extend({ actions: z.array(z.object({ title: z.string(), href: z.string() })) }),
    ),
    next: z.object({
      do: z.enum([
        "end",
        "not-convened",
        "wait",
        "check-in",
        "no-quorum",
        "open",
        "resume",
        "close",
        "agenda",
        "minutes",
        "start-item",
        "open-vote",
        "end-item",
        "call-speaker",
        "end-speech",
        "close-vote",
        "announce",
        "election",
      ]),
      item: id.optional(),
      vote: id.optional(),
      speaker: id.optional(),
      panel: id.optional(),
    }),
    can: z.record(z.string(), z.boolean()),
  }),
)

export const roll = question(
  "hall.roll",
  z.object({ id }),
  z.object({
    title: z.string(),
    votes: z.array(z.object({ name: z.string(), delegation: z.string(), choice: choice.nullable() })),
  }),
)

export const minutesOf = question(
  "hall.minutes",
  z.object({ assembly }),
  z.object({
    name: z.string(),
    union: z.string(),
    state: z.enum(["waiting", "sitting", "adjourned", "closed"]),
    /** As the record reads now. */
    draft: z.string(),
    versions: z.array(z.object({ version: z.number(), body: z.string(), by: z.string(), at: time })),
    confirmed: z.number().nullable(),
    can: z.record(z.string(), z.boolean()),
  }),
)
