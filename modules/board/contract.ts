import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const period = z.string().regex(/^(all|\d{4}-(0[1-9]|1[0-2])|\d{4}-[12])$/)
const words = z.string().trim().max(40)
export const state = z.enum(["sorting", "sent", "accepted", "answered", "done", "declined"])
export const outcome = z.enum(["A", "B", "C", "D"])
const field = z.enum(["学业发展", "身心健康", "社会融入", "权益维护"])

/** One need as everybody may see it. */
const line = z.object({
  id,
  nth: z.number(),
  title: z.string(),
  /** Its beginning. */
  text: z.string(),
  field,
  category: z.string(),
  place: z.string(),
  faculties: z.array(z.string()),
  office: z.string().nullable(),
  state,
  outcome: outcome.nullable(),
  /** Its beginning; of a declined one, why it was declined. */
  answer: z.string().nullable(),
  raisedOn: day,
  answeredOn: day.nullable(),
  solvedOn: day.nullable(),
  due: day.nullable(),
  late: z.boolean(),
  /** Working days since it was raised, where it has no answer. */
  waiting: z.number().nullable(),
  answerDays: z.number().nullable(),
  solveDays: z.number().nullable(),
  voices: z.number().nullable(),
  /** Of the people who rated, those who say it is solved. */
  rated: z.object({ count: z.number(), solved: z.number() }).nullable(),
  round: z.number(),
  merged: z.number(),
})

/** What was asked and what came of it. Open to everybody, the same for everybody. */
export const list = question(
  "board.list",
  z.object({
    text: words.optional(),
    field: field.optional(),
    category: id.optional(),
    office: words.optional(),
    faculty: words.optional(),
    state: z.enum(["open", "answered", "done", "declined", "late"]).optional(),
    sort: z.enum(["newest", "voices", "longest"]).default("newest"),
    /** `next` of the page before. */
    after: z
      .string()
      .regex(/^[\d-]{1,12}\.\d{1,9}$/)
      .optional(),
    size: z.coerce.number().int().min(1).max(50).default(20),
  }),
  z.object({
    items: z.array(line),
    /** How many match; on the first page. */
    total: z.number().nullable(),
    next: z.string().nullable(),
  }),
)

/** What the board can be looked through by, and how much there is. */
export const choices = question(
  "board.choices",
  nothing,
  z.object({
    categories: z.array(z.object({ id, name: z.string(), field })),
    offices: z.array(z.string()),
    faculties: z.array(z.string()),
    counts: z.object({ all: z.number(), open: z.number(), answered: z.number(), late: z.number() }),
    briefings: z.number(),
  }),
)

const share = z.object({ num: z.number(), den: z.number() }).nullable()
const told = {
  count: z.number().nullable(),
  answered: share,
  acceptDays: z.number().nullable(),
  answerDays: z.number().nullable(),
  solveDays: z.number().nullable(),
  solved: share,
  late: share,
}
const named = z.object({ name: z.string(), ...told })
const monthly = z.object({ month, raised: z.number().nullable(), answered: z.number().nullable() })

export const figures = question(
  "board.figures",
  z.object({ period: period.default("all") }),
  z.object({
    period,
    periods: z.array(z.object({ key: period, name: z.string() })),
    from: day.nullable(),
    to: day.nullable(),
    all: z.object(told),
    /** Of all, those on the public board. */
    open: z.number().nullable(),
    fields: z.array(named),
    categories: z.array(named),
    offices: z.array(named.extend({ rank: z.number().nullable() })),
    faculties: z.array(named),
    months: z.array(monthly),
    fewest: z.number(),
    comparedFrom: z.number(),
  }),
)

const listed = z.object({
  id,
  nth: z.number(),
  title: z.string(),
  category: z.string(),
  office: z.string().nullable(),
  state,
  outcome: outcome.nullable(),
  voices: z.number().nullable(),
  days: z.number().nullable(),
})

