import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core"
import { universityId } from "../../kit/server/tenancy.ts"
import type { Deed, How, Rule } from "./deeds.ts"
import type { Choice } from "./open-vote.ts"

/** A counter for each hall: it grows with every change, so that whoever asks again knows at once that nothing did. */
export const hall = pgTable(
  "hall",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    revision: integer("revision").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId] })],
)

/** What happened, in order; `seq` is the revision it made. Append-only. */
export const deed = pgTable(
  "hall_deed",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    seq: integer("seq").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    byNumber: text("by_number").notNull(),
    byName: text("by_name").notNull(),
    deed: jsonb("deed").$type<Deed>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.seq] })],
)

/** The list of speakers of an item. */
export const speaker = pgTable(
  "hall_speaker",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    itemId: text("item_id").notNull(),
    /** Empty for a guest, whom only the stewards can put down. */
    number: text("number").notNull(),
    name: text("name").notNull(),
    delegation: text("delegation").notNull(),
    /** 程序性发言: heard before the others. */
    point: boolean("point").notNull(),
    position: integer("position").notNull(),
    state: text("state").$type<"waiting" | "speaking" | "spoke" | "withdrawn" | "unheard">().notNull(),
    askedAt: timestamp("asked_at", { withTimezone: true }).notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** Time given, with what was added. */
    minutes: integer("minutes"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("hall_speaker_of").on(t.universityId, t.assemblyId, t.itemId),
  ],
)

export const vote = pgTable(
  "hall_vote",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    itemId: text("item_id").notNull(),
    title: text("title").notNull(),
    words: text("words").notNull(),
    rule: text("rule").$type<Rule>().notNull(),
    how: text("how").$type<How>().notNull(),
    state: text("state").$type<"open" | "counted" | "announced" | "void">().notNull(),
    /** 应到 and 实到 of the delegates with a vote, when it was opened. */
    due: integer("due").notNull(),
    present: integer("present").notNull(),
    /** The revision at which it was opened: votes are in its order. */
    seq: integer("seq").notNull(),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    for: integer("for_count"),
    against: integer("against_count"),
    abstain: integer("abstain_count"),
    passed: boolean("passed"),
    /** The how-manyth resolution of the assembly, once announced as adopted. */
    ordinal: integer("ordinal"),
    announcedAt: timestamp("announced_at", { withTimezone: true }),
    voidBecause: text("void_because"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("hall_vote_of").on(t.universityId, t.assemblyId, t.itemId),
  ],
)

/** Who was in the hall with a vote when it was opened: they vote, and they are what shares are taken of. Append-only. */
export const elector = pgTable(
  "hall_elector",
  {
    universityId: universityId(),
    voteId: text("vote_id").notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    delegation: text("delegation").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.voteId, t.number] })],
)

/** An open vote by name; until it is closed a later line of the same person takes the place of the earlier. Append-only. */
export const cast = pgTable(
  "hall_cast",
  {
    universityId: universityId(),
    voteId: text("vote_id").notNull(),
    number: text("number").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    choice: text("choice").$type<Choice>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.voteId, t.number, t.seq] })],
)

/** The minutes as they read after each edit. Append-only. */
export const minutes = pgTable(
  "hall_minutes",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    byName: text("by_name").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.version] })],
)
