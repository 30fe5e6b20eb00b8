import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Knobs, Other, Result } from "./shape.ts"

/** An allocation as it was computed, with what it was computed from. Append-only. */
export const allocation = pgTable(
  "seat_allocation",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    version: integer("version").notNull(),
    knobs: jsonb("knobs").$type<Knobs>().notNull(),
    /** The whole input, as `qiaoliang apportion` reads it. */
    file: jsonb("file").$type<Record<string, unknown>>().notNull(),
    result: jsonb("result").$type<Result>().notNull(),
    others: jsonb("others").$type<Other[]>().notNull(),
    /** The day of the register it counts by. */
    countedOn: dayColumn("counted_on").notNull(),
    because: text("because").notNull(),
    byNumber: text("by_number").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.version] })],
)

/** Which version the preparatory committee adopted; the newest holds. Append-only. */
export const adoption = pgTable(
  "seat_adoption",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    version: integer("version").notNull(),
    /** 筹备委员会第二次会议. */
    basis: text("basis").notNull(),
    byNumber: text("by_number").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.ordinal] })],
)
