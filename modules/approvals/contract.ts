import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

const kind = z.enum(["activity", "information", "external", "funds", "report"])
const standing = z.enum(["in-time", "short", "after"])
const status = z.enum(["open", "passed", "refused", "withdrawn"])
const state = z.enum(["open", "passed", "closed", "refused", "withdrawn", "late", "summary-late"])

const plain = z.union([z.string().max(10_000), z.number(), z.boolean()])
const values = z.record(
  z.string().max(40),
  z.union([plain, z.array(z.record(z.string().max(40), plain)).max(100)]),
)
const files = z.array(z.string()).max(20).default([])
const cents = z.number().int()
const because = z.string().trim().min(2).max(500)
const id = z.object({ id: z.string() })

/** Hand in a request. `for`: what it is made for, such as an agenda item. */
export const file = verb(
  "approvals.file",
  z.object({
    unionId: z.string(),
    kind,
    title: z.string().trim().min(2).max(80),
    fields: values,
    files,
    for: z.string().max(60).optional(),
  }),
  id,
)

/** Change a request: a new version, which goes back to review. */
export const amend = verb(
  "approvals.amend",
  z.object({ id: z.string(), fields: values, files, because }),
  z.object({ version: z.number() }),
)

/** Money spent, in 分, with its receipt. */
export const spend = verb(
  "approvals.spend",
  z.object({
    id: z.string(),
    what: z.string().trim().min(2).max(120),
    amount: cents.positive().max(1_000_000_000),
    on: day,
    fileId: z.string(),
  }),
  id,
)

/** Strike an entry out, with the reason; it stays on record. */
export const strike = verb("approvals.strike", z.object({ id: z.string(), entry: z.string(), because }), id)

export const giveBack = verb(
  "approvals.give-back",
  z.object({
    id: z.string(),
    item: z.string().max(80),
    count: z.number().int().positive(),
    condition: z.string().trim().min(2).max(200),
    on: day,
  }),
  id,
)

const reach = z.array(
  z.object({
    faculty: z.string().max(60),
    grade: z.number().int().min(2000).max(2100),
    count: z.number().int().min(1).max(200_000),
  }),
)

/** What came of an activity: its summary, and whom it reached, in numbers. */
export const archive = verb(
  "approvals.archive",
  z.object({
    id: z.string(),
    heldOn: day,
    text: z.string().trim().min(10).max(8000),
    participants: z.number().int().min(0).max(200_000),
    reach: reach.max(400).default([]),
    files,
  }),
  id,
)

export const close = verb("approvals.close", id, id)

/** Approved, and then not done. */
export const cancel = verb("approvals.cancel", z.object({ id: z.string(), because }), id)

/** The League committee finds a matter to be major, or no longer (10.2). */
export const mark = verb("approvals.mark", z.object({ id: z.string(), major: z.boolean(), because }), id)

/** 10.2: sent on to the Party committee. */
export const inform = verb(
  "approvals.inform",
  z.object({ id: z.string(), text: z.string().trim().min(10).max(4000) }),
  z.object({ courseId: z.string() }),
)

export const setLead = verb(
  "approvals.set-lead",
  z.object({ kind, days: z.number().int().min(1).max(60), source: z.string().trim().min(2).max(120) }),
  nothing,
)

export const requestLine = z.object({
  id: z.string(),
  kind,
  kindTitle: z.string(),
  title: z.string(),
  unionId: z.string(),
  union: z.string(),
  applicant: z.string(),
  filedOn: day,
  on: day,
  lead: z.number(),
  asked: z.number(),
  standing,
  status,
  version: z.number(),
  amount: cents.nullable(),
  summaryDue: day.nullable(),
  summarizedOn: day.nullable(),
  closedOn: day.nullable(),
  cancelled: z.boolean(),
})

const unionName = z.object({ id: z.string(), name: z.string() })

