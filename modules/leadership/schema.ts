import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, temporal, universityId } from "../../kit/server/tenancy.ts"

const recorded = () => ({
  byName: text("by_name").notNull(),
  capacity: text("capacity").notNull(),
  at: timestamp("at", { withTimezone: true }).notNull(),
})

/** A session in which a Party organisation hears its unions (9.3). Null faculty: the school's. */
export const hearing = pgTable(
  "hearing",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    faculty: text("faculty"),
    title: text("title").notNull(),
    onDay: dayColumn("on_day").notNull(),
    unions: jsonb("unions").$type<readonly string[]>().notNull(),
    reporter: text("reporter").notNull(),
    ...recorded(),
    heldOn: dayColumn("held_on"),
    minutesId: text("minutes_id"),
    summary: text("summary"),
    heldBy: text("held_by"),
    calledOffBecause: text("called_off_because"),
    calledOffBy: text("called_off_by"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] }), index("hearing_day").on(t.universityId, t.onDay)],
)

/** What a union reports, on paper. The latest counts. Append-only. */
export const hearingReport = pgTable(
  "hearing_report",
  {
    universityId: universityId(),
    hearingId: text("hearing_id").notNull(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    fileId: text("file_id").notNull(),
    ...recorded(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.hearingId, t.id] })],
)

/** What was decided, and whose duty it is until when. Append-only. */
export const hearingDecision = pgTable(
  "hearing_decision",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    hearingId: text("hearing_id").notNull(),
    words: text("words").notNull(),
    /** Kind of the responsible office, or `union` with its id. */
    office: text("office").notNull(),
    unionId: text("union_id"),
    due: dayColumn("due").notNull(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("hearing_decision_hearing").on(t.universityId, t.hearingId),
  ],
)

/** A duty done: by whom, when, what came of it. Append-only. */
export const decisionDone = pgTable(
  "decision_done",
  {
    universityId: universityId(),
    decisionId: text("decision_id").notNull(),
    onDay: dayColumn("on_day").notNull(),
    note: text("note").notNull(),
    ...recorded(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.decisionId] })],
)

/** A rule, a work plan or a selection plan (9.4). Null union: for all unions of the university. */
export const jointDocument = pgTable(
  "joint_document",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    kind: text("kind").$type<"rule" | "plan" | "selection">().notNull(),
    unionId: text("union_id"),
    openedBy: text("opened_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] })],
)

/** One version as it was put before the two offices. `repeal`: it ends the document. Append-only. */
export const jointVersion = pgTable(
  "joint_version",
  {
    universityId: universityId(),
    documentId: text("document_id").notNull(),
    no: integer("no").notNull(),
    title: text("title").notNull(),
    words: text("words").notNull(),
    fileId: text("file_id"),
    /** SHA-256 over everything that is signed. */
    hash: text("hash").notNull(),
    fromDay: dayColumn("from_day").notNull(),
    untilDay: dayColumn("until_day"),
    public: boolean("public").notNull(),
    repeal: boolean("repeal").notNull(),
    courseId: text("course_id").notNull(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.documentId, t.no] }),
    index("joint_version_file").on(t.universityId, t.fileId),
  ],
)

/** From when to when a version is in force. */
export const jointForce = pgTable(
  "joint_force",
  {
    universityId: universityId(),
    documentId: text("document_id").notNull(),
    no: integer("no").notNull(),
    ...temporal(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.documentId, t.no] })],
)

/** Guidance given to a union (2.3, 10.1), or what was filed with the federation. Append-only. */
export const guidance = pgTable(
  "guidance",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    kind: text("kind").$type<"union" | "league" | "federation" | "filing">().notNull(),
    onDay: dayColumn("on_day").notNull(),
    topic: text("topic").notNull(),
    words: text("words").notNull(),
    fileId: text("file_id"),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("guidance_union").on(t.universityId, t.unionId, t.onDay),
  ],
)

/** What the union guided says to it. Append-only. */
export const guidanceAnswer = pgTable(
  "guidance_answer",
  {
    universityId: universityId(),
    guidanceId: text("guidance_id").notNull(),
    happened: boolean("happened").notNull(),
    note: text("note").notNull(),
    ...recorded(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.guidanceId] })],
)
