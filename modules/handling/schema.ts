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
import type { Outcome } from "../../policy/practice/proposals.ts"

const at = () => timestamp("at", { withTimezone: true }).notNull()
const outcomeColumn = () => text("outcome").$type<Outcome>()

/** What became of a need: where it lies, until when, and what was answered. One row a need. */
export const handling = pgTable(
  "handling",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    unionId: text("union_id").notNull(),
    desk: text("desk").$type<"union" | "league">().notNull(),
    state: text("state")
      .$type<"sorting" | "sent" | "accepted" | "answered" | "done" | "declined">()
      .notNull(),
    /** Of the course at the office: taken over, answered, approved, solved. */
    step: text("step").$type<"accepting" | "answering" | "approving" | "solving">(),
    /** No longer on its own way: part of another need, or taken back by who raised it. */
    left: text("left_as").$type<"merged" | "withdrawn">(),
    /** The desk let it be on the public board. */
    open: boolean("open").notNull(),
    office: text("office"),
    place: text("place"),
    officeName: text("office_name"),
    /** An office refused it as not its own: it stands first in the desk's queue. */
    misrouted: boolean("misrouted").notNull(),
    assignee: text("assignee"),
    assigneeName: text("assignee_name"),
    sentOn: dayColumn("sent_on"),
    acceptedOn: dayColumn("accepted_on"),
    answeredOn: dayColumn("answered_on"),
    solvedOn: dayColumn("solved_on"),
    /** Nothing more can be said of it: rated, or nobody said anything in time. */
    closedOn: dayColumn("closed_on"),
    /** Of the step under way; once done, the last day to rate it. */
    due: dayColumn("due"),
    wasLate: boolean("was_late").notNull(),
    outcome: outcomeColumn(),
    /** The approved words last given. */
    answer: text("answer"),
    /** Why it was declined. */
    because: text("because"),
    round: integer("round").notNull(),
    course: text("course"),
    /** Taken over from the hand-kept register: no step of it was walked here. */
    imported: boolean("imported").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.needId] }),
    index("handling_union").on(t.universityId, t.unionId, t.state),
    index("handling_office").on(t.universityId, t.office, t.place, t.state),
    index("handling_due").on(t.universityId, t.due),
    index("handling_changed").on(t.universityId, t.changedAt),
  ],
)

/** What was done, by whom, and why: its trace. Who raised it stands here as nobody. Append-only. */
export const deed = pgTable(
  "handling_deed",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    what: text("what").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    /** Words that go with it: a reason, an office. */
    because: text("because").notNull(),
    onDay: dayColumn("on_day").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.nth] })],
)

/** Answers and reports of a solution as the office wrote them, every version. Append-only. */
export const draft = pgTable(
  "handling_draft",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    version: integer("version").notNull(),
    round: integer("round").notNull(),
    kind: text("kind").$type<"answer" | "solution">().notNull(),
    outcome: outcomeColumn().notNull(),
    text: text("text").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.version] })],
)

/** What the office's head approved and students were told. Append-only. */
export const answer = pgTable(
  "handling_answer",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    round: integer("round").notNull(),
    kind: text("kind").$type<"answer" | "solution">().notNull(),
    outcome: outcomeColumn().notNull(),
    text: text("text").notNull(),
    officeName: text("office_name").notNull(),
    onDay: dayColumn("on_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.nth] })],
)

/** Notes of the handlers among themselves. Append-only. */
export const note = pgTable(
  "handling_note",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    /** The desk's, or an office's: each its own. */
    owner: text("owner").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    text: text("text").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.nth] })],
)

/** Questions of the handlers and replies of who raised it, who stands here as nobody. Append-only. */
export const message = pgTable(
  "handling_message",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    nth: integer("nth").notNull(),
    from: text("from_side").$type<"handler" | "raiser">().notNull(),
    by: text("by").notNull(),
    /** The office or desk that asks. */
    name: text("name").notNull(),
    text: text("text").notNull(),
    onDay: dayColumn("on_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.nth] })],
)

/** One voice's word on an answer, under the voice's mark. Append-only. */
export const rating = pgTable(
  "handling_rating",
  {
    universityId: universityId(),
    needId: text("need_id").notNull(),
    round: integer("round").notNull(),
    tag: text("tag").notNull(),
    solved: boolean("solved").notNull(),
    stars: integer("stars").notNull(),
    words: text("words").notNull(),
    onDay: dayColumn("on_day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.needId, t.round, t.tag] })],
)

/** Replies a desk or an office keeps ready. */
export const template = pgTable(
  "handling_template",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    owner: text("owner").notNull(),
    name: text("name").notNull(),
    text: text("text").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("handling_template_name").on(t.universityId, t.owner, t.name),
  ],
)

/** A person's own views of the queue. */
export const view = pgTable(
  "handling_view",
  {
    universityId: universityId(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    query: jsonb("query").$type<Readonly<Record<string, string>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.number, t.name] })],
)

/** Which department is a union's desk for needs. */
export const desk = pgTable(
  "handling_desk",
  {
    universityId: universityId(),
    unionId: text("union_id").notNull(),
    department: text("department").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.unionId] })],
)
