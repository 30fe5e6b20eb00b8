import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** A seat taken: one person who attends an assembly. Ended by a replacement, never deleted. */
export const delegate = pgTable(
  "assembly_delegate",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    /** 正式代表 votes, 列席代表 does not. */
    voting: boolean("voting").notNull(),
    /** 基层团支部代表, 学生组织及社团代表, 当然代表 (outside the quota). */
    source: text("source").$type<"class" | "organisation" | "ex-officio">().notNull(),
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    /** 班级, as the register writes it. */
    className: text("class_name"),
    society: text("society"),
    /** 校、院级学生会组织骨干. */
    cadre: boolean("cadre").notNull(),
    delegation: text("delegation").notNull(),
    /** 团长 of the delegation. */
    head: boolean("head").notNull().default(false),
    from: dayColumn("from_day").notNull(),
    to: dayColumn("to_day"),
    openedBy: text("opened_by").notNull(),
    closedBy: text("closed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("assembly_delegate_once").on(t.universityId, t.assemblyId, t.number, t.openedBy),
    index("assembly_delegate_of").on(t.universityId, t.assemblyId, t.delegation),
    index("assembly_delegate_who").on(t.universityId, t.number),
  ],
)
