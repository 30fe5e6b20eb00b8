import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const words = (min: number, max: number) => z.string().trim().min(min).max(max)
const document = z.object({ id: z.string(), name: z.string() })
const union = z.object({ id: z.string(), name: z.string() })
const id = z.object({ id: z.string() })

const hearingLine = z.object({
  id: z.string(),
  host: z.string(),
  faculty: z.string().nullable(),
  title: z.string(),
  on: day,
  heldOn: day.nullable(),
  standing: z.enum(["held", "called-off", "planned", "unrecorded"]),
  unions: z.array(union),
  reporter: z.string(),
  /** Of its unions, how many have handed a report in. */
  reports: z.number(),
  decisions: z.number(),
  open: z.number(),
  overdue: z.number(),
})

/** When a Party organisation has to hear its unions again. */
const hostView = z.object({
  name: z.string(),
  faculty: z.string().nullable(),
  last: day.nullable(),
  /** Names of the unions never heard. */
  never: z.array(z.string()),
  due: day.nullable(),
  overdue: z.boolean(),
  planned: day.nullable(),
})

export const hearings = question(
  "leadership.hearings",
  nothing,
  z.object({
    items: z.array(hearingLine),
    hosts: z.array(hostView),
    /** The hosts the reader may schedule for, with the unions each can hear. */
    schedule: z.array(z.object({ faculty: z.string().nullable(), name: z.string(), unions: z.array(union) })),
  }),
)

export const hearing = question(
  "leadership.hearing",
  id,
  hearingLine.extend({
    scheduledBy: z.string(),
    scheduledAt: z.string(),
    summary: z.string().nullable(),
    minutes: document.nullable(),
    recordedBy: z.string().nullable(),
    calledOff: z.object({ because: z.string(), by: z.string() }).nullable(),
    papers: z.array(
      z.object({
        union: z.string(),
        unionId: z.string(),
        file: document.nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
      }),
    ),
    duties: z.array(
      z.object({
        id: z.string(),
        words: z.string(),
        responsible: z.string(),
        due: day,
        overdue: z.boolean(),
        by: z.string(),
        done: z.object({ on: day, note: z.string(), by: z.string() }).nullable(),
        can: z.object({ finish: z.boolean() }),
      }),
    ),
    organisations: z.array(
      z.object({ office: z.string(), unionId: z.string().nullable(), name: z.string() }),
    ),
    can: z.object({ report: z.boolean(), record: z.boolean(), decide: z.boolean(), callOff: z.boolean() }),
  }),
)

/** `faculty`: null for the school's Party committee. A day that is past is a session written down afterwards. */
export const schedule = verb(
  "leadership.schedule",
  z.object({
    faculty: z.string().nullable(),
    title: words(2, 100),
    on: day,
    unions: z.array(z.string()).min(1).max(100),
    reporter: words(2, 60),
  }),
  id,
)

export const attachReport = verb(
  "leadership.attach-report",
  z.object({ hearing: z.string(), union: z.string(), file: z.string() }),
  nothing,
)

const decision = z.object({
  words: words(4, 1000),
  /** Kind of the responsible office, or `union`. */
  office: z.string(),
  unionId: z.string().nullable().default(null),
  due: day,
})

export const recordHearing = verb(
  "leadership.record-hearing",
  z.object({
    hearing: z.string(),
    heldOn: day,
    minutes: z.string(),
    summary: words(0, 2000).default(""),
    decisions: z.array(decision).max(50).default([]),
  }),
  nothing,
)

export const decide = verb("leadership.decide", decision.extend({ hearing: z.string() }), id)

export const finish = verb(
  "leadership.finish",
  z.object({ decision: z.string(), on: day, note: words(2, 1000) }),
  nothing,
)

export const callOff = verb(
  "leadership.call-off",
  z.object({ hearing: z.string(), because: words(2, 500) }),
  nothing,
)

export const kinds = ["rule", "plan", "selection"] as const
const kind = z.enum(kinds)

