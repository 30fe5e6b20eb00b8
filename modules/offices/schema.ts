import { sql } from "drizzle-orm"
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import { temporal, universityId } from "../../kit/server/tenancy.ts"

/** An office of the Opinions (policy/offices.ts) at one place: the League committee of one faculty, say. */
export const office = pgTable(
  "office",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    scopeKind: text("scope_kind").$type<"university" | "faculty" | "class" | "unit" | "above">().notNull(),
    scopeId: text("scope_id").notNull(),
    scopeName: text("scope_name").notNull(),
    /** Name of the faculty a faculty or class office belongs to. */
    faculty: text("faculty"),
    openedBy: text("opened_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("office_place").on(t.universityId, t.kind, t.scopeId),
  ],
)

/** Who holds which post of an office, from when to when. A designation (10.3) begins a new row of the same id. */
export const officeHolder = pgTable(
  "office_holder",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    officeId: text("office_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    post: text("post").$type<"head" | "deputy" | "deputy-secretary" | "secretary" | "clerk">().notNull(),
    title: text("title").notNull(),
    /** The union a `secretary` serves. */
    unionId: text("union_id"),
    /** 专职团干部; null: not on record. */
    fullTime: boolean("full_time"),
    designated: boolean("designated").notNull().default(false),
    /** The holder this person stands in for. */
    standsInFor: text("stands_in_for"),
    basis: text("basis").$type<"appointed" | "set-up" | "stand-in">().notNull(),
    /** The paper it rests on: `校党字〔2025〕12号`. */
    source: text("source"),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id, t.openedBy] }),
    index("office_holder_number").on(t.universityId, t.number),
    index("office_holder_office").on(t.universityId, t.officeId, t.validFrom),
    index("office_holder_designated").on(t.universityId, t.validFrom).where(sql`${t.designated}`),
  ],
)
