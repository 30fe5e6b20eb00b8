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
import { bytes } from "../../kit/server/schema.ts"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"
import type {
  Candidate,
  ElectionState,
  GroupName,
  Method,
  Mode,
  Office,
  Person,
  Result,
  TieRule,
  Trust,
  Trustee,
} from "./election.ts"

export const election = pgTable(
  "election",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    assemblyId: text("assembly_id").notNull(),
    unionId: text("union_id").notNull(),
    uuid: text("uuid").notNull(),
    series: text("series").notNull(),
    previous: text("previous"),
    round: integer("round").notNull(),
    title: text("title").notNull(),
    office: text("office").$type<Office>().notNull(),
    post: text("post").notNull(),
    seats: integer("seats").notNull(),
    mode: text("mode").$type<Mode>().notNull(),
    method: text("method").$type<Method>().notNull(),
    group: text("group_name").$type<GroupName>().notNull(),
    tie: text("tie").$type<TieRule>().notNull(),
    candidates: jsonb("candidates").$type<readonly Candidate[]>().notNull(),
    trust: jsonb("trust").$type<Trust>().notNull(),
    trustees: jsonb("trustees").$type<readonly Trustee[]>().notNull(),
    attempt: integer("attempt").notNull().default(1),
    tellers: jsonb("tellers").$type<readonly Person[]>().notNull(),
    state: text("state").$type<ElectionState>().notNull(),
    rules: text("rules"),
    rulesBasis: text("rules_basis"),
    rulesOn: dayColumn("rules_on"),
    present: integer("present"),
    openedAt: timestamp("opened_at", { withTimezone: true }),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    countedOn: dayColumn("counted_on"),
    announcedOn: dayColumn("announced_on"),
    courseId: text("course_id"),
    ratifiedOn: dayColumn("ratified_on"),
    filedOn: dayColumn("filed_on"),
    receipt: text("receipt"),
    because: text("because"),
    result: jsonb("result").$type<Result>(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("election_uuid").on(t.universityId, t.uuid),
    uniqueIndex("election_round").on(t.universityId, t.series, t.round),
    index("election_assembly").on(t.universityId, t.assemblyId),
    index("election_union").on(t.universityId, t.unionId, t.office),
  ],
)

/** What trustees' browsers posted while the key was made: public, each once. Append-only. */
export const message = pgTable(
  "election_message",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    attempt: integer("attempt").notNull(),
    trustee: integer("trustee").notNull(),
    kind: text("kind").$type<"key" | "cert" | "deal" | "output" | "blame">().notNull(),
    body: text("body").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.electionId, t.attempt, t.trustee, t.kind] })],
)

/** The public key of a delegate's phone; the last version is used. Append-only: a substituted key leaves a trace. */
export const device = pgTable(
  "election_device",
  {
    universityId: universityId(),
    assemblyId: text("assembly_id").notNull(),
    number: text("number").notNull(),
    version: integer("version").notNull(),
    key: text("key").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.assemblyId, t.number, t.version] })],
)

/** Ballots given out: the public credentials, sorted, and who was present. Nothing links the two. Append-only. */
export const issue = pgTable(
  "election_issue",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    version: integer("version").notNull(),
    /** public_creds.json */
    credentials: text("credentials").notNull(),
    issued: integer("issued").notNull(),
    officer: jsonb("officer").$type<Person>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.electionId, t.version] })],
)

/** A delegate's private credential, sealed to the phone's key: the server cannot open it. Null: a printed slip. */
export const envelope = pgTable(
  "election_envelope",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    version: integer("version").notNull(),
    number: text("number").notNull(),
    key: text("key"),
    sealed: text("sealed"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.electionId, t.version, t.number] })],
)

/** The end of an election's chain: whoever appends holds this row. */
export const head = pgTable(
  "election_head",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    /** Seconds, of every record of the archive. */
    timestamp: integer("timestamp").notNull(),
    height: integer("height").notNull(),
    hash: text("hash").notNull(),
    casting: boolean("casting").notNull(),
    ballots: integer("ballots").notNull(),
    election: text("election").notNull(),
    trustees: text("trustees").notNull(),
    credentials: text("credentials").notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.electionId] })],
)

/**
 * The public archive, event by event: the bytes as they stand in the `.bel` file. Append-only. No time, address or
 * session is kept with a ballot.
 */
export const event = pgTable(
  "election_event",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    height: integer("height").notNull(),
    type: text("type")
      .$type<"Setup" | "Ballot" | "EndBallots" | "EncryptedTally" | "PartialDecryption" | "Result">()
      .notNull(),
    hash: text("hash").notNull(),
    bytes: bytes("bytes").notNull(),
    tracker: text("tracker"),
    credential: text("credential"),
    /** Of a partial decryption: the trustee's number. */
    owner: integer("owner"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.electionId, t.height] }),
    uniqueIndex("election_event_tracker").on(t.universityId, t.electionId, t.tracker),
    index("election_event_credential").on(t.universityId, t.electionId, t.credential, t.height),
  ],
)

/** A teller's sheet; the last version speaks. Append-only. */
export const sheet = pgTable(
  "election_sheet",
  {
    universityId: universityId(),
    electionId: text("election_id").notNull(),
    number: text("number").notNull(),
    version: integer("version").notNull(),
    body: jsonb("body").$type<import("./paper-count.ts").Sheet>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.electionId, t.number, t.version] })],
)

/** The university's key that signs checkpoints of boards, made on first use. */
export const signingKey = pgTable(
  "election_signing_key",
  {
    universityId: universityId(),
    /** PEM */
    publicKey: text("public_key").notNull(),
    privateKey: text("private_key").notNull(),
    madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.universityId] })],
)

/** Posts filled by a ratified result (5.1). Append-only. */
export const seated = pgTable(
  "election_seated",
  {
    universityId: universityId(),
    postId: text("post_id").notNull(),
    electionId: text("election_id").notNull(),
    number: text("number").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.postId] }),
    index("election_seated_of").on(t.universityId, t.electionId),
  ],
)
