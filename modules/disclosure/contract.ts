import { z } from "zod"
import { day, flag, nothing, question, verb } from "#kit/contract.ts"
import { disclosureSchema } from "./shape.ts"

export const stateSchema = z.enum(["draft", "submitted", "approved", "published", "taken-down"])

const label = z.object({ id: z.string(), name: z.string(), sha256: z.string() })
const short = z.string().trim().min(1).max(200)
const long = z.string().max(60_000)

const charterText = z.object({
  name: short,
  adopted: day.nullable(),
  text: z.string().max(400_000),
  document: label.optional(),
})
const congress = z.object({
  name: short,
  held: day,
  venue: z.string().max(200).optional(),
  delegates: z.number().int().min(0).optional(),
  present: z.number().int().min(0).optional(),
  agenda: z.array(short).max(40),
  link: z.url().optional(),
})
const responsible = z.object({
  role: short,
  name: short,
  fullTime: z.boolean().nullable(),
  remark: z.string().max(200).optional(),
})
const review = z.object({
  name: short,
  held: day,
  owed: z.number().int().min(0),
  reported: z.number().int().min(0),
  panel: z.number().int().min(0).optional(),
  note: z.string().max(200).optional(),
})

const moved = z.object({ id: z.string(), state: stateSchema, version: z.number(), sha256: z.string() })

/** Compose from the live facts: a new disclosure, or a fresh version that keeps what was filled in. */
export const draft = verb(
  "disclosure.draft",
  z.object({ unionId: z.string(), schoolYear: z.number().int().min(2019).max(2100), day: day.optional() }),
  moved,
)

export const attest = z.object({
  row: z.string().regex(/^row-\d{2,3}$/),
  answer: z.enum(["yes", "no"]),
  on: day,
  source: short,
  remark: z.string().max(200).optional(),
  document: z.string().optional(),
})

export const edit = verb(
  "disclosure.edit",
  z.object({
    id: z.string(),
    /** The version the change was made on; a newer one refuses it. */
    version: z.number().int(),
    texts: z
      .object({ congress: long, delegates: long, presidium: long, members: long, review: long })
      .partial()
      .optional(),
    shortcomings: long.optional(),
    attest: z.array(attest).max(60).optional(),
    withdraw: z.array(z.string()).max(60).optional(),
    pending: z.record(z.string(), z.string().trim().min(1).max(200).nullable()).optional(),
    masks: z.object({ rank: z.enum(["band", "value"]) }).optional(),
    supplement: z
      .object({
        charter: charterText.nullable(),
        congress: congress.nullable(),
        responsible: z.array(responsible).max(20).nullable(),
        reviews: z.array(review).max(20).nullable(),
      })
      .partial()
      .optional(),
  }),
  moved,
)

const onVersion = z.object({ id: z.string(), version: z.number().int() })

export const submit = verb("disclosure.submit", onVersion, moved)
export const approve = verb("disclosure.approve", onVersion.extend({ sha256: z.string() }), moved)
export const giveBack = verb(
  "disclosure.return",
  onVersion.extend({ reason: z.string().trim().min(2).max(500) }),
  moved,
)
export const publish = verb(
  "disclosure.publish",
  onVersion.extend({ downOn: day.optional(), noindex: z.boolean().default(true) }),
  moved,
)
export const takeDown = verb(
  "disclosure.take-down",
  z.object({ id: z.string(), on: day.optional(), reason: short }),
  moved,
)

const item = z.object({
  id: z.string(),
  unionId: z.string(),
  union: z.string(),
  level: z.enum(["school", "faculty"]),
  kind: z.enum(["undergraduate", "graduate"]),
  schoolYear: z.number(),
  state: stateSchema,
  version: z.number(),
  madeAt: z.string(),
  published: z.object({ version: z.number(), at: z.string(), downOn: z.string().nullable() }).nullable(),
})

export const list = question(
  "disclosure.list",
  z.object({ schoolYear: z.coerce.number().optional(), unionId: z.string().optional() }),
  z.object({
    items: z.array(item),
    /** Unions the asker may prepare a disclosure for. */
    mine: z.array(z.object({ id: z.string(), name: z.string() })),
    schoolYear: z.number(),
  }),
)

