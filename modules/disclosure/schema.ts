import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** One union's disclosure of one school year: where it stands. What it says is in its versions. */
export const disclosure = pgTable(
  "disclosure",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    schoolYear: integer("school_year").notNull(),
    state: text("state").$type<"draft" | "submitted" | "approved" | "published" | "taken-down">().notNull(),
    /** Number of the version being worked on. */
    version: integer("version").notNull(),
    publishedVersion: integer("published_version"),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    /** From this day on the public page is gone: set when publishing, or by taking down. */
    downOn: dayColumn("down_on"),
    noindex: boolean("noindex").notNull().default(true),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("disclosure_once").on(t.universityId, t.unionId, t.schoolYear),
  ],
)

/** What was composed, from what, and its hash. Append-only. */
export const disclosureVersion = pgTable(
  "disclosure_version",
  {
    universityId: universityId(),
    disclosureId: text("disclosure_id").notNull(),
    number: integer("number").notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    grounds: jsonb("grounds").$type<unknown>().notNull(),
    sha256: text("sha256").notNull(),
    madeBy: text("made_by").notNull(),
    madeByName: text("made_by_name").notNull(),
    madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
    /** What was done to the version before: 重新取数, 填写第六节… */
    what: text("what").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.disclosureId, t.number] })],
)

/** Who moved it, on exactly which content. Append-only. */
export const disclosureMove = pgTable(
  "disclosure_move",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    disclosureId: text("disclosure_id").notNull(),
    /** Its place among the moves of the disclosure, from 1. */
    number: integer("number").notNull().default(0),
    version: integer("version").notNull(),
    sha256: text("sha256").notNull(),
    move: text("move")
      .$type<"draft" | "edit" | "submit" | "approve" | "return" | "publish" | "take-down">()
      .notNull(),
    account: text("account").notNull(),
    name: text("name").notNull(),
    capacity: text("capacity").notNull(),
    reason: text("reason"),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("disclosure_move_of").on(t.universityId, t.disclosureId, t.at),
  ],
)