/** Requests the person may read, the newest first. */
export const list = question(
  "approvals.list",
  z.object({
    unionId: z.string().optional(),
    kind: kind.optional(),
    state: state.optional(),
    text: z.string().trim().max(80).optional(),
    ...paging,
  }),
  pageOf(requestLine).extend({
    unions: z.array(unionName),
    can: z.object({ file: z.boolean(), review: z.boolean(), arrange: z.boolean() }),
  }),
)

/** Approved activities of a month, `2025-11`. */
export const calendar = question(
  "approvals.calendar",
  z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), unionId: z.string().optional() }),
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        union: z.string(),
        starts: z.string(),
        ends: z.string(),
        venue: z.string(),
      }),
    ),
    idle: z.array(day),
  }),
)

/** What waits for the person's review, the most urgent first. */
export const queue = question(
  "approvals.queue",
  nothing,
  z.object({
    items: z.array(
      requestLine.extend({
        step: z.string(),
        since: day,
        due: day.nullable(),
        overdue: z.boolean(),
        gist: z.string(),
        capacity: z.string(),
      }),
    ),
    /** Activities and money that can be closed. */
    toClose: z.array(requestLine),
  }),
)

/** What the form needs: for whom the person may file, and the lead times. */
export const form = question(
  "approvals.form",
  nothing,
  z.object({
    unions: z.array(unionName),
    leads: z.array(
      z.object({
        kind,
        days: z.number(),
        source: z.string(),
        own: z.boolean(),
        /** The earliest day that is in time when filed today. */
        earliest: day,
      }),
    ),
    can: z.object({ arrange: z.boolean() }),
  }),
)

const told = z.object({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
})
const document = z.object({ id: z.string(), name: z.string() })

export const one = question(
  "approvals.one",
  id,
  requestLine.extend({
    form: z.string(),
    clause: z.string(),
    onLabel: z.string(),
    filesLabel: z.string(),
    applicantTitle: z.string(),
    fields: z.array(told),
    /** As filled in, for the form that changes it. */
    values,
    files: z.array(document),
    versions: z.array(
      z.object({
        number: z.number(),
        by: z.string(),
        at: z.string(),
        because: z.string().nullable(),
        approvedOn: day.nullable(),
        approvedBy: z.string().nullable(),
        conditions: z.string().nullable(),
        changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    /** In force: approved as it stands, not closed. */
    inForce: z.boolean(),
    money: z
      .object({
        approved: cents,
        spent: cents,
        remainder: cents,
        entries: z.array(
          z.object({
            id: z.string(),
            what: z.string(),
            amount: cents,
            on: day,
            by: z.string(),
            receipt: document.nullable(),
            struck: z.boolean(),
            strikes: z.boolean(),
          }),
        ),
      })
      .nullable(),
    goods: z
      .object({
        returnOn: day,
        items: z.array(
          z.object({ name: z.string(), unit: z.string(), count: z.number(), returned: z.number() }),
        ),
        returns: z.array(
          z.object({
            item: z.string(),
            count: z.number(),
            condition: z.string(),
            on: day,
            by: z.string(),
          }),
        ),
      })
      .nullable(),
    summary: z
      .object({
        heldOn: day,
        text: z.string(),
        participants: z.number(),
        reach,
        files: z.array(document),
        on: day,
        by: z.string(),
        late: z.boolean(),
      })
      .nullable(),
    closedBy: z.string().nullable(),
    cancelledBecause: z.string().nullable(),
    major: z.object({
      declared: z.boolean(),
      marked: z.object({ on: day, by: z.string(), because: z.string() }).nullable(),
    }),
    reports: z.array(z.object({ courseId: z.string(), on: day, by: z.string(), text: z.string() })),
    can: z.object({
      amend: z.boolean(),
      spend: z.boolean(),
      giveBack: z.boolean(),
      archive: z.boolean(),
      close: z.boolean(),
      cancel: z.boolean(),
      mark: z.boolean(),
      inform: z.boolean(),
    }),
  }),
)
