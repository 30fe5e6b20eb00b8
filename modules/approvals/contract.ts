import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"
import { cents, kind, reach, requestLine, values } from "./shapes.ts"

export { one } from "./contract-one.ts"

const state = z.enum(["open", "passed", "closed", "refused", "withdrawn", "late", "summary-late"])

const files = z.array(z.string()).max(20).default([])
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
