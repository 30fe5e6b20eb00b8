import { integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"
import { universityId } from "../../kit/server/tenancy.ts"

/** Coming in and going out, in order: the last line of a person says whether he or she is there. Append-only. */
export const attendance = pgTable(
  "assembly_attendance",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    /** Which line of this person it is: 1, 2, 3… */
    nth: integer("nth").notNull(),
    what: text("what").$type<"in" | "out">().notNull(),
    by: text("by").$type<"code" | "list">().notNull(),
    /** The steward who ticked the list; null where the delegate scanned the code. */
    recordedBy: text("recorded_by"),
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** The line this one takes back: a slip of the steward, no coming or going. */
    undoes: text("undoes"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("assembly_attendance_of").on(t.universityId, t.assemblyId, t.number, t.nth),
  ],
)

/** One line an assembly, kept with every coming and going: what a hall full of phones asks for every few seconds. */
export const roll = pgTable(
  "assembly_roll",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    /** Key of the codes. Never leaves the server. */
    secret: text("secret").notNull(),
    /** Delegates with a vote, and those of them who are there. */
    due: integer("due").notNull(),
    present: integer("present").notNull(),
    /** Others who attend and are there. */
    others: integer("others").notNull(),
    /** Goes up with every change. */
    seq: integer("seq").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId] })],
)
