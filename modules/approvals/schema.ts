import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Values } from "./field.ts"
import type { Attached } from "./request.ts"

const at = () => timestamp("at", { withTimezone: true }).notNull()

/** A request of 10.4 or a prior report of 7.4. Its id is its course's; the status is kept beside for lists. */
export const request = pgTable(
  "request",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    kind: text("kind").$type<"activity" | "information" | "external" | "funds" | "report">().notNull(),
    title: text("title").notNull(),
    /** What it was made for, such as an agenda item. */
    madeFor: text("made_for"),
    applicant: text("applicant").notNull(),
    applicantName: text("applicant_name").notNull(),
    applicantTitle: text("applicant_title").notNull(),
    filedOn: dayColumn("filed_on").notNull(),
    /** The day it takes effect, by its last version. */
    onDay: dayColumn("on_day").notNull(),
    lead: integer("lead").notNull(),
    /** The lead time asked when it was filed. */
    asked: integer("asked").notNull(),
    version: integer("version").notNull(),
    /** 分; null where the kind has no money. */
    amount: integer("amount"),
    declaredMajor: boolean("declared_major").notNull(),
    status: text("status").$type<"open" | "passed" | "refused" | "withdrawn">().notNull(),
    endedOn: dayColumn("ended_on"),
    summaryDue: dayColumn("summary_due"),
    summarizedOn: dayColumn("summarized_on"),
    closedOn: dayColumn("closed_on"),
    closedByName: text("closed_by_name"),
    /** Approved and then not done: why. */
    cancelledBecause: text("cancelled_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("request_union").on(t.universityId, t.unionId, t.filedOn),
    index("request_day").on(t.universityId, t.onDay),
  ],
)

/** What was handed in, version by version. Append-only. */
export const requestVersion = pgTable(
  "request_version",
  {
    universityId: universityId(),
    requestId: text("request_id").notNull(),
    number: integer("number").notNull(),
    hash: text("hash").notNull(),
    fields: jsonb("fields").$type<Values>().notNull(),
    files: jsonb("files").$type<readonly Attached[]>().notNull(),
    onDay: dayColumn("on_day").notNull(),
    madeOn: dayColumn("made_on").notNull(),
    byName: text("by_name").notNull(),
    /** Why it was changed; null for the first. */
    because: text("because"),
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.requestId, t.number] }),
    index("request_version_files").using("gin", t.files),
  ],
)

/** A version that went through all its steps. Append-only. */
export const requestApproval = pgTable(
  "request_approval",
  {
    universityId: universityId(),
    requestId: text("request_id").notNull(),
    number: integer("number").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
    conditions: text("conditions"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.requestId, t.number] })],
)

/** Money spent under an approval, in 分; a mistake is struck out by another row. Append-only. */
export const requestSpending = pgTable(
  "request_spending",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    requestId: text("request_id").notNull(),
    what: text("what").notNull(),
    amount: integer("amount").notNull(),
    onDay: dayColumn("on_day").notNull(),
    /** The receipt. */
    fileId: text("file_id"),
    strikes: text("strikes"),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("request_spending_request").on(t.universityId, t.requestId),
  ],
)

/** Goods given back. Append-only. */
export const requestReturn = pgTable(
  "request_return",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    requestId: text("request_id").notNull(),
    item: text("item").notNull(),
    count: integer("count").notNull(),
    condition: text("condition").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("request_return_request").on(t.universityId, t.requestId),
  ],
)

/** What came of an activity; may be corrected until it is closed. */
export const requestSummary = pgTable(
  "request_summary",
  {
    universityId: universityId(),
    requestId: text("request_id").notNull(),
    heldOn: dayColumn("held_on").notNull(),
    text: text("text").notNull(),
    participants: integer("participants").notNull(),
    /** Participants by faculty and year of entry, as numbers. */
    reach: jsonb("reach").$type<readonly { faculty: string; grade: number; count: number }[]>().notNull(),
    files: jsonb("files").$type<readonly Attached[]>().notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.requestId] })],
)

/** A matter the League committee found to be major, or no longer (10.2). Append-only; the last row counts. */
export const requestMark = pgTable(
  "request_mark",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    requestId: text("request_id").notNull(),
    major: boolean("major").notNull(),
    because: text("because").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("request_mark_request").on(t.universityId, t.requestId),
  ],
)

/** A report of the League committee to the Party committee. Its id is its course's. Append-only. */
export const partyReport = pgTable(
  "party_report",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    requestId: text("request_id").notNull(),
    text: text("text").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("party_report_request").on(t.universityId, t.requestId),
  ],
)

/** The lead time a university set for a kind, in place of practice's. */
export const requestLead = pgTable(
  "request_lead",
  {
    universityId: universityId(),
    kind: text("kind").notNull(),
    days: integer("days").notNull(),
    source: text("source").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.kind] })],
)
