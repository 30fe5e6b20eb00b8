import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Field } from "../../policy/practice/proposals.ts"

/** 座谈会、面对面、走访、问卷 of a union: planned, announced, held. */
export const listening = pgTable(
  "listening",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    kind: text("kind").$type<"talk" | "face" | "visit" | "survey">().notNull(),
    title: text("title").notNull(),
    /** The announcement: what it is about, how to take part. */
    about: text("about").notNull(),
    place: text("place").notNull(),
    /** The day it is held; of a questionnaire, the first on which it is answered. */
    onDay: dayColumn("on_day").notNull(),
    /** Of a questionnaire, the last. */
    untilDay: dayColumn("until_day").notNull(),
    /** 14:00; empty for a questionnaire. */
    fromTime: text("from_time").notNull(),
    untilTime: text("until_time").notNull(),
    /** Departments and leaders who come. */
    offices: jsonb("offices").$type<readonly string[]>().notNull(),
    /** For whom; empty: for all whom the union stands for. */
    faculties: jsonb("faculties").$type<readonly string[]>().notNull(),
    grades: jsonb("grades").$type<readonly number[]>().notNull(),
    places: integer("places"),
    state: text("state").$type<"planned" | "announced" | "held" | "cancelled">().notNull(),
    /** Why it was cancelled. */
    because: text("because"),
    attendance: integer("attendance"),
    minutes: text("minutes"),
    minutedOn: dayColumn("minuted_on"),
    minutedBy: text("minuted_by"),
    /** A questionnaire's results are public from this day on. */
    publishedOn: dayColumn("published_on"),
    /** The workbook a questionnaire held elsewhere came from. */
    importedFrom: text("imported_from"),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("listening_union").on(t.universityId, t.unionId, t.onDay),
  ],
)

/** One thing that was heard, without who said it. */
export const heard = pgTable(
  "listening_heard",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    listeningId: text("listening_id").notNull(),
    position: integer("position").notNull(),
    categoryId: text("category_id").notNull(),
    field: text("field").$type<Field>().notNull(),
    words: text("words").notNull(),
    /** From which faculty; empty where that was not noted. */
    faculty: text("faculty").notNull(),
    /** What a department answered on the spot, and which. */
    said: text("said").notNull(),
    saidBy: text("said_by").notNull(),
    /** The need it became, or was joined to. */
    needId: text("need_id"),
    joined: boolean("joined").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("listening_heard_at").on(t.universityId, t.listeningId, t.position),
    index("listening_heard_need").on(t.universityId, t.needId),
  ],
)

export const question = pgTable(
  "listening_question",
  {
    universityId: universityId(),
    listeningId: text("listening_id").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").$type<"single" | "multiple" | "scale" | "text">().notNull(),
    title: text("title").notNull(),
    options: jsonb("options").$type<readonly string[]>().notNull(),
    required: boolean("required").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.listeningId, t.id] })],
)

/**
 * That somebody has answered: an HMAC of questionnaire and person under a key outside the database. Nothing here or in
 * `listening_answer` says which of the answers is whose. Append-only.
 */
export const part = pgTable(
  "listening_part",
  {
    universityId: universityId(),
    listeningId: text("listening_id").notNull(),
    tag: text("tag").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.listeningId, t.tag] })],
)

/** How many of a faculty have answered: a sum, so that no answer carries its faculty. */
export const share = pgTable(
  "listening_share",
  {
    universityId: universityId(),
    listeningId: text("listening_id").notNull(),
    faculty: text("faculty").notNull(),
    answered: integer("answered").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.listeningId, t.faculty] })],
)

export type Given = Readonly<Record<string, readonly number[] | number | string>>

/** One filled-in questionnaire, under a random id: no person, no faculty, no time. Append-only. */
export const answer = pgTable(
  "listening_answer",
  {
    universityId: universityId(),
    listeningId: text("listening_id").notNull(),
    id: text("id").notNull(),
    given: jsonb("given").$type<Given>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.listeningId, t.id] })],
)
