import type { Attested, Explanation, Place, Row, Verdict } from "@qiaoliang/clause"
import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** The register: what was found of each union, from when until when. A changed finding closes the old row. */
export const finding = pgTable(
  "finding",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    clause: text("clause").notNull(),
    subject: text("subject"),
    verdict: text("verdict").$type<Verdict>().notNull(),
    value: jsonb("value").$type<number | string | null>(),
    limit: text("limit_text").notNull(),
    reading: text("reading"),
    because: text("because").notNull(),
    cure: text("cure"),
    rows: jsonb("rows").$type<Row[]>().notNull(),
    at: jsonb("at").$type<Place>(),
    attested: jsonb("attested").$type<Attested>(),
    explanation: jsonb("explanation").$type<Explanation>(),
    local: boolean("local").notNull().default(false),
    asOf: dayColumn("as_of").notNull(),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    change: text("change").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("finding_open").on(t.universityId, t.unionId, t.closedAt),
    index("finding_clause").on(t.universityId, t.unionId, t.clause, t.openedAt),
  ],
)
