import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string()
const union = z.string()
const because = z.string().trim().min(2).max(300)
const quorum = z.enum(["half", "two-thirds", "all"])
const choice = z.enum(["for", "against", "abstain"])
const presence = z.enum(["present", "leave", "absent"])
const person = z.object({ number: z.string(), name: z.string() })
const item = z.object({
  title: z.string().trim().min(2).max(120),
  detail: z.string().trim().max(3000).default(""),
  /** The important matter of the union's list it is. */
  matter: z.string().optional(),
  /** Files sent before to `/api/meetings/papers`. */
  papers: z.array(z.string()).max(20).default([]),
})

/** What counts as important, and the quorum: never less than more than half. */
export const settle = verb(
  "meetings.settle",
  z.object({ union, matters: z.array(z.string().trim().min(2).max(60)).max(40), quorum, source: because }),
  z.object({ version: z.number() }),
)

export const convene = verb(
  "meetings.convene",
  z.object({
    union,
    day,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: z.string().trim().min(2).max(80),
    items: z.array(item).min(1).max(30),
  }),
  z.object({ id }),
)

export const addItem = verb("meetings.add-item", item.extend({ id }), z.object({ id }))
export const dropItem = verb("meetings.drop-item", z.object({ id }), nothing)
export const cancel = verb("meetings.cancel", z.object({ id, because }), nothing)
export const open = verb("meetings.open", z.object({ id }), nothing)

/** Who is here, who asked leave, who is missing: every member once; guests by name. */
export const callRoll = verb(
  "meetings.call-roll",
  z.object({
    id,
    people: z.array(z.object({ number: z.string(), presence })).max(40),
    guests: z.array(z.string().trim().min(2).max(40)).max(40).default([]),
  }),
  z.object({ quorate: z.boolean() }),
)

/** What was said on an item, and that it needs no vote or waits for another meeting. */
export const noteItem = verb(
  "meetings.note-item",
  z.object({ id, said: z.string().trim().max(5000), state: z.enum(["discussed", "deferred"]) }),
  nothing,
)

/** Put the words of a resolution on an item to the vote of those present. */
export const putToVote = verb(
  "meetings.put-to-vote",
  z.object({
    id,
    words: z.string().trim().min(4).max(2000),
    said: z.string().trim().max(5000).default(""),
    owner: z.string().optional(),
    due: day.optional(),
  }),
  z.object({ id }),
)

export const vote = verb(
  "meetings.vote",
  z.object({
    id,
    votes: z
      .array(z.object({ number: z.string(), choice }))
      .min(1)
      .max(40),
  }),
  z.object({ missing: z.number() }),
)

export const count = verb(
  "meetings.count",
  z.object({ id }),
  z.object({ passed: z.boolean(), inForce: z.boolean() }),
)

export const close = verb("meetings.close", z.object({ id }), nothing)

export const writeMinutes = verb(
  "meetings.write-minutes",
  z.object({ id, body: z.string().trim().min(10).max(50_000) }),
  nothing,
)

/** The meeting now open (`at`) confirms the minutes of an earlier one. */
export const confirmMinutes = verb("meetings.confirm-minutes", z.object({ id, at: z.string() }), nothing)

/** 7.4: an important matter takes effect after its prior report only. */
export const putInForce = verb("meetings.put-in-force", z.object({ id }), nothing)

/** Name the course of the prior report, where it was not begun from the agenda item. */
export const linkReport = verb("meetings.link-report", z.object({ id, course: z.string() }), nothing)

export const assign = verb(
  "meetings.assign",
  z.object({ id, owner: z.string(), due: day.optional() }),
  nothing,
)
export const finish = verb("meetings.finish", z.object({ id, note: because }), nothing)

/** Where an important matter stands with its prior report (7.4), and where that is made or seen. */
const report = z.object({
  state: z.enum(["not-needed", "none", "under-way", "passed"]),
  href: z.string(),
})