/** A monthly 简报 as it was handed in and published. */
export const content = z.object({
  month,
  union: z.string(),
  university: z.string(),
  /** The day its figures hold for. */
  until: day,
  words: z.string(),
  figures: z.object({
    received: z.number().nullable(),
    before: z.number().nullable(),
    answered: z.number().nullable(),
    solved: z.number().nullable(),
    late: z.number().nullable(),
    answerDays: z.number().nullable(),
    rated: share,
  }),
  fields: z.array(z.object({ name: z.string(), count: z.number().nullable() })),
  categories: z.array(z.object({ name: z.string(), count: z.number().nullable() })),
  offices: z.array(
    z.object({
      name: z.string(),
      sent: z.number().nullable(),
      answered: z.number().nullable(),
      late: z.number().nullable(),
    }),
  ),
  outcomes: z.array(z.object({ outcome, name: z.string(), count: z.number().nullable() })),
  months: z.array(monthly),
  shared: z.array(listed),
  solved: z.array(listed),
  late: z.array(listed),
  answers: z.array(listed.extend({ answer: z.string() })),
})

export const briefings = question(
  "board.briefings",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id,
        month,
        title: z.string(),
        union: z.string(),
        publishedOn: day,
        received: z.number().nullable(),
        answered: z.number().nullable(),
        solved: z.number().nullable(),
      }),
    ),
  }),
)

/** A published one. */
export const briefing = question(
  "board.briefing",
  z.object({ id }),
  z.object({ id, title: z.string(), publishedOn: day, publishedBy: z.string(), hash: z.string(), content }),
)

const briefingState = z.enum(["draft", "review", "reviewed", "published"])

/** The desk's own list of them. */
export const deskBriefings = question(
  "board.desk-briefings",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id,
        month,
        title: z.string(),
        union: z.string(),
        state: briefingState,
        byName: z.string(),
        publishedOn: day.nullable(),
      }),
    ),
    /** Unions the reader may draft one for, and the months that have none yet. */
    drafting: z.array(z.object({ union: id, name: z.string(), months: z.array(month) })),
  }),
)

export const deskBriefing = question(
  "board.desk-briefing",
  z.object({ id }),
  z.object({
    id,
    title: z.string(),
    state: briefingState,
    words: z.string(),
    byName: z.string(),
    hash: z.string().nullable(),
    publishedOn: day.nullable(),
    publishedBy: z.string().nullable(),
    course: id.nullable(),
    content,
    can: z.record(z.string(), z.boolean()),
  }),
)

const editorial = z.string().trim().max(3000)

export const draft = verb("board.draft", z.object({ union: id, month }), z.object({ id }))
export const write = verb("board.write", z.object({ id, words: editorial }), nothing)
/** To the review of 10.4; its figures are fixed. */
export const submit = verb("board.submit", z.object({ id }), z.object({ course: id }))
export const discard = verb("board.discard", z.object({ id }), nothing)
export const publish = verb("board.publish", z.object({ id }), z.object({ hash: z.string() }))

const sharedRow = z.object({
  key: z.string(),
  /** A category, or one matter that others were merged into. */
  kind: z.enum(["category", "merged"]),
  /** null: of a matter that is not public, for whoever does not have it at their desk. */
  name: z.string().nullable(),
  field,
  needs: z.number(),
  voices: z.number(),
  /** null: of so few voices that it would tell where somebody is from. */
  faculties: z.number().nullable(),
  classes: z.number().nullable(),
  /** Months of the period in which it was raised. */
  recurs: z.number(),
  months: z.array(z.object({ month, needs: z.number() })),
  general: z.boolean(),
  reasons: z.array(z.enum(["faculties", "classes", "months"])),
})

/** 普遍需求: what is shared across faculties and over time, with what was counted. */
export const general = question(
  "board.general",
  z.object({ period: period.default("all") }),
  z.object({
    period,
    periods: z.array(z.object({ key: period, name: z.string() })),
    rows: z.array(sharedRow),
    rule: z.object({ faculties: z.number(), classes: z.number(), months: z.number(), source: z.string() }),
  }),
)

/** The needs counted in one row. */
export const counted = question(
  "board.counted",
  z.object({ period: period.default("all"), key: z.string().max(60) }),
  z.object({
    row: sharedRow,
    items: z.array(
      z.object({
        id,
        nth: z.number(),
        title: z.string().nullable(),
        raisedOn: day,
        state,
        open: z.boolean(),
        voices: z.number(),
        faculties: z.number().nullable(),
        classes: z.number().nullable(),
        merged: z.number(),
      }),
    ),
  }),
)
