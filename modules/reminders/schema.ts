import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { dayColumn, universityId } from "../../kit/server/tenancy.ts"

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Something that happened or is late, told to one person. */
export const reminder = pgTable(
  "reminder",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    /** 学号 or 工号 of the person told. */
    number: text("number").notNull(),
    /** What is told: nobody is told the same twice. */
    key: text("key").notNull(),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    href: text("href").notNull(),
    clause: text("clause"),
    at: moment("at").notNull(),
    readAt: moment("read_at"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("reminder_key").on(t.universityId, t.number, t.key),
    index("reminder_person").on(t.universityId, t.number, t.id),
  ],
)

/** What a person wants by e-mail; no row: nothing. */
export const mailing = pgTable(
  "mailing",
  {
    universityId: universityId(),
    number: text("number").notNull(),
    frequency: text("frequency").$type<"off" | "daily" | "weekly">().notNull().default("off"),
    /** Confirmed: a code sent there came back. */
    address: text("address"),
    pending: text("pending"),
    codeHash: text("code_hash"),
    codeExpires: moment("code_expires"),
    codeTries: integer("code_tries").notNull().default(0),
    lastDigest: dayColumn("last_digest"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.number] })],
)

/** A group robot of an office or a union. Its address is a secret too. */
export const robot = pgTable(
  "robot",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    /** The office's id or the union's. */
    ownerId: text("owner_id").notNull(),
    ownerName: text("owner_name").notNull(),
    /** As courses wait for it: kind of office and place. */
    office: text("office").notNull(),
    place: text("place").notNull(),
    kind: text("kind").$type<"wecom" | "dingtalk" | "feishu">().notNull(),
    url: text("url").notNull(),
    secret: text("secret"),
    on: boolean("turned_on").notNull().default(false),
    byName: text("by_name").notNull(),
    createdAt: moment("created_at").notNull(),
    lastSent: moment("last_sent"),
    lastError: text("last_error"),
    lastDigest: dayColumn("last_digest"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("robot_owner").on(t.universityId, t.ownerId),
  ],
)

/** The outbox: what shall leave the house, written in the transaction that wants it, sent by a job. */
export const delivery = pgTable(
  "delivery",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    channel: text("channel").$type<"mail" | "robot">().notNull(),
    kind: text("kind").$type<"code" | "digest" | "test">().notNull(),
    /** Whose it is: the person's number, or the robot's id. */
    owner: text("owner").notNull(),
    address: text("address"),
    subject: text("subject").notNull(),
    /** Taken out once it was sent or, for a code, given up. */
    text: text("text"),
    state: text("state").$type<"queued" | "sent" | "given-up">().notNull().default("queued"),
    tries: integer("tries").notNull().default(0),
    nextAt: moment("next_at").notNull(),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
    error: text("error"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    index("delivery_due").on(t.universityId, t.state, t.nextAt),
    index("delivery_owner").on(t.universityId, t.owner),
  ],
)
