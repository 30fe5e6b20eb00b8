import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Base, Op } from "./ops.ts"

/** Changes to one union tried on a copy, until they are applied or dropped. */
export const draft = pgTable(
  "draft",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    title: text("title").notNull(),
    ops: jsonb("ops").$type<Op[]>().notNull(),
    /** The day the copy was taken, and what it was taken of: to notice changes made meanwhile. */
    baseDay: dayColumn("base_day").notNull(),
    base: jsonb("base").$type<Base>().notNull(),
    shared: boolean("shared").notNull().default(false),
    status: text("status").$type<"open" | "applied" | "dropped">().notNull().default("open"),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    appliedFrom: dayColumn("applied_from"),
    appliedByName: text("applied_by_name"),
    appliedAt: timestamp("applied_at", { withTimezone: true }),
    /** The change that wrote it into the roster. */
    appliedChange: text("applied_change"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("draft_union").on(t.universityId, t.unionId, t.createdAt),
  ],
)
