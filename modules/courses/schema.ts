import type { Procedure, State } from "@qiaoliang/procedure"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

/** A procedure as it read when courses began under it. Append-only. */
export const procedureEdition = pgTable(
  "procedure_edition",
  {
    universityId: universityId(),
    /** SHA-256 of the procedure's data. */
    hash: text("hash").notNull(),
    procedure: jsonb("procedure").$type<Procedure>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.hash] })],
)

/** Where each matter stands: the fold of its moves in the ledger. */
export const course = pgTable(
  "course",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    procedure: text("procedure").notNull(),
    edition: text("edition").notNull(),
    /** Id of the noun of the room it belongs to. */
    subject: text("subject").notNull(),
    title: text("title").notNull(),
    unionId: text("union_id"),
    places: jsonb("places").$type<Record<string, string>>().notNull(),
    about: jsonb("about").$type<string[]>().notNull(),
    applicant: text("applicant").notNull(),
    applicantName: text("applicant_name").notNull(),
    state: jsonb("state").$type<State>().notNull(),
    status: text("status").$type<State["status"]>().notNull(),
    since: dayColumn("since").notNull(),
    due: dayColumn("due"),
    openedOn: dayColumn("opened_on").notNull(),
    endedOn: dayColumn("ended_on"),
    /** The day lateness of this step was last told. */
    escalatedOn: dayColumn("escalated_on"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("course_subject").on(t.universityId, t.procedure, t.subject),
    index("course_due").on(t.universityId, t.status, t.due),
    index("course_union").on(t.universityId, t.unionId),
    index("course_applicant").on(t.universityId, t.applicant),
  ],
)

/** For whom an open course waits: an office at a place; the applicant's place is his or her number. */
export const courseWaiting = pgTable(
  "course_waiting",
  {
    universityId: universityId(),
    courseId: text("course_id").notNull(),
    office: text("office").notNull(),
    place: text("place").notNull(),
    /** The mark the post must carry (`designated`); empty for any. */
    only: text("only_mark").notNull(),
    due: dayColumn("due"),
    since: dayColumn("since").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.courseId, t.office] }),
    index("course_waiting_office").on(t.universityId, t.office, t.place, t.due),
  ],
)

/** Who has a part in a course: the offices of its chain at their places, its applicant and those it is about. */
export const coursePart = pgTable(
  "course_part",
  {
    universityId: universityId(),
    /** An office; `applicant` and `about` for people, whose place is their number. */
    office: text("office").notNull(),
    place: text("place").notNull(),
    courseId: text("course_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.office, t.place, t.courseId] })],
)

/** A step the university adds to a procedure for courses that begin while it is in force. */
export const extraStep = pgTable(
  "extra_step",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    procedure: text("procedure").notNull(),
    /** Id of the step it follows; null: before all others. */
    after: text("after"),
    label: text("label").notNull(),
    office: text("office").notNull(),
    days: integer("days"),
    from: dayColumn("from_day").notNull(),
    until: dayColumn("until"),
    byName: text("by_name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.id] })],
)

/** A day on which this university works, or does not, against the national calendar. */
export const calendarDay = pgTable(
  "calendar_day",
  {
    universityId: universityId(),
    day: dayColumn("day").notNull(),
    works: boolean("works").notNull(),
    note: text("note").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.day] })],
)