const versionView = z.object({
  no: z.number(),
  title: z.string(),
  words: z.string(),
  file: document.nullable(),
  hash: z.string(),
  from: day,
  until: day.nullable(),
  public: z.boolean(),
  repeal: z.boolean(),
  by: z.string(),
  capacity: z.string(),
  at: z.string(),
  /** `draft`: on its way; `superseded`: another version of the same round took its place. */
  state: z.enum(["draft", "superseded", "dropped", "in-force", "to-come", "past"]),
  /** The days it is or was in force; `to` is the last day. */
  force: z.object({ from: day, to: day.nullable() }).nullable(),
})

export const documents = question(
  "leadership.documents",
  z.object({ on: day.optional() }),
  z.object({
    on: day,
    items: z.array(
      z.object({
        id: z.string(),
        kind,
        title: z.string(),
        union: z.string().nullable(),
        inForce: z.object({ no: z.number(), from: day, to: day.nullable(), public: z.boolean() }).nullable(),
        /** The version on its way, with the offices that have not signed it. */
        pending: z
          .object({ no: z.number(), title: z.string(), repeal: z.boolean(), waits: z.array(z.string()) })
          .nullable(),
      }),
    ),
    unions: z.array(union),
    can: z.object({ draft: z.boolean() }),
  }),
)

export const one = question(
  "leadership.document",
  id,
  z.object({
    id: z.string(),
    kind,
    union: z.string().nullable(),
    versions: z.array(versionView),
    /** The latest round, for those who may follow it. */
    course: z.string().nullable(),
    can: z.object({ revise: z.boolean(), repeal: z.boolean() }),
    /** Why the reader, who drafts, cannot change it now. */
    held: z.string().nullable(),
  }),
)

const written = {
  title: words(2, 100),
  words: z.string().max(60_000).default(""),
  file: z.string().optional(),
  /** The day it is meant to begin; it begins no earlier than the second signature. */
  from: day,
  until: day.optional(),
  public: z.boolean(),
}

export const draft = verb(
  "leadership.draft",
  z.object({ kind, unionId: z.string().nullable().default(null), ...written }),
  id,
)

/** Another version: of the one on its way, which begins anew, or of what is in force. */
export const revise = verb(
  "leadership.revise",
  z.object({
    document: z.string(),
    ...written,
    /** Keep the file of the version before. */
    keepFile: z.boolean().default(false),
  }),
  z.object({ no: z.number() }),
)

/** An end to what is in force, by both offices again. */
export const repeal = verb(
  "leadership.repeal",
  z.object({ document: z.string(), because: words(4, 2000), from: day }),
  z.object({ no: z.number() }),
)

export const guidanceKinds = ["union", "league", "federation", "filing"] as const
const guidanceKind = z.enum(guidanceKinds)

export const guidanceList = question(
  "leadership.guidance",
  z.object({ union: z.string().optional() }),
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        union,
        kind: guidanceKind,
        on: day,
        topic: z.string(),
        words: z.string(),
        file: document.nullable(),
        by: z.string(),
        capacity: z.string(),
        answer: z.object({ happened: z.boolean(), note: z.string(), by: z.string() }).nullable(),
        can: z.object({ answer: z.boolean() }),
      }),
    ),
    unions: z.array(union.extend({ level: z.enum(["school", "faculty"]), thisYear: z.number() })),
    guides: z.array(union.extend({ level: z.enum(["school", "faculty"]) })),
  }),
)

export const guide = verb(
  "leadership.guide",
  z.object({
    union: z.string(),
    kind: guidanceKind,
    on: day,
    topic: words(2, 100),
    words: words(4, 2000),
    file: z.string().optional(),
  }),
  id,
)

export const answerGuidance = verb(
  "leadership.answer-guidance",
  z.object({ id: z.string(), happened: z.boolean(), note: words(0, 500).default("") }),
  nothing,
)

export const published = question(
  "leadership.published",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        kind,
        title: z.string(),
        union: z.string().nullable(),
        from: day,
        words: z.string(),
        file: document.nullable(),
      }),
    ),
  }),
)
