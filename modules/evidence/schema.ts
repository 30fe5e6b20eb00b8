import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** A dated and sourced answer of an office-holder to a question the records do not yet decide. Append-only. */
export const attestation = pgTable(
  "attestation",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    question: text("question").notNull(),
    value: jsonb("value").$type<boolean | number | string>().notNull(),
    /** The day it happened or from which it holds; and the last day it speaks for (null: until replaced). */
    onDay: dayColumn("on_day").notNull(),
    until: dayColumn("until"),
    source: text("source").notNull(),
    fileId: text("file_id"),
    by: text("by_account").notNull(),
    byName: text("by_name").notNull(),
    capacity: text("capacity").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("attestation_union").on(t.universityId, t.unionId, t.question),
  ],
)

/** An attestation taken back: by whom and why. Append-only. */
export const retraction = pgTable(
  "retraction",
  {
    universityId: universityId(),
    attestationId: text("attestation_id").notNull(),
    because: text("because").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.attestationId] })],
)

/** A reason for deviating from a `general` clause, or an exception asked for from a `principle` one. */
export const explanation = pgTable(
  "explanation",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    clause: text("clause").notNull(),
    subject: text("subject"),
    reason: text("reason").notNull(),
    fileId: text("file_id"),
    fromDay: dayColumn("from_day").notNull(),
    until: dayColumn("until"),
    approved: boolean("approved").notNull().default(false),
    by: text("by_account").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    decidedByName: text("decided_by_name"),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    refusedBecause: text("refused_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("explanation_union").on(t.universityId, t.unionId, t.clause),
  ],
)
