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

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** One project of a union, from its draft to its end. Money is in 分. */
export const project = pgTable(
  "project",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    unionId: text("union_id").notNull(),
    title: text("title").notNull(),
    purpose: text("purpose").notNull(),
    /** For the whole school, or for the host's own faculty only. */
    reach: text("reach").$type<"school" | "faculty">().notNull(),
    /** 2.4: the department of the school's union that guides a faculty union's school-wide project. */
    guideUnionId: text("guide_union_id"),
    guideDepartment: text("guide_department"),
    guideAgreedBy: text("guide_agreed_by"),
    /** An activity is reviewed before it is held (10.4); standing service is not. */
    activity: boolean("activity").notNull(),
    /** The course of its review. */
    requestId: text("request_id"),
    classes: jsonb("classes").$type<string[]>().notNull(),
    societies: jsonb("societies").$type<string[]>().notNull(),
    budget: integer("budget").notNull(),
    wanted: integer("wanted").notNull(),
    /** Volunteers are in as they come, or chosen by the organisers. */
    admits: text("admits").$type<"at-once" | "chosen">().notNull(),
    callUntil: dayColumn("call_until"),
    startsOn: dayColumn("starts_on").notNull(),
    endsOn: dayColumn("ends_on").notNull(),
    status: text("status").$type<"draft" | "recruiting" | "running" | "closed">().notNull(),
    outcome: text("outcome").$type<"held" | "cancelled">(),
    /** How many were reached, as the organisers counted them. */
    reached: jsonb("reached").$type<{ faculty: string; grade: number; people: number }[]>().notNull(),
    /** What was written and counted when it closed. */
    summary: jsonb("summary").$type<Record<string, unknown>>(),
    closedOn: dayColumn("closed_on"),
    madeByName: text("made_by_name").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("project_union").on(t.universityId, t.unionId, t.startsOn),
    index("project_status").on(t.universityId, t.status, t.endsOn),
  ],
)

/** Who took the project from one state to the next, and why. Append-only. */
export const projectMove = pgTable(
  "project_move",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    move: text("move").notNull(),
    because: text("because"),
    byName: text("by_name").notNull(),
    capacity: text("capacity").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("project_move_project").on(t.universityId, t.projectId),
  ],
)

/** 3.10: a volunteer of one project. Never a row of `post`; `until` is set at the latest when the project closes. */
export const projectVolunteer = pgTable(
  "project_volunteer",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    /** As the register had them at sign-up. */
    faculty: text("faculty").notNull(),
    grade: integer("grade").notNull(),
    state: text("state").$type<"applied" | "waiting" | "accepted" | "declined" | "withdrawn">().notNull(),
    because: text("because"),
    wish: text("wish"),
    signedUpAt: moment("signed_up_at").notNull(),
    decidedByName: text("decided_by_name"),
    /** The days of the post: from acceptance until it ended; null while it lasts. */
    fromDay: dayColumn("from_day"),
    until: dayColumn("until"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("project_volunteer_once").on(t.universityId, t.projectId, t.number),
    index("project_volunteer_number").on(t.universityId, t.number),
  ],
)

export const projectShift = pgTable(
  "project_shift",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    title: text("title").notNull(),
    place: text("place").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    wanted: integer("wanted").notNull(),
    /** Key of its codes; never leaves the server. */
    secret: text("secret").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("project_shift_project").on(t.universityId, t.projectId),
  ],
)

/** A volunteer put down for a shift. */
export const projectRota = pgTable(
  "project_rota",
  {
    universityId: universityId(),
    shiftId: text("shift_id").notNull(),
    volunteerId: text("volunteer_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.shiftId, t.volunteerId] }),
    index("project_rota_volunteer").on(t.universityId, t.volunteerId),
  ],
)

/** Came, went, or the minutes put right with a reason. Append-only. */
export const projectAttendance = pgTable(
  "project_attendance",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    shiftId: text("shift_id").notNull(),
    volunteerId: text("volunteer_id").notNull(),
    kind: text("kind").$type<"in" | "out" | "correction">().notNull(),
    at: moment("at").notNull(),
    /** `code`: by the volunteer's own phone; `list`: by an organiser. */
    means: text("means").$type<"code" | "list">().notNull(),
    minutes: integer("minutes"),
    because: text("because"),
    byName: text("by_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("project_attendance_shift").on(t.universityId, t.shiftId, t.volunteerId),
  ],
)

/** Money spent, in 分; an entry made by mistake is taken back by a negative one. Append-only. */
export const projectExpense = pgTable(
  "project_expense",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    what: text("what").notNull(),
    amount: integer("amount").notNull(),
    onDay: dayColumn("on_day").notNull(),
    byName: text("by_name").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("project_expense_project").on(t.universityId, t.projectId),
  ],
)

/** What a volunteer's certificate says, under a number that anybody can check. Append-only. */
export const projectCertificate = pgTable(
  "project_certificate",
  {
    universityId: universityId(),
    number: text("number").notNull(),
    volunteerId: text("volunteer_id").notNull(),
    projectId: text("project_id").notNull(),
    minutes: integer("minutes").notNull(),
    shifts: integer("shifts").notNull(),
    /** The certificate this one takes the place of, after a correction. */
    replaces: text("replaces"),
    issuedOn: dayColumn("issued_on").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.number] }),
    index("project_certificate_volunteer").on(t.universityId, t.volunteerId, t.at),
  ],
)