export const one = question(
  "disclosure.one",
  z.object({ id: z.string(), version: z.coerce.number().optional() }),
  item.extend({
    shown: z.number(),
    sha256: z.string(),
    content: disclosureSchema,
    own: z.object({
      texts: z.record(z.string(), z.string()),
      attested: z.array(
        z.object({
          row: z.string(),
          answer: z.enum(["yes", "no"]),
          by: z.string(),
          capacity: z.string(),
          on: z.string(),
          source: z.string(),
          remark: z.string().optional(),
          document: label.optional(),
        }),
      ),
      pending: z.record(z.string(), z.string()),
      shortcomings: z.string(),
      masks: z.object({ rank: z.enum(["band", "value"]) }),
      supplement: z.object({
        charter: charterText.optional(),
        congress: congress.optional(),
        responsible: z.array(responsible).optional(),
        reviews: z.array(review).optional(),
      }),
    }),
    /** The office whose approval vouches for the union's own answers here; null: they are claims. */
    vouched: z.object({ by: z.string(), capacity: z.string(), at: z.string() }).nullable(),
    /** What each row of the own form was computed from. */
    basis: z.array(
      z.object({
        row: z.string(),
        computed: z.enum(["yes", "no", "open"]),
        findings: z.array(
          z.object({
            clause: z.string(),
            verdict: z.string(),
            because: z.string(),
            limit: z.string(),
            subject: z.string().optional(),
            reading: z.string().optional(),
            cure: z.string().optional(),
            rows: z.number(),
            attested: z.string().optional(),
          }),
        ),
      }),
    ),
    obstacles: z.array(z.object({ key: z.string(), because: z.string(), cure: z.string() })),
    versions: z.array(
      z.object({ number: z.number(), sha256: z.string(), by: z.string(), at: z.string(), what: z.string() }),
    ),
    moves: z.array(
      z.object({
        move: z.string(),
        version: z.number(),
        sha256: z.string(),
        by: z.string(),
        capacity: z.string(),
        at: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    can: z.record(z.string(), z.boolean()),
    /** Why not, for what this person's post would allow: 编制人不能审核…. */
    why: z.record(z.string(), z.string()),
  }),
)

export const publicList = question(
  "disclosure.public-list",
  z.object({ all: flag.optional() }),
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        union: z.string(),
        level: z.enum(["school", "faculty"]),
        kind: z.enum(["undergraduate", "graduate"]),
        schoolYear: z.number(),
        publishedAt: z.string(),
      }),
    ),
  }),
)

export const publicOne = question(
  "disclosure.public-one",
  z.object({ id: z.string() }),
  z.object({
    id: z.string(),
    publishedAt: z.string(),
    sha256: z.string(),
    noindex: z.boolean(),
    content: disclosureSchema,
  }),
)

const formRow = z.object({
  level: z.enum(["school", "faculty"]),
  no: z.string(),
  mark: z.enum(["core", "observed"]).nullable(),
  text: z.string(),
  confirmed: z.boolean(),
  /** The university put its own wording in place of the remembered one. */
  changed: z.boolean(),
})

/** The form of a school year, and which of its rows are known from memory only. */
export const form = question(
  "disclosure.form",
  z.object({ schoolYear: z.coerce.number().int() }),
  z.object({
    schoolYear: z.number(),
    title: z.string(),
    source: z.string(),
    carriedFrom: z.number().nullable(),
    rows: z.array(formRow),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** Put the official wording in place of a remembered row, add a row the year's form has, or remove one. */
export const reword = verb(
  "disclosure.reword",
  z.object({
    schoolYear: z.number().int().min(2019).max(2100),
    level: z.enum(["school", "faculty"]),
    no: z.string().regex(/^\d{1,3}$/),
    /** Null: back to the remembered row. */
    change: z
      .object({
        text: z.string().trim().min(4).max(500).optional(),
        mark: z.enum(["core", "observed"]).nullable().optional(),
        removed: z.boolean().optional(),
        confirmed: z.boolean().optional(),
      })
      .nullable(),
  }),
  nothing,
)
