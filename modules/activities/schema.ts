import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { Audience } from "./audience.ts"
import type { Read } from "./sheet.ts"

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** One activity of a union, from its draft on. Whether it is coming, running or was held is told by its times. */
export const activity = pgTable(
  "activity",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    title: text("title").notNull(),
    purpose: text("purpose").notNull(),
    place: text("place").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    /** The day it begins on, in China. */
    onDay: dayColumn("on_day").notNull(),
    audience: jsonb("audience").$type<Audience>().notNull(),
    /** Null: as many as come. */
    places: integer("places"),
    /** Null: nobody signs up, one just comes. */
    opensAt: moment("opens_at"),
    closesAt: moment("closes_at"),
    /** Until when a place can be given back. */
    signOffUntil: moment("sign_off_until"),
    /** Those who did not sign up may come as well. */
    walkIns: boolean("walk_ins").notNull(),
    /** Minutes before the beginning from which signing in counts; it does until the end. */
    early: integer("early").notNull(),
    /** What it is built on (2.5). */
    classes: jsonb("classes").$type<string[]>().notNull(),
    societies: jsonb("societies").$type<string[]>().notNull(),
    projectId: text("project_id"),
    /** What its review is about, where it was not asked for under the activity's own id (10.4). */
    requestId: text("request_id"),
    status: text("status").$type<"draft" | "open" | "cancelled">().notNull(),
    /** The day its review was passed, written when it opens; null: recorded after it was held, without one. */
    approvedOn: dayColumn("approved_on"),
    cancelledBecause: text("cancelled_because"),
    /** Key of its codes; never leaves the server. */
    secret: text("secret").notNull(),
    madeByName: text("made_by_name").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("activity_union").on(t.universityId, t.unionId, t.onDay),
    index("activity_day").on(t.universityId, t.status, t.startsAt),
  ],
)

/** Who signed up, and whether there is a place. One line a student; whoever signs off and on again queues anew. */
export const activitySignUp = pgTable(
  "activity_sign_up",
  {
    universityId: universityId(),
    activityId: text("activity_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    className: text("class_name"),
    state: text("state").$type<"accepted" | "waiting" | "withdrawn">().notNull(),
    /** Order of the queue, counted within the activity. */
    turn: integer("turn").notNull(),
    at: moment("at").notNull(),
    /** When a place came free for one who waited. */
    movedUpAt: moment("moved_up_at"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.activityId, t.number] }),
    index("activity_sign_up_turn").on(t.universityId, t.activityId, t.state, t.turn),
    index("activity_sign_up_number").on(t.universityId, t.number),
  ],
)

/** Somebody was there, or was recorded so by mistake. The last line of a student counts. Append-only. */
export const activityAttendance = pgTable(
  "activity_attendance",
  {
    universityId: universityId(),
    activityId: text("activity_id").notNull(),
    number: text("number").notNull(),
    seq: integer("seq").notNull(),
    name: text("name").notNull(),
    /** As the register had them on that day. */
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    kind: text("kind").$type<"undergraduate" | "graduate">().notNull(),
    what: text("what").$type<"in" | "out">().notNull(),
    /** `code`: by the student's own phone; `list`: by an organiser; `sheet`: from an imported list. */
    by: text("by").$type<"code" | "list" | "sheet">().notNull(),
    because: text("because"),
    importId: text("import_id"),
    /** The organiser; null where the student did it. */
    byName: text("by_name"),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.activityId, t.number, t.seq] }),
    index("activity_attendance_number").on(t.universityId, t.number),
  ],
)

/** A list of those who were there, read from a file: looked at, taken over whole, or taken back. */
export const activityImport = pgTable(
  "activity_import",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    activityId: text("activity_id").notNull(),
    fileName: text("file_name").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
    read: jsonb("read").$type<Read>().notNull(),
    state: text("state").$type<"preview" | "confirmed" | "undone">().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("activity_import_activity").on(t.universityId, t.activityId),
  ],
)

/** How many gave so many stars: sums, so that no line stands for a person. */
export const activityRating = pgTable(
  "activity_rating",
  {
    universityId: universityId(),
    activityId: text("activity_id").notNull(),
    stars: integer("stars").notNull(),
    people: integer("people").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.activityId, t.stars] })],
)

/** A sentence to the organisers, without who wrote it, when, or how many stars. The id is random. Append-only. */
export const activityRemark = pgTable(
  "activity_remark",
  {
    universityId: universityId(),
    activityId: text("activity_id").notNull(),
    id: text("id").notNull(),
    words: text("words").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.activityId, t.id] })],
)

/** That somebody has rated, not how. Append-only. */
export const activityRated = pgTable(
  "activity_rated",
  {
    universityId: universityId(),
    activityId: text("activity_id").notNull(),
    number: text("number").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.activityId, t.number] })],
)
