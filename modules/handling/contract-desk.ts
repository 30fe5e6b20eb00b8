import { z } from "zod"
import { day, flag, paging, question } from "#kit/contract.ts"

const id = z.string()
const outcome = z.enum(["A", "B", "C", "D"])
export const state = z.enum(["sorting", "sent", "accepted", "answered", "done", "declined"])
const step = z.enum(["accepting", "answering", "approving", "solving"])
export const tab = z.enum(["sorting", "running", "late", "rating", "closed", "declined", "all"])
const place = z.object({ kind: z.string(), place: z.string(), name: z.string() })
const desk = z.object({
  key: z.string(),
  kind: z.enum(["union", "league", "office", "over"]),
  name: z.string(),
})
const category = z.object({ id, name: z.string(), field: z.string(), desk: z.enum(["union", "league"]) })

const line = z.object({
  id,
  nth: z.number(),
  title: z.string(),
  category: z.string(),
  field: z.string(),
  place: z.string(),
  raisedOn: day,
  shown: z.enum(["named", "desk", "anonymous"]),
  state,
  step: step.nullable(),
  left: z.enum(["merged", "withdrawn"]).nullable(),
  closed: z.boolean(),
  misrouted: z.boolean(),
  open: z.boolean(),
  office: z.string().nullable(),
  assignee: z.string().nullable(),
  due: day.nullable(),
  late: z.boolean(),
  outcome: outcome.nullable(),
  round: z.number(),
  voices: z.number(),
  merged: z.number(),
  /** Who raised it said something last. */
  replied: z.boolean(),
  can: z.object({ handOn: z.boolean() }),
})

const filters = {
  /** From which of one's desks. */
  at: z.string().optional(),
  tab: tab.optional(),
  text: z.string().trim().max(40).optional(),
  category: z.string().optional(),
  /** `kind place` of an office, as `offices` writes it. */
  office: z.string().optional(),
  mine: flag.optional(),
  sort: z.enum(["urgent", "new", "voices"]).default("urgent"),
}

const listed = z.object({
  desks: z.array(desk),
  at: z.string(),
  today: day,
  counts: z.record(z.string(), z.number()),
  items: z.array(line),
  total: z.number(),
  categories: z.array(category),
  offices: z.array(place),
  members: z.array(z.object({ number: z.string(), name: z.string() })),
  views: z.array(z.object({ name: z.string(), query: z.record(z.string(), z.string()) })),
  can: z.object({ sort: z.boolean(), keep: z.boolean() }),
})

/** The queue of a desk or of an office; what the others over them see of it. */
export const queue = question("handling.queue", z.object({ ...filters, ...paging }), listed)

/** What lies with one's offices, of all of them together. */
export const office = question(
  "handling.office",
  z.object({ ...paging }),
  z.object({ items: z.array(line), total: z.number() }),
)

const said = z.object({ text: z.string(), from: z.enum(["handler", "raiser"]), name: z.string(), on: day })

/** One need for those who handle it. Who raised it only where it is shown to whoever asks. */
export const one = question(
  "handling.one",
  z.object({ id }),
  z.object({
    id,
    nth: z.number(),
    union: z.string(),
    desk: z.enum(["union", "league"]),
    title: z.string(),
    text: z.string(),
    place: z.string(),
    category,
    raisedOn: day,
    shown: z.enum(["named", "desk", "anonymous"]),
    discreet: z.boolean(),
    source: z.string().nullable(),
    raiser: z.object({ name: z.string(), number: z.string() }).nullable(),
    photos: z.array(z.string()),
    voices: z.object({
      total: z.number(),
      /** How many faculties; null where too few people speak to tell. */
      from: z.number().nullable(),
      /** Those with enough people to be told. */
      faculties: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
    parts: z.array(
      z.object({
        id,
        nth: z.number(),
        title: z.string(),
        text: z.string(),
        raisedOn: day,
        raiser: z.string().nullable(),
        photos: z.array(z.string()),
      }),
    ),
    mergedInto: z.object({ id, nth: z.number() }).nullable(),
    state,
    step: step.nullable(),
    left: z.enum(["merged", "withdrawn"]).nullable(),
    open: z.boolean(),
    misrouted: z.boolean(),
    office: place.nullable(),
    assignee: z.object({ number: z.string(), name: z.string() }).nullable(),
    sentOn: day.nullable(),
    answeredOn: day.nullable(),
    solvedOn: day.nullable(),
    closedOn: day.nullable(),
    due: day.nullable(),
    late: z.boolean(),
    round: z.number(),
    because: z.string().nullable(),
    /** Its course, for those of its chain. */
    course: z.string().nullable(),
    /** What an acceptance of it is bound to. */
    version: z.string().nullable(),
    answers: z.array(
      z.object({
        round: z.number(),
        kind: z.enum(["answer", "solution"]),
        outcome,
        text: z.string(),
        office: z.string(),
        on: day,
      }),
    ),
    /** Written and not yet approved: for those of the office. */
    draft: z
      .object({ kind: z.enum(["answer", "solution"]), outcome, text: z.string(), byName: z.string() })
      .nullable(),
    threads: z.array(z.object({ of: id, nth: z.number(), said: z.array(said) })),
    notes: z.array(z.object({ text: z.string(), byName: z.string(), at: z.string() })),
    deeds: z.array(z.object({ what: z.string(), byName: z.string(), because: z.string(), on: day })),
    ratings: z.object({
      count: z.number(),
      solved: z.number(),
      stars: z.number(),
      words: z.array(
        z.object({ round: z.number(), solved: z.boolean(), stars: z.number(), words: z.string() }),
      ),
    }),
    templates: z.array(z.object({ id, name: z.string(), text: z.string() })),
    categories: z.array(category),
    offices: z.array(place),
    members: z.array(z.object({ number: z.string(), name: z.string() })),
    can: z.record(z.string(), z.boolean()),
  }),
)

export const settings = question(
  "handling.settings",
  z.object({ at: z.string().optional() }),
  z.object({
    desks: z.array(desk),
    at: z.string(),
    /** Of a union's desk. */
    union: z
      .object({
        id,
        name: z.string(),
        department: z.string().nullable(),
        departments: z.array(z.string()),
        /** Who is of the desk today. */
        people: z.array(z.object({ name: z.string(), title: z.string() })),
      })
      .nullable(),
    templates: z.array(z.object({ id, name: z.string(), text: z.string(), byName: z.string() })),
    can: z.object({ name: z.boolean(), template: z.boolean() }),
  }),
)
