import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Attendee, Paper, Person, Quorum } from "./meeting.ts"

/** What a union settled for its presidium's meetings. Append-only: the newest version holds. */
export const meetingRules = pgTable(
  "meeting_rules",
  {
    universityId: universityId(),
    unionId: text("union_id").notNull(),
    version: integer("version").notNull(),
    /** 重要事项: what only a resolution decides, after its prior report (2.2a, 7.4). */
    matters: jsonb("matters").$type<string[]>().notNull(),
    quorum: text("quorum").$type<Quorum>().notNull(),
    source: text("source").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unionId, t.version] })],
)

export const meeting = pgTable(
  "presidium_meeting",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    schoolYear: integer("school_year").notNull(),
    half: integer("half").$type<1 | 2>().notNull(),
    /** The how-manyth of the school year. */
    ordinal: integer("ordinal").notNull(),
    title: text("title").notNull(),
    day: dayColumn("day").notNull(),
    /** `19:00`, China's time. */
    time: text("time").notNull(),
    place: text("place").notNull(),
    convener: jsonb("convener").$type<Person>().notNull(),
    convenedAs: text("convened_as").$type<"chair" | "stand-in" | "member">().notNull(),
    convenedOn: dayColumn("convened_on").notNull(),
    /** The rule by which the convener convened, in its words of that day (2.2c). */
    reading: text("reading").notNull(),
    state: text("state").$type<"convened" | "open" | "closed" | "cancelled">().notNull(),
    presiding: jsonb("presiding").$type<Person>(),
    /** The members of the day it was opened; the presence of each once the roll was called. */
    attendance: jsonb("attendance").$type<Attendee[]>(),
    guests: jsonb("guests").$type<string[]>().notNull().default([]),
    openedAt: timestamp("opened_at", { withTimezone: true }),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    cancelledBecause: text("cancelled_because"),
    /** The later meeting that confirmed its minutes, and when. */
    confirmedIn: text("confirmed_in"),
    confirmedOn: dayColumn("confirmed_on"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("presidium_meeting_ordinal").on(t.universityId, t.unionId, t.schoolYear, t.ordinal),
    index("presidium_meeting_day").on(t.universityId, t.unionId, t.day),
  ],
)

export const agendaItem = pgTable(
  "agenda_item",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    /** The important matter of the union's list it is; null for an ordinary item. */
    matter: text("matter"),
    papers: jsonb("papers").$type<Paper[]>().notNull(),
    state: text("state").$type<"pending" | "discussed" | "deferred" | "decided">().notNull(),
    said: text("said").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("agenda_item_meeting").on(t.universityId, t.meetingId, t.position),
  ],
)

export const resolution = pgTable(
  "resolution",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    meetingId: text("meeting_id").notNull(),
    itemId: text("item_id").notNull(),
    /** Copied from the item: an important matter waits for its prior report. */
    matter: text("matter"),
    words: text("words").notNull(),
    state: text("state").$type<"voting" | "passed" | "failed">().notNull(),
    /** Who was present when it was put to the vote, and may vote. */
    voters: jsonb("voters").$type<Person[]>().notNull(),
    /** 决议〔2025〕3号, once passed. */
    year: integer("year"),
    ordinal: integer("ordinal"),
    decidedOn: dayColumn("decided_on"),
    /** The course of its prior report to the League committee (7.4). */
    priorReport: text("prior_report"),
    inForceOn: dayColumn("in_force_on"),
    owner: jsonb("owner").$type<Person>(),
    due: dayColumn("due"),
    doneOn: dayColumn("done_on"),
    doneNote: text("done_note"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("resolution_ordinal").on(t.universityId, t.unionId, t.year, t.ordinal),
    index("resolution_meeting").on(t.universityId, t.meetingId),
  ],
)

/** One member's vote, by name. Append-only. */
export const vote = pgTable(
  "resolution_vote",
  {
    universityId: universityId(),
    resolutionId: text("resolution_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    choice: text("choice").$type<"for" | "against" | "abstain">().notNull(),
    /** Who put it down: the member, or whoever presided over a show of hands. */
    recordedBy: text("recorded_by").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.resolutionId, t.number] })],
)

/** The minutes as they read after each edit. Append-only. */
export const minutes = pgTable(
  "minutes_version",
  {
    universityId: universityId(),
    meetingId: text("meeting_id").notNull(),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.meetingId, t.version] })],
)
