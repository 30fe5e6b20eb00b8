import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { dayColumn, temporal, universityId } from "../../kit/server/tenancy.ts"

/** A congress that was held, as its list of delegates tells of it. */
export const congress = pgTable(
  "congress",
  {
    universityId: universityId(),
    name: text("name").notNull(),
    unionId: text("union_id").notNull(),
    held: dayColumn("held").notNull(),
    place: jsonb("place").$type<{ file: string; sheet: string | null; row: number | null }>(),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.name, t.openedBy] }),
    index("congress_union").on(t.universityId, t.unionId, t.held),
  ],
)

export const delegate = pgTable(
  "delegate",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    congress: text("congress").notNull(),
    name: text("name").notNull(),
    number: text("number"),
    numberWritten: text("number_written"),
    delegation: text("delegation"),
    faculty: text("faculty"),
    grade: integer("grade"),
    society: text("society"),
    source: text("source"),
    cadre: boolean("cadre"),
    place: jsonb("place").$type<{ file: string; sheet: string | null; row: number | null }>(),
    position: integer("position").notNull(),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("delegate_congress").on(t.universityId, t.congress, t.openedBy),
  ],
)
