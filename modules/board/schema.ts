import { sql } from "drizzle-orm"
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Field, Outcome } from "../../policy/practice/proposals.ts"
import type { Briefing } from "./briefing.ts"
import type { BoardState, FacultyCount } from "./entry.ts"

/** Compared byte by byte, so that a range of it is what begins with given characters. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/**
 * What everybody may see of a need: this table is the white-list. Written anew from the rooms needs and handling with
 * each of their news; one that is not public has no row.
 */
export const entry = pgTable(
  "board_entry",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    field: text("field").$type<Field>().notNull(),
    categoryId: text("category_id").notNull(),
    category: text("category").notNull(),
    place: text("place").notNull(),
    /** Those from which enough voices come that nobody is told by it. */
    faculties: text("faculties").array().notNull(),
    office: text("office"),
    state: text("state").$type<BoardState>().notNull(),
    outcome: text("outcome").$type<Outcome>(),
    answer: text("answer"),
    raisedOn: dayColumn("raised_on").notNull(),
    sentOn: dayColumn("sent_on"),
    acceptedOn: dayColumn("accepted_on"),
    answeredOn: dayColumn("answered_on"),
    solvedOn: dayColumn("solved_on"),
    /** Until when the step under way is due. */
    due: dayColumn("due"),
    /** A step of it was taken late. */
    wasLate: boolean("was_late").notNull(),
    /** Working days from the desk to the answer, and to the solution. */
    answerDays: integer("answer_days"),
    solveDays: integer("solve_days"),
    /** null: fewer than may be shown. */
    voices: integer("voices"),
    ratings: integer("ratings"),
    solved: integer("solved"),
    round: integer("round").notNull(),
    /** Needs merged into it. */
    merged: integer("merged").notNull(),
    /** Its public words as they are searched. */
    words: text("words").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId] }),
    uniqueIndex("board_entry_nth").on(t.universityId, t.nth),
    index("board_entry_voices").on(t.universityId, sql`coalesce(${t.voices}, 0)`, t.nth),
    index("board_entry_raised").on(t.universityId, t.raisedOn, t.nth),
    index("board_entry_state").on(t.universityId, t.state, t.nth),
    index("board_entry_category").on(t.universityId, t.categoryId, t.nth),
    index("board_entry_office").on(t.universityId, t.office, t.nth),
    index("board_entry_field").on(t.universityId, t.field, t.nth),
  ],
)

/** Two characters that stand beside each other in the public words of a need; the last of a run stands alone. */
export const term = pgTable(
  "board_term",
  {
    universityId: universityId(),
    term: plainText("term").notNull(),
    nth: integer("nth").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.term, t.nth] }),
    index("board_term_of").on(t.universityId, t.nth),
  ],
)

/** What of a need is counted, public or not: no words, no person. Shown as sums of enough people only. */
export const count = pgTable(
  "board_count",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    unionId: text("union_id").notNull(),
    field: text("field").$type<Field>().notNull(),
    categoryId: text("category_id").notNull(),
    category: text("category").notNull(),
    office: text("office"),
    state: text("state").$type<BoardState>().notNull(),
    /** On the public board. */
    open: boolean("open").notNull(),
    outcome: text("outcome").$type<Outcome>(),
    raisedOn: dayColumn("raised_on").notNull(),
    sentOn: dayColumn("sent_on"),
    answeredOn: dayColumn("answered_on"),
    solvedOn: dayColumn("solved_on"),
    due: dayColumn("due"),
    wasLate: boolean("was_late").notNull(),
    acceptDays: integer("accept_days"),
    answerDays: integer("answer_days"),
    solveDays: integer("solve_days"),
    voices: integer("voices").notNull(),
    faculties: jsonb("faculties").$type<readonly FacultyCount[]>().notNull(),
    classes: integer("classes").notNull(),
    ratings: integer("ratings").notNull(),
    solved: integer("solved").notNull(),
    merged: integer("merged").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId] }),
    index("board_count_raised").on(t.universityId, t.raisedOn),
  ],
)

/**
 * How often the board changed, in several rows so that those who say "me too" at once do not wait for one another: their
 * sum is the board's revision.
 */
export const revision = pgTable(
  "board_revision",
  {
    universityId: universityId(),
    part: integer("part").notNull(),
    changes: integer("changes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.part] })],
)

/** The monthly 简报 on its way. Its content is fixed when it is handed in for review. */
export const briefing = pgTable(
  "board_briefing",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    /** `YYYY-MM`. */
    month: text("month").notNull(),
    /** 按语: the editor's own words. */
    words: text("words").notNull(),
    state: text("state").$type<"draft" | "review" | "reviewed" | "published">().notNull(),
    /** As handed in for review; null before. */
    content: jsonb("content").$type<Briefing>(),
    /** SHA-256 of it. */
    hash: text("hash"),
    course: text("course"),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("board_briefing_month").on(t.universityId, t.month),
  ],
)

/** Published ones, for everybody and for good. Append-only. */
export const published = pgTable(
  "board_published",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    month: text("month").notNull(),
    content: jsonb("content").$type<Briefing>().notNull(),
    hash: text("hash").notNull(),
    publishedOn: dayColumn("published_on").notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("board_published_month").on(t.universityId, t.month),
  ],
)
