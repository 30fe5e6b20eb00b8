import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { temporal, universityId } from "../../kit/server/tenancy.ts"

export const union = pgTable(
  "student_union",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    level: text("level").$type<"school" | "faculty">().notNull(),
    kind: text("kind").$type<"undergraduate" | "graduate">().notNull(),
    /** Name of the faculty of a faculty union, as the register has it. */
    faculty: text("faculty"),
    openedBy: text("opened_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] })],
)

export const department = pgTable(
  "department",
  {
    universityId: universityId(),
    unionId: text("union_id").notNull(),
    name: text("name").notNull(),
    duties: text("duties"),
    position: integer("position").notNull().default(0),
    ...temporal(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unionId, t.name, t.openedBy] })],
)

/** One person in one post of one union. `listed` persons were named under a title 3.9 does not allow. */
export const post = pgTable(
  "post",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    department: text("department"),
    kind: text("kind").$type<"presidium" | "head" | "member" | "listed">().notNull(),
    title: text("title").notNull(),
    name: text("name").notNull(),
    /** 学号 in the register; null where nobody there matches. */
    number: text("number"),
    numberWritten: text("number_written"),
    origin: text("origin").$type<"faculty-union" | "other">(),
    originWritten: text("origin_written"),
    /** What the roster itself claimed, kept to show beside the record. */
    claimed: jsonb("claimed").$type<{
      political?: string
      rank?: string
      fails?: string
      faculty?: string
      grade?: string
    }>(),
    place: jsonb("place").$type<{ file: string; sheet: string | null; row: number | null }>(),
    /** How the person came into the post: an import, a ratified result, a draft applied (5.1). */
    basis: text("basis").notNull(),
    position: integer("position").notNull().default(0),
    ...temporal(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("post_union").on(t.universityId, t.unionId, t.validFrom),
    index("post_number").on(t.universityId, t.number),
    index("post_opened").on(t.universityId, t.openedBy),
    index("post_closed").on(t.universityId, t.closedBy),
  ],
)
