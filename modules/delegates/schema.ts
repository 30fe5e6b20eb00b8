import { isNull } from "drizzle-orm"
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
import type { Allocation } from "./allocation.ts"
import type { Composition } from "./composition.ts"
import type { Vote } from "./count.ts"
import type { Read } from "./imported.ts"
import type { NomineeState, Share, Unit } from "./list.ts"

/** A seat taken: one person who attends an assembly. Ended by a replacement, never deleted. */
export const delegate = pgTable(
  "assembly_delegate",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    /** 正式代表 votes, 列席代表 does not. */
    voting: boolean("voting").notNull(),
    /** 基层团支部代表, 学生组织及社团代表, 当然代表 (outside the quota). */
    source: text("source").$type<"class" | "organisation" | "ex-officio">().notNull(),
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    /** 班级, as the register writes it. */
    className: text("class_name"),
    society: text("society"),
    /** 校、院级学生会组织骨干. */
    cadre: boolean("cadre").notNull(),
    delegation: text("delegation").notNull(),
    /** 团长 of the delegation. */
    head: boolean("head").notNull().default(false),
    from: dayColumn("from_day").notNull(),
    to: dayColumn("to_day"),
    openedBy: text("opened_by").notNull(),
    closedBy: text("closed_by"),
    /** How the person came to the seat, in words. */
    basis: text("basis").notNull().default(""),
    /** The list the seat belongs to; none: outside every list. */
    listId: text("list_id"),
    /** The nomination it came from: recommended, elected, published. None: by office, by list or by the register. */
    nominee: text("nominee"),
    /** On the card and the seat; who comes in for somebody takes it over. */
    code: integer("code"),
    /** Whose place it is, where somebody came in for another. */
    replaces: text("replaces"),
    endedBecause: text("ended_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("assembly_delegate_once").on(t.universityId, t.assemblyId, t.number, t.openedBy),
    uniqueIndex("assembly_delegate_now").on(t.universityId, t.assemblyId, t.number).where(isNull(t.to)),
    index("assembly_delegate_of").on(t.universityId, t.assemblyId, t.delegation),
    index("assembly_delegate_who").on(t.universityId, t.number),
  ],
)

/** The seats the lists of an assembly were begun with. */
export const plan = pgTable(
  "delegate_plan",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    allocation: jsonb("allocation").$type<Allocation>().notNull(),
    begunOn: dayColumn("begun_on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId] })],
)

/** The seats of one faculty, class or society, and the course that fills them. */
export const list = pgTable(
  "delegate_list",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    unit: text("unit").$type<Unit>().notNull(),
    /** 文学院, 文学院/中文2301班, or the society. */
    key: text("key").notNull(),
    faculty: text("faculty"),
    className: text("class_name"),
    society: text("society"),
    seats: integer("seats").notNull(),
    shares: jsonb("shares").$type<readonly Share[]>().notNull(),
    /** None: a society that has not proposed anybody yet. */
    courseId: text("course_id"),
    /** The union that elects; a society's own people are agreed to, not elected. */
    electedBy: text("elected_by"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("delegate_list_key").on(t.universityId, t.assemblyId, t.unit, t.key),
  ],
)

/** The meeting of one class that recommends: a record taken again takes the place of the one before. */
export const meeting = pgTable(
  "delegate_meeting",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    listId: text("list_id").notNull(),
    className: text("class_name").notNull(),
    heldOn: dayColumn("held_on").notNull(),
    people: integer("people").notNull(),
    present: integer("present").notNull(),
    byName: text("by_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("delegate_meeting_class").on(t.universityId, t.listId, t.className),
  ],
)

export const nominee = pgTable(
  "delegate_nominee",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    listId: text("list_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    faculty: text("faculty").notNull(),
    className: text("class_name"),
    grade: integer("grade").notNull(),
    /** In the class meeting; none for a society's. */
    votes: integer("votes"),
    state: text("state").$type<NomineeState>().notNull(),
    /** Place after those elected, by votes, from 1. */
    reserve: integer("reserve"),
    /** The credentials committee's reason. */
    because: text("because"),
    decidedBy: text("decided_by"),
    decidedOn: dayColumn("decided_on"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("delegate_nominee_once").on(t.universityId, t.listId, t.number),
    index("delegate_nominee_of").on(t.universityId, t.assemblyId, t.state),
  ],
)

/** One vote of the faculty's union, as its meeting recorded it. */
export const round = pgTable(
  "delegate_round",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    listId: text("list_id").notNull(),
    round: integer("round").notNull(),
    heldOn: dayColumn("held_on").notNull(),
    due: integer("due").notNull(),
    present: integer("present").notNull(),
    votes: jsonb("votes").$type<readonly Vote[]>().notNull(),
    byName: text("by_name").notNull(),
    /** The list went back to recommendation: what was counted no longer stands. */
    voided: boolean("voided").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("delegate_round_of").on(t.universityId, t.listId, t.round),
  ],
)

/** While one stands, nobody becomes or stops being a delegate: a vote is open. */
export const hold = pgTable(
  "delegate_hold",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    key: text("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.key] })],
)

/** 代表资格审查报告: drafted, adopted; after a change of the delegates, another version. */
export const report = pgTable(
  "delegate_report",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    version: integer("version").notNull(),
    opinion: text("opinion").notNull(),
    draftedBy: text("drafted_by").notNull(),
    draftedOn: dayColumn("drafted_on").notNull(),
    adoptedBy: text("adopted_by"),
    adoptedOn: dayColumn("adopted_on"),
    /** What the committee adopted, figure by figure. */
    figures: jsonb("figures").$type<Composition>(),
    /** Hash over the seats it speaks of: tells whether the delegates changed afterwards. */
    people: text("people"),
    hash: text("hash"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.version] })],
)

/** A list of delegates handed in as a file: read, looked at, taken over whole, or taken back. */
export const handedIn = pgTable(
  "delegate_import",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    fileName: text("file_name").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    read: jsonb("read").$type<Read>().notNull(),
    state: text("state").$type<"preview" | "confirmed" | "undone">().notNull(),
    /** The change that seated them. */
    change: text("change"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("delegate_import_of").on(t.universityId, t.assemblyId, t.at),
  ],
)
