import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type { How, NoticeKind, Stage } from "./kinds.ts"
import type { Attached, Content } from "./notice.ts"
import type { Level } from "./targets.ts"

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A notice: as published, or before that as last written. To whom it goes is a rule over the register. */
export const notice = pgTable(
  "notice",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    /** Who speaks: the kind of office (or `union`), its place, its name. */
    office: text("office").notNull(),
    place: text("place").notNull(),
    sender: text("sender").notNull(),
    unionId: text("union_id"),
    /** The faculty the sender belongs to; null: the university. */
    faculty: text("faculty"),
    author: text("author").notNull(),
    authorName: text("author_name").notNull(),
    /** How the version written last stands. */
    stage: text("stage").$type<Stage>().notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    files: jsonb("files").$type<readonly Attached[]>().notNull(),
    /** Everybody may read it, signed in or not. */
    open: boolean("open").notNull(),
    everybody: boolean("everybody").notNull(),
    faculties: text("faculties").array().notNull(),
    /** `学院/班级`. */
    classes: text("classes").array().notNull(),
    grades: integer("grades").array().notNull(),
    groups: text("groups").array().notNull(),
    level: text("level").$type<Level>().notNull(),
    confirm: boolean("confirm").notNull(),
    passDown: boolean("pass_down").notNull(),
    /** The last day to pass it down and to confirm. */
    dueOn: dayColumn("due_on"),
    /** Not before this moment. */
    publishAt: moment("publish_at"),
    /** What was written last: the next version. */
    written: jsonb("written").$type<Content>().notNull(),
    /** Versions handed in so far. */
    version: integer("version").notNull(),
    /** The version that is published. */
    live: integer("live"),
    publishedAt: moment("published_at"),
    publishedOn: dayColumn("published_on"),
    correctedOn: dayColumn("corrected_on"),
    /** Why the last version was not taken. */
    refused: text("refused"),
    /** The review of the last version. */
    course: text("course"),
    withdrawnOn: dayColumn("withdrawn_on"),
    withdrawnBecause: text("withdrawn_because"),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("notice_published").on(t.universityId, t.publishedAt),
    index("notice_stage").on(t.universityId, t.stage, t.publishAt),
  ],
)

/** What was handed in to be reviewed, version by version. Append-only. */
export const version = pgTable(
  "notice_version",
  {
    universityId: universityId(),
    noticeId: text("notice_id").notNull(),
    number: integer("number").notNull(),
    hash: text("hash").notNull(),
    content: jsonb("content").$type<Content>().notNull(),
    course: text("course").notNull(),
    /** What was corrected and why; null for the first. */
    because: text("because"),
    byName: text("by_name").notNull(),
    onDay: dayColumn("on_day").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.noticeId, t.number] })],
)

/** A version that went out. Append-only. */
export const publication = pgTable(
  "notice_publication",
  {
    universityId: universityId(),
    noticeId: text("notice_id").notNull(),
    number: integer("number").notNull(),
    onDay: dayColumn("on_day").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.noticeId, t.number] })],
)

/** A level told the next: a faculty its classes (`class_name` empty), a class its students. Append-only. */
export const passing = pgTable(
  "notice_passing",
  {
    universityId: universityId(),
    noticeId: text("notice_id").notNull(),
    faculty: text("faculty").notNull(),
    className: text("class_name").notNull(),
    version: integer("version").notNull(),
    onDay: dayColumn("on_day").notNull(),
    how: text("how").$type<How>().notNull(),
    note: text("note").notNull(),
    byName: text("by_name").notNull(),
    capacity: text("capacity").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.noticeId, t.faculty, t.className, t.version] })],
)

/** The first time a person opened it and where he or she studied then, the version seen last, the version confirmed. */
export const opening = pgTable(
  "notice_opening",
  {
    universityId: universityId(),
    noticeId: text("notice_id").notNull(),
    number: text("number").notNull(),
    faculty: text("faculty").notNull(),
    /** Null: without a class. */
    className: text("class_name"),
    at: moment("at").notNull(),
    seen: integer("seen").notNull(),
    confirmed: integer("confirmed"),
    confirmedOn: dayColumn("confirmed_on"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.noticeId, t.number] }),
    index("notice_opening_person").on(t.universityId, t.number),
  ],
)

/** Those who had not read, or not passed on, were asked again: once a day for each scope. Append-only. */
export const reminding = pgTable(
  "notice_reminding",
  {
    universityId: universityId(),
    noticeId: text("notice_id").notNull(),
    whom: text("whom").$type<"readers" | "passing">().notNull(),
    /** Empty: wherever it goes. */
    faculty: text("faculty").notNull(),
    className: text("class_name").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.noticeId, t.whom, t.faculty, t.className, t.onDay] })],
)
