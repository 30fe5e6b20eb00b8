import {
  boolean,
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
import type { Clock } from "../../policy/practice/needs.ts"
import type { Field } from "../../policy/practice/proposals.ts"

/** Finer than the four fields of 1.3, each in one of them; with its clocks in working days. Closed ones take no more needs. */
export const category = pgTable(
  "need_category",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    field: text("field").$type<Field>().notNull(),
    clock: jsonb("clock").$type<Clock>().notNull(),
    /** 7.2: where needs of this category are sorted. */
    desk: text("desk").$type<"union" | "league">().notNull(),
    position: integer("position").notNull(),
    open: boolean("open").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("need_category_name").on(t.universityId, t.name),
  ],
)

/** A need or difficulty, as it was raised. Who raised it stands elsewhere: `need_raiser`, or sealed in `need_seal`. */
export const need = pgTable(
  "need",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    /** 第 N 号 in the university. */
    nth: integer("nth").notNull(),
    /** Sorted by the union's own desk, or by the League committee over it (7.2). */
    desk: text("desk").$type<"union" | "league">().notNull(),
    unionId: text("union_id").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    categoryId: text("category_id").notNull(),
    /** 1.3's field of the category, as it was when raised. */
    field: text("field").$type<Field>().notNull(),
    place: text("place").notNull(),
    /** To whom the raiser is known: everybody, the desk alone, no handler. */
    shown: text("shown").$type<"named" | "desk" | "anonymous">().notNull(),
    /** The raiser wishes it kept off the public board. */
    discreet: boolean("discreet").notNull(),
    raisedOn: dayColumn("raised_on").notNull(),
    /** To the hour where it is anonymous. */
    raisedAt: timestamp("raised_at", { withTimezone: true }).notNull(),
    state: text("state").$type<"open" | "merged" | "withdrawn">().notNull(),
    mergedInto: text("merged_into"),
    /** The record of another room it came from: something heard at a 座谈, a row of the hand-kept register. */
    source: jsonb("source").$type<{ readonly topic: string; readonly id: string; readonly label: string }>(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("need_nth").on(t.universityId, t.nth),
    index("need_lead").on(t.universityId, t.mergedInto),
    index("need_raised").on(t.universityId, t.raisedOn),
    index("need_changed").on(t.universityId, t.changedAt),
  ],
)

/** Who raised a need that is not anonymous. */
export const raiser = pgTable(
  "need_raiser",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId] }),
    index("need_raiser_who").on(t.universityId, t.number),
  ],
)

/** Who raised an anonymous need: encrypted under a key that is not in the database (seal.ts). */
export const seal = pgTable(
  "need_seal",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    sealed: text("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId] })],
)

/**
 * One person's voice for a need: who raised it and who said "me too". `tag` is an HMAC of need and person, so that nobody
 * is counted twice and nobody can be followed from one need to the next.
 */
export const voice = pgTable(
  "need_voice",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    tag: text("tag").notNull(),
    faculty: text("faculty").notNull(),
    /** A mark, not its name (seal.ts); empty where no class is known. */
    className: text("class_name").notNull(),
    /** Came with this need when it was merged into `needId`. */
    via: text("via"),
    onDay: dayColumn("on_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.tag] })],
)

/** What a person raised and joined, sealed; `owner` is an HMAC of the person. For the person's own list only. */
export const shelf = pgTable(
  "need_shelf",
  {
    universityId: universityId(),
    owner: text("owner").notNull(),
    sealed: text("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.owner] })],
)

export const photo = pgTable(
  "need_photo",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId, t.fileId] }),
    uniqueIndex("need_photo_file").on(t.universityId, t.fileId),
  ],
)

/** A photo sent and not yet named by a need. Not by whom, and the hour only. */
export const upload = pgTable(
  "need_upload",
  {
    universityId: universityId(),
    fileId: text("file_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.fileId] }),
    index("need_upload_at").on(t.universityId, t.at),
  ],
)

/** Help in danger or distress, in the order it is shown. */
export const helpLine = pgTable(
  "need_help",
  {
    universityId: universityId(),
    position: integer("position").notNull(),
    kind: text("kind").$type<"danger" | "mind">().notNull(),
    name: text("name").notNull(),
    phone: text("phone").notNull(),
    note: text("note").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.position] })],
)

/** A seal asked to be opened, or opened in urgent danger. Never whose it is. */
export const unsealing = pgTable(
  "need_unsealing",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    needId: text("need_id").notNull(),
    /** The course both offices sign; none in urgent danger. */
    courseId: text("course_id"),
    because: text("because").notNull(),
    byNumber: text("by_number").notNull(),
    byName: text("by_name").notNull(),
    byOffice: text("by_office").notNull(),
    capacity: text("capacity").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    onDay: dayColumn("on_day").notNull(),
    openedOn: dayColumn("opened_on"),
    /** In urgent danger: when the other office took note. */
    notedBy: text("noted_by"),
    notedOn: dayColumn("noted_on"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("need_unsealing_need").on(t.universityId, t.needId),
  ],
)

/** Who was shown the name, once each. Append-only. */
export const unsealingView = pgTable(
  "need_unsealing_view",
  {
    universityId: universityId(),
    unsealingId: text("unsealing_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    onDay: dayColumn("on_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unsealingId, t.number] })],
)

/** Each merging and each undoing of one. Append-only. */
export const merge = pgTable(
  "need_merge",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    into: text("into").notNull(),
    undone: boolean("undone").notNull(),
    because: text("because").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.nth] })],
)
