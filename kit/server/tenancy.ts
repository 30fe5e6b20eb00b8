import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"

/**
 * Every tenant table begins with this column, first in its primary key and unique indexes.
 * `harden` (migrate.ts) turns row-level security on for each table that has it.
 */
export const universityId = () => text("university_id").notNull()

/** A day column: `YYYY-MM-DD` as text, compared as text. Postgres checks it is one. */
export const dayColumn = (name: string) => text(name)

/**
 * Temporal rows: true from `validFrom` until the day before `validTo` (null: still). `openedBy` and
 * `closedBy` name the change that did it, so that a change can be undone whole. A correction on the
 * day a row began closes it on that same day: an empty interval, true on no day, kept for the undo.
 */
export const temporal = () => ({
  validFrom: dayColumn("valid_from").notNull(),
  validTo: dayColumn("valid_to"),
  openedBy: text("opened_by").notNull(),
  closedBy: text("closed_by"),
})

/** The tenants themselves: what everybody may know of a university. Not a tenant table. */
export const university = pgTable("university", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  shortName: text("short_name").notNull(),
  /** A fixed day that stands for today: for the sample university, whose records end there. */
  referenceDay: dayColumn("reference_day"),
  sample: text("sample"),
  settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
})
