import { customType, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { universityId } from "./tenancy.ts"

export { university } from "./tenancy.ts"

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** Who did what, when, in which capacity. Append-only. Its id is the change's id on temporal rows. */
export const logEntry = pgTable(
  "log_entry",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    account: text("account"),
    name: text("name").notNull(),
    capacity: text("capacity"),
    verb: text("verb").notNull(),
    /** Ids and counts only: never ranks, political status, or what a student wrote. */
    summary: jsonb("summary").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] }), index("log_entry_at").on(t.universityId, t.at)],
)

/** Attachments and uploads, with what proves they were not changed. */
export const file = pgTable(
  "file",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    bytes: bytes("bytes").notNull(),
    uploadedBy: text("uploaded_by"),
    uploadedAt: timestamp("uploaded_at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] })],
)

/**
 * The ledger of a university: decisions in the order they were taken, each chained to the one before
 * (packages/ledger). Append-only. What is hashed is `{topic, subject, at, body}`.
 */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    universityId: universityId(),
    seq: integer("seq").notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
    /** The kind of record (`course`). */
    topic: text("topic").notNull(),
    /** Id of what the entry is about. */
    subject: text("subject").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    prev: text("prev").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.seq] }),
    index("ledger_entry_subject").on(t.universityId, t.topic, t.subject, t.seq),
  ],
)
