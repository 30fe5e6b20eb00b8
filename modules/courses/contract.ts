import { z } from "zod"
import { day, flag, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

const words = z.string().trim().max(2000)

export const moveInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("pass"),
    step: z.string(),
    office: z.string(),
    version: z.string(),
    says: z.record(z.string(), words).optional(),
  }),
  z.object({ kind: z.literal("return"), step: z.string(), to: z.string(), because: words }),
  z.object({ kind: z.literal("refuse"), step: z.string(), because: words }),
  z.object({ kind: z.literal("withdraw"), because: words }),
  z.object({ kind: z.literal("object"), because: words }),
  z.object({ kind: z.literal("settle"), objection: z.number().int(), because: words }),
])

const ask = z.object({ key: z.string(), label: z.string(), min: z.number(), max: z.number() })

export const offerView = z.object({
  kind: z.enum(["pass", "return", "refuse", "withdraw", "amend", "object", "settle"]),
  step: z.string().optional(),
  label: z.string().optional(),
  office: z.string().optional(),
  /** In whose name: 文学院团组织 书记. */
  capacity: z.string().optional(),
  to: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  asks: z.array(ask).optional(),
  objections: z.array(z.number()).optional(),
  clause: z.string(),
})

const status = z.enum(["open", "passed", "refused", "withdrawn"])

export const stepView = z.object({
  id: z.string(),
  label: z.string(),
  offices: z.array(
    z.object({
      name: z.string(),
      signed: z.boolean(),
      /** Whose signature stands, and since when. */
      by: z.string().optional(),
      on: day.optional(),
    }),
  ),
  stage: z.enum(["done", "here", "ahead"]),
  extra: z.boolean(),
  notice: z.number().optional(),
  clause: z.string(),
})

export const courseView = z.object({
  id: z.string(),
  title: z.string(),
  procedure: z.object({ id: z.string(), title: z.string(), clause: z.string() }),
  subject: z.string(),
  href: z.string(),
  status,
  applicant: z.string(),
  openedOn: day,
  endedOn: day.nullable(),
  since: day,
  due: day.nullable(),
  overdue: z.boolean(),
  /** The last day of the public notice it stands at. */
  noticeEnds: day.nullable(),
  version: z.string(),
  steps: z.array(stepView),
  objections: z.array(
    z.object({
      id: z.number(),
      because: z.string(),
      on: day,
      answer: z.string().nullable(),
      answeredOn: day.nullable(),
    }),
  ),
  moves: z.array(
    z.object({
      seq: z.number(),
      kind: z.enum(["begin", "pass", "return", "refuse", "withdraw", "amend", "object", "settle"]),
      step: z.string().nullable(),
      to: z.string().nullable(),
      /** Who objected is for the offices of the chain only: null to everybody else. */
      name: z.string().nullable(),
      capacity: z.string(),
      at: z.string(),
      /** The day it counts for: the product's own today, which stands still in a sample university. */
      on: day,
      because: z.string().nullable(),
      says: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  /** What the person asking may do now. */
  offers: z.array(offerView),
})

/** One course: the steps, what was done, what the person may do. */
export const one = question("courses.one", z.object({ id: z.string() }), courseView)

/** One move in a course. */
export const move = verb("courses.move", z.object({ id: z.string(), move: moveInput }), z.object({ status }))

/**
 * One decision over many courses, with individual exceptions: all of it in one transaction, or nothing and
 * a refusal that names the first course it failed on. For `return`, `to` is the step before.
 */
export const batch = verb(
  "courses.batch",
  z.object({
    ids: z.array(z.string()).min(1).max(500),
    decision: z.enum(["pass", "return", "refuse"]),
    because: words.optional(),
    says: z.record(z.string(), words).optional(),
    exceptions: z
      .array(
        z.object({
          id: z.string(),
          decision: z.enum(["pass", "return", "refuse", "skip"]),
          because: words.optional(),
        }),
      )
      .max(500)
      .default([]),
  }),
  z.object({ passed: z.number(), returned: z.number(), refused: z.number(), skipped: z.number() }),
)

const line = z.object({
  id: z.string(),
  title: z.string(),
  procedure: z.string(),
  procedureTitle: z.string(),
  clause: z.string(),
  href: z.string(),
  status,
  /** The step it stands at. */
  step: z.string().nullable(),
  since: day,
  due: day.nullable(),
  overdue: z.boolean(),
  /** Waits for the person asking. */
  mine: z.boolean(),
  /** What the person may decide about it now, alone or with others. */
  may: z.array(z.enum(["pass", "return", "refuse"])),
  /** What whoever passes it must say. */
  asks: z.array(ask),
})

/** Matters the person's posts have a part in; with `mine` those that wait for the person, the most urgent first. */
export const list = question(
  "courses.list",
  z.object({
    procedure: z.string().optional(),
    status: status.optional(),
    text: z.string().trim().max(80).optional(),
    mine: flag.optional(),
    ...paging,
  }),
  pageOf(line).extend({ procedures: z.array(z.object({ id: z.string(), title: z.string() })) }),
)

/** Every procedure of the product as it reads today, with the steps the university added. */
export const procedures = question(
  "courses.procedures",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        clause: z.string(),
        module: z.string(),
        steps: z.array(stepView.extend({ days: z.number().optional(), extraId: z.string().optional() })),
      }),
    ),
    offices: z.array(z.object({ id: z.string(), name: z.string() })),
    can: z.object({ arrange: z.boolean() }),
  }),
)

export const addStep = verb(
  "courses.add-step",
  z.object({
    procedure: z.string(),
    after: z.string().nullable(),
    office: z.string(),
    label: z.string().trim().min(2).max(40),
    days: z.number().int().min(1).max(60).optional(),
  }),
  z.object({ id: z.string() }),
)

/** Courses that begin from today no longer have the added step; a step of the clause cannot be taken out. */
export const endStep = verb("courses.end-step", z.object({ id: z.string() }), nothing)

/** The working days of a year: the national arrangement and the university's corrections. */
export const calendar = question(
  "courses.calendar",
  z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  z.object({
    /** Days that differ from Monday to Friday. */
    days: z.array(
      z.object({ day, works: z.boolean(), note: z.string(), own: z.boolean(), by: z.string().nullable() }),
    ),
    can: z.object({ arrange: z.boolean() }),
  }),
)

export const setDay = verb(
  "courses.set-day",
  z.object({ day, works: z.boolean(), note: z.string().trim().min(2).max(60) }),
  nothing,
)

export const clearDay = verb("courses.clear-day", z.object({ day }), nothing)

/** The end of the university's ledger: two people who see the same hash saw the same record. */
export const ledger = question(
  "courses.ledger",
  nothing,
  z.object({ entries: z.number(), hash: z.string().nullable() }),
)
