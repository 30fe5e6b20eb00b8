import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { universityId } from "../../kit/server/tenancy.ts"

/** Coming in and going out, in order: the last line of a person says whether he or she is there. Append-only. */
export const attendance = pgTable(
  "assembly_attendance",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    what: text("what").$type<"in" | "out">().notNull(),
    by: text("by").$type<"code" | "list">().notNull(),
    /** The steward who ticked the list; null where the delegate scanned the code. */
    recordedBy: text("recorded_by"),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("assembly_attendance_of").on(t.universityId, t.assemblyId, t.number, t.id),
  ],
)