const resolutionView = z.object({
  id,
  /** 主席团决议〔2025〕3号, once passed. */
  name: z.string().nullable(),
  words: z.string(),
  matter: z.string().nullable(),
  state: z.enum(["voting", "passed", "failed"]),
  votes: z.array(person.extend({ choice: choice.nullable() })),
  tally: z.object({ for: z.number(), against: z.number(), abstain: z.number(), present: z.number() }),
  decidedOn: day.nullable(),
  inForceOn: day.nullable(),
  report,
  owner: person.nullable(),
  due: day.nullable(),
  doneOn: day.nullable(),
  doneNote: z.string().nullable(),
  can: z.object({
    voteFor: z.array(z.string()),
    count: z.boolean(),
    force: z.boolean(),
    assign: z.boolean(),
    finish: z.boolean(),
  }),
})

export const one = question(
  "meetings.one",
  z.object({ id }),
  z.object({
    id,
    union: z.object({ id: z.string(), name: z.string() }),
    title: z.string(),
    day,
    time: z.string(),
    place: z.string(),
    convener: person,
    convenedAs: z.enum(["chair", "stand-in", "member"]),
    reading: z.string(),
    state: z.enum(["convened", "open", "closed", "cancelled"]),
    cancelledBecause: z.string().nullable(),
    presiding: z.string().nullable(),
    members: z.array(person.extend({ presence: presence.nullable() })),
    guests: z.array(z.string()),
    quorum: z.object({ says: z.string(), needed: z.number(), present: z.number(), met: z.boolean() }),
    matters: z.array(z.string()),
    items: z.array(
      z.object({
        id,
        title: z.string(),
        detail: z.string(),
        matter: z.string().nullable(),
        papers: z.array(z.object({ id: z.string(), name: z.string() })),
        state: z.enum(["pending", "discussed", "deferred", "decided"]),
        said: z.string(),
        report,
        resolutions: z.array(resolutionView),
      }),
    ),
    toConfirm: z.array(z.object({ id: z.string(), title: z.string() })),
    minutes: z.object({ body: z.string(), version: z.number(), by: z.string(), at: z.string() }).nullable(),
    confirmed: z.object({ in: z.string(), on: day }).nullable(),
    next: z.enum([
      "wait",
      "open",
      "roll",
      "no-quorum",
      "confirm",
      "item",
      "vote",
      "count",
      "close",
      "minutes",
      "end",
    ]),
    can: z.record(z.string(), z.boolean()),
  }),
)

export const list = question(
  "meetings.list",
  z.object({ union: z.string().optional() }),
  z.object({
    unions: z.array(z.object({ id: z.string(), name: z.string() })),
    union: z.object({ id: z.string(), name: z.string() }).nullable(),
    reading: z.string(),
    chair: z.string().nullable(),
    standIn: z.string().nullable(),
    matters: z.array(z.string()),
    meetings: z.array(
      z.object({
        id,
        title: z.string(),
        day,
        time: z.string(),
        place: z.string(),
        state: z.enum(["convened", "open", "closed", "cancelled"]),
        items: z.number(),
        resolutions: z.number(),
        confirmed: z.boolean(),
      }),
    ),
    /** Passed resolutions not done. */
    undone: z.array(
      z.object({
        id,
        meeting: z.string(),
        name: z.string(),
        words: z.string(),
        owner: z.string().nullable(),
        due: day.nullable(),
        late: z.boolean(),
        inForce: z.boolean(),
      }),
    ),
    can: z.record(z.string(), z.boolean()),
    /** Why it cannot be convened by the reader. */
    whyNot: z.string().nullable(),
  }),
)

export const rules = question(
  "meetings.rules",
  z.object({ union }),
  z.object({
    union: z.object({ id: z.string(), name: z.string() }),
    matters: z.array(z.string()),
    quorum,
    source: z.string(),
    versions: z.array(
      z.object({
        version: z.number(),
        matters: z.array(z.string()),
        quorum,
        source: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    can: z.object({ settle: z.boolean() }),
  }),
)
