import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Matter } from "./matters.ts"
import type { Member, Turn } from "./rotation.ts"

/** A plan of turns: proposed, then in force from the day more than half of the presidium agreed. */
export const rotationPlan = pgTable(
  "rotation_plan",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    /** The union's first proposal is 1; of two adopted on one day the later holds. */
    version: integer("version").notNull(),
    /** All turns, those before included: an earlier plan is never needed to read a later one. */
    turns: jsonb("turns").$type<Turn[]>().notNull(),
    members: jsonb("members").$type<Member[]>().notNull(),
    because: text("because").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    adoptedOn: dayColumn("adopted_on"),
    /** The proposal that took its place before it was adopted, or `expired`. */
    replacedBy: text("replaced_by"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("rotation_plan_union").on(t.universityId, t.unionId, t.version),
  ],
)

/** A member agrees to one plan. Append-only. */
export const rotationConsent = pgTable(
  "rotation_consent",
  {
    universityId: universityId(),
    planId: text("plan_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.planId, t.number] })],
)

/** Who does the executive chair's work for some days, and why. */
export const standIn = pgTable(
  "chair_stand_in",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    forName: text("for_name").notNull(),
    fromDay: dayColumn("from_day").notNull(),
    /** The last day. */
    untilDay: dayColumn("until_day").notNull(),
    because: text("because").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("chair_stand_in_union").on(t.universityId, t.unionId, t.fromDay),
  ],
)

/** What one chair hands to the next at the semester's change. */
export const handover = pgTable(
  "chair_handover",
  {
    universityId: universityId(),
    unionId: text("union_id").notNull(),
    schoolYear: integer("school_year").notNull(),
    half: integer("half").$type<1 | 2>().notNull(),
    note: text("note").notNull(),
    matters: jsonb("matters").$type<Matter[]>().notNull(),
    givenBy: text("given_by").notNull(),
    givenByName: text("given_by_name").notNull(),
    givenOn: dayColumn("given_on").notNull(),
    takenBy: text("taken_by"),
    takenByName: text("taken_by_name"),
    takenOn: dayColumn("taken_on"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unionId, t.schoolYear, t.half] })],
)

/** The secret address of a union's calendar: its SHA-256 only. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    universityId: universityId(),
    unionId: text("union_id").notNull(),
    secretHash: text("secret_hash").notNull(),
    madeByName: text("made_by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unionId] })],
)
