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

interface Person {
  readonly number: string
  readonly name: string
}

const at = () => timestamp("at", { withTimezone: true }).notNull()

/** How a congress takes proposals: every version of it. Append-only. */
export const rules = pgTable(
  "proposal_rules",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    version: integer("version").notNull(),
    opensOn: dayColumn("opens_on").notNull(),
    closesOn: dayColumn("closes_on").notNull(),
    jointLeast: integer("joint_least").notNull(),
    /** Working days. */
    answerDays: integer("answer_days").notNull(),
    categories: jsonb("categories")
      .$type<readonly { readonly name: string; readonly field: string }[]>()
      .notNull(),
    by: jsonb("by").$type<Person>().notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.version] })],
)

export const proposal = pgTable(
  "proposal",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    /** 第 N 号, given when it is handed in. */
    nth: integer("nth"),
    kind: text("kind").$type<"individual" | "joint" | "delegation">().notNull(),
    delegation: text("delegation").notNull(),
    author: text("author").notNull(),
    authorName: text("author_name").notNull(),
    /** The first proposer agrees to be named in public. */
    named: boolean("named").notNull(),
    category: text("category").notNull(),
    /** 1.3's field of the category, as it was when handed in. */
    field: text("field").notNull(),
    title: text("title").notNull(),
    problem: text("problem").notNull(),
    analysis: text("analysis").notNull(),
    suggestion: text("suggestion").notNull(),
    state: text("state")
      .$type<
        "draft" | "submitted" | "returned" | "merged" | "filed" | "suggestion" | "declined" | "withdrawn"
      >()
      .notNull(),
    submittedOn: dayColumn("submitted_on"),
    decidedOn: dayColumn("decided_on"),
    /** Why it was returned, became a suggestion or was not filed. */
    because: text("because"),
    mergedInto: text("merged_into"),
    /** Who answers: kind and place of the office, its name, and the unit it answers for where that has no desk here. */
    office: text("office"),
    place: text("place"),
    officeName: text("office_name"),
    unit: text("unit"),
    course: text("course"),
    step: text("step").$type<"answering" | "approving" | "rating" | "done">(),
    /** The answer approved last. */
    outcome: text("outcome"),
    answer: text("answer"),
    answeredOn: dayColumn("answered_on"),
    answers: integer("answers").notNull(),
    rating: text("rating").$type<"satisfied" | "fairly" | "unsatisfied">(),
    /** The record of another room it came from. */
    source: jsonb("source").$type<{ readonly topic: string; readonly id: string; readonly label: string }>(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("proposal_nth").on(t.universityId, t.assemblyId, t.nth),
    index("proposal_state").on(t.universityId, t.assemblyId, t.state),
    index("proposal_author").on(t.universityId, t.author),
    index("proposal_lead").on(t.universityId, t.mergedInto),
  ],
)

/** Who was asked to propose jointly, and whether he or she agreed. */
export const signer = pgTable(
  "proposal_signer",
  {
    universityId: universityId(),
    proposalId: text("proposal_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    state: text("state").$type<"asked" | "accepted" | "declined">().notNull(),
    named: boolean("named").notNull(),
    at: at(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.proposalId, t.number] }),
    index("proposal_signer_who").on(t.universityId, t.number),
  ],
)

/** The words as they were handed in, each time. Append-only. */
export const version = pgTable(
  "proposal_version",
  {
    universityId: universityId(),
    proposalId: text("proposal_id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    category: text("category").notNull(),
    problem: text("problem").notNull(),
    analysis: text("analysis").notNull(),
    suggestion: text("suggestion").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.proposalId, t.version] })],
)

/** What was done with it, by whom and why: its trace. Append-only. */
export const deed = pgTable(
  "proposal_deed",
  {
    universityId: universityId(),
    proposalId: text("proposal_id").notNull(),
    /** Which deed of this proposal it is: 1, 2, 3… */
    nth: integer("nth").notNull(),
    what: text("what").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    /** Words that go with it: a reason, a title, an office. */
    because: text("because").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.proposalId, t.nth] })],
)

/** Answers as the office wrote them, every version. Append-only. */
export const answer = pgTable(
  "proposal_answer",
  {
    universityId: universityId(),
    proposalId: text("proposal_id").notNull(),
    version: integer("version").notNull(),
    outcome: text("outcome").notNull(),
    text: text("text").notNull(),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.proposalId, t.version] })],
)

/** What the proposer said of an answer. Append-only. */
export const rating = pgTable(
  "proposal_rating",
  {
    universityId: universityId(),
    proposalId: text("proposal_id").notNull(),
    /** Of the first answer or of the second. */
    of: integer("of").notNull(),
    rating: text("rating").$type<"satisfied" | "fairly" | "unsatisfied">().notNull(),
    because: text("because").notNull(),
    by: text("by").notNull(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.proposalId, t.of] })],
)
