import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"

/**
 * Every tenant table begins with this column, first in its primary key and unique indexes.
 * `harden` (migrate.ts) turns row-level security on for each table that has it.
 */
export const universityId = () => text("university_id").notNull()

/** A day column: `YYYY-MM-DD` as text, compared as text. Postgres checks it is one. */
export const dayColumn = (name: string) => text(name)

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
