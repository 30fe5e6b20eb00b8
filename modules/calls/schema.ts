import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Condition } from "../../policy/index.ts"
import type { Content } from "./call.ts"

/** A 选拔通知 as it reads now; every wording it had since it was published is in `call_version`. */
export const openCall = pgTable(
  "open_call",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    state: text("state").$type<"draft" | "published" | "cancelled">().notNull(),
    content: jsonb("content").$type<Content>().notNull(),
    /** Out of the content, for the lists. */
    opensOn: dayColumn("opens_on").notNull(),
    closesOn: dayColumn("closes_on").notNull(),
    publishedOn: dayColumn("published_on"),
    /** Closed before its day, or called off: when and why. */
    closedOn: dayColumn("closed_on"),
    endedBecause: text("ended_because"),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("open_call_union").on(t.universityId, t.unionId, t.opensOn),
  ],
)

/** What everybody could read, version by version. Append-only. */
export const callVersion = pgTable(
  "call_version",
  {
    universityId: universityId(),
    callId: text("call_id").notNull(),
    version: integer("version").notNull(),
    content: jsonb("content").$type<Content>().notNull(),
    /** None for the first. */
    because: text("because"),
    byName: text("by_name").notNull(),
    capacity: text("capacity").notNull(),
    on: dayColumn("on_day").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.callId, t.version] })],
)

/** One person's application for one post of a call. */
export const application = pgTable(
  "application",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    callId: text("call_id").notNull(),
    postId: text("post_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    faculty: text("faculty").notNull(),
    className: text("class_name"),
    grade: integer("grade").notNull(),
    level: text("level").$type<"undergraduate" | "master" | "doctor">().notNull(),
    postKind: text("post_kind")
      .$type<"school-presidium" | "school-member" | "faculty-presidium" | "faculty-staff">()
      .notNull(),
    department: text("department"),
    source: text("source").$type<"faculty-union" | "school-union" | "exemplar" | "other">().notNull(),
    sourceNote: text("source_note").notNull(),
    /** The post the rosters know that bears the source out. */
    sourceOnRecord: text("source_on_record"),
    statement: text("statement").notNull(),
    achievements: text("achievements").notNull(),
    conditions: jsonb("conditions").$type<readonly Condition[]>().notNull(),
    version: text("version").notNull(),
    status: text("status").$type<"submitted" | "withdrawn" | "determined" | "not-determined">().notNull(),
    submittedOn: dayColumn("submitted_on").notNull(),
    changedOn: dayColumn("changed_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("application_once")
      .on(t.universityId, t.callId, t.postId, t.number)
      .where(sql`status <> 'withdrawn'`),
    index("application_number").on(t.universityId, t.number),
  ],
)

/** Every version that was handed in, so that a decision can show what it was bound to. Append-only. */
export const applicationVersion = pgTable(
  "application_version",
  {
    universityId: universityId(),
    applicationId: text("application_id").notNull(),
    seq: integer("seq").notNull(),
    version: text("version").notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.applicationId, t.seq] })],
)
