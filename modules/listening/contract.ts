import { z } from "zod"
import { day, nothing, paging, question, verb } from "#kit/contract.ts"

const id = z.string()
export const kind = z.enum(["talk", "face", "visit", "survey"])
export const phase = z.enum(["planned", "coming", "open", "over", "held", "cancelled"])
export const questionKind = z.enum(["single", "multiple", "scale", "text"])
const words = (least: number, most: number) => z.string().trim().min(least).max(most)
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)

const plan = {
  title: words(4, 60),
  about: words(0, 2000),
  place: words(0, 80),
  onDay: day,
  untilDay: day,
  fromTime: time,
  untilTime: time,
  offices: z.array(words(2, 40)).max(30),
  faculties: z.array(words(1, 60)).max(100),
  grades: z.array(z.number().int()).max(20),
  places: z.number().int().min(1).max(5000).nullable(),
}

export const make = verb("listening.plan", z.object({ unionId: id, kind, ...plan }), z.object({ id }))
export const change = verb("listening.change", z.object({ id, ...plan }), z.object({ id }))
export const announce = verb("listening.announce", z.object({ id }), nothing)
export const cancel = verb("listening.cancel", z.object({ id, because: words(4, 500) }), nothing)
export const minute = verb(
  "listening.minute",
  z.object({ id, attendance: z.number().int().min(0).max(100_000), minutes: words(10, 20_000) }),
  nothing,
)

/** One thing heard, put down or put right. No names. */
export const hear = verb(
  "listening.hear",
  z.object({
    id,
    heard: id.optional(),
    categoryId: id,
    words: words(4, 1000),
    faculty: words(0, 60),
    said: words(0, 1000),
    saidBy: words(0, 40),
  }),
  z.object({ heard: id }),
)
export const unhear = verb("listening.unhear", z.object({ heard: id }), nothing)

/** Each becomes a need, under a title. */
export const raise = verb(
  "listening.raise",
  z.object({
    id,
    items: z
      .array(z.object({ heard: id, title: words(4, 60) }))
      .min(1)
      .max(100),
  }),
  z.object({ raised: z.number() }),
)
/** It is the same as a need there is. */
export const join = verb("listening.join", z.object({ heard: id, needId: id }), nothing)
export const part = verb("listening.part", z.object({ heard: id }), nothing)

const asked = z.object({
  id: z.string().max(40),
  kind: questionKind,
  title: words(2, 200),
  options: z.array(words(1, 100)).max(60),
  required: z.boolean(),
})
export const ask = verb(
  "listening.ask",
  z.object({ id, questions: z.array(asked).max(60) }),
  z.object({ questions: z.number() }),
)
export const close = verb("listening.close", z.object({ id }), nothing)
export const publish = verb("listening.publish", z.object({ id }), nothing)

const hosts = z.array(z.object({ id, name: z.string(), faculty: z.string().nullable() }))
export const list = question(
  "listening.list",
  z.object({
    text: z.string().trim().max(40).optional(),
    kind: kind.optional(),
    phase: phase.optional(),
    union: z.string().optional(),
    ...paging,
  }),
  z.object({
    items: z.array(
      z.object({
        id,
        title: z.string(),
        kind,
        phase,
        union: z.string(),
        onDay: day,
        untilDay: day,
        fromTime: z.string(),
        place: z.string(),
        /** People at it, or questionnaires filled in. */
        people: z.number().nullable(),
        heard: z.number(),
        raised: z.number(),
      }),
    ),
    total: z.number(),
    all: z.number(),
    /** Unions whose records one reads. */
    unions: hosts,
    /** Unions one may plan for. */
    hosts,
    faculties: z.array(z.string()),
    grades: z.array(z.number()),
  }),
)

const share = z.object({ faculty: z.string(), asked: z.number(), answered: z.number() })
export const shares = z.object({
  asked: z.number(),
  answered: z.number(),
  faculties: z.array(share),
  rest: z.object({ faculties: z.number(), asked: z.number(), answered: z.number() }).nullable(),
})
export const tally = z.object({
  id: z.string(),
  kind: questionKind,
  title: z.string(),
  n: z.number().nullable(),
  bars: z.array(z.object({ label: z.string(), count: z.number() })),
  average: z.number().nullable(),
  texts: z.array(z.string()),
})

export const standing = z.enum(["sorting", "sent", "accepted", "answered", "done", "declined"])
const follow = z.object({
  heard: z.number(),
  raised: z.number(),
  answered: z.number(),
  solved: z.number(),
  late: z.number(),
})

export const one = question(
  "listening.one",
  z.object({ id }),
  z.object({
    id,
    union: z.object({ id, name: z.string(), faculty: z.string().nullable() }),
    kind,
    phase,
    ...plan,
    because: z.string().nullable(),
    attendance: z.number().nullable(),
    minutes: z.string().nullable(),
    minutedOn: day.nullable(),
    minutedBy: z.string().nullable(),
    publishedOn: day.nullable(),
    importedFrom: z.string().nullable(),
    heard: z.array(
      z.object({
        id,
        categoryId: id,
        category: z.string(),
        field: z.string(),
        words: z.string(),
        faculty: z.string(),
        said: z.string(),
        saidBy: z.string(),
        need: z
          .object({
            id,
            nth: z.number(),
            title: z.string(),
            joined: z.boolean(),
            standing: standing.nullable(),
            office: z.string().nullable(),
            late: z.boolean(),
          })
          .nullable(),
      }),
    ),
    follow,
    categories: z.array(z.object({ id, name: z.string(), field: z.string() })),
    known: z.object({ faculties: z.array(z.string()), grades: z.array(z.number()) }),
    survey: z
      .object({
        questions: z.array(asked),
        answers: z.number(),
        /** Null where it was held elsewhere. */
        shares: shares.nullable(),
        /** Once it is closed; free texts for those who keep the records. */
        results: z.array(tally).nullable(),
      })
      .nullable(),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** Open needs of the union something heard may be the same as. */
export const find = question(
  "listening.find",
  z.object({ id, text: z.string().trim().max(40) }),
  z.object({
    items: z.array(z.object({ id, nth: z.number(), title: z.string(), field: z.string(), raisedOn: day })),
  }),
)

export const poster = question(
  "listening.poster",
  z.object({ id, site: z.string().url() }),
  z.object({
    title: z.string(),
    union: z.string(),
    onDay: day,
    untilDay: day,
    address: z.string(),
    qr: z.string(),
  }),
)

const known = z.enum(["serial", "dropped", "question"])
const column = z.object({
  index: z.number(),
  header: z.string(),
  role: known,
  /** It asks who somebody is: never taken over as text. */
  personal: z.boolean(),
  kind: questionKind.nullable(),
  filled: z.number(),
  distinct: z.number(),
  samples: z.array(z.string()),
})
/** `POST /api/listening/workbook`: without a plan what the workbook holds, with one what was taken over. */
export const seen = z.object({
  fileName: z.string(),
  rows: z.number(),
  from: day.nullable(),
  to: day.nullable(),
  columns: z.array(column),
})
export const problem = z.object({ row: z.number(), column: z.string(), because: z.string() })
export const bringing = z.object({
  unionId: id,
  title: words(4, 60),
  onDay: day,
  untilDay: day,
  columns: z.array(z.object({ index: z.number().int(), kind: questionKind.nullable() })).max(200),
})
