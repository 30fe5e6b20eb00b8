import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** 不是一回事: two needs are not proposed as one any more. One saying names all its pairs; `a` < `b`. */
export const apart = pgTable(
  "merging_apart",
  {
    universityId: universityId(),
    a: text("a").notNull(),
    b: text("b").notNull(),
    /** What was said together. */
    saying: text("saying").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    onDay: dayColumn("on_day").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.a, t.b] }),
    index("merging_apart_saying").on(t.universityId, t.saying),
  ],
)

/** Which import a need of the hand-kept register came with. */
export const brought = pgTable(
  "merging_brought",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    /** The import's change. */
    change: text("change").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId] }),
    index("merging_brought_change").on(t.universityId, t.change),
  ],
)
