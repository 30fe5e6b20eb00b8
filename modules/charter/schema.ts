import { boolean, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { dayColumn, temporal, universityId } from "../../kit/server/tenancy.ts"

/** A union's charter as one congress adopted it. In force from `adoptedOn` until a later one is. */
export const charterVersion = pgTable(
  "charter_version",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    name: text("name").notNull(),
    adoptedOn: dayColumn("adopted_on").notNull(),
    /** Who adopted it: 第三十次学生代表大会. */
    adoptedBy: text("adopted_by").notNull(),
    public: boolean("public").notNull(),
    words: text("words"),
    fileId: text("file_id"),
    openedBy: text("opened_by").notNull(),
    /** The change that withdrew it as wrongly recorded, and why. */
    withdrawnBy: text("withdrawn_by"),
    withdrawnBecause: text("withdrawn_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("charter_version_union").on(t.universityId, t.unionId, t.adoptedOn),
  ],
)

/** What a union settled for itself on a point the Opinions leave open, or stricter than they ask. */
export const localSetting = pgTable(
  "local_setting",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    kind: text("kind").$type<"limit" | "reading" | "rotation">().notNull(),
    clause: text("clause").notNull(),
    /** A `Limit` of @qiaoliang/clause, the key of a reading, or whether rotation is adopted. */
    value: jsonb("value").$type<unknown>().notNull(),
    /** The rule it stands in: 章程第十二条, 实施办法第三条. */
    source: text("source").notNull(),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("local_setting_union").on(t.universityId, t.unionId, t.kind, t.clause),
  ],
)
