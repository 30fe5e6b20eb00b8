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
import { universityId } from "../../kit/server/tenancy.ts"

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const account = pgTable(
  "account",
  {
    universityId: universityId(),
    id: text("id").notNull(),
    /** 学号 or 工号. */
    number: text("number").notNull(),
    name: text("name").notNull(),
    /** argon2id; null until the account is activated: there is no default password. */
    passwordHash: text("password_hash"),
    /** SHA-256 of the code an administrator handed out; good once, until `codeExpires`. */
    codeHash: text("code_hash"),
    codeExpires: moment("code_expires"),
    totpSecret: text("totp_secret"),
    /** Begun but not yet confirmed with a first code. */
    totpPending: text("totp_pending"),
    /** The last time step whose code was used: no code serves twice. */
    totpLast: integer("totp_last").notNull().default(0),
    /** Keeps the machine; decides nothing. */
    admin: boolean("admin").notNull().default(false),
    disabled: boolean("disabled").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    lastSignIn: moment("last_sign_in"),
  },
  (t) => [
    primaryKey({ columns: [t.universityId, t.id] }),
    uniqueIndex("account_number").on(t.universityId, t.number),
  ],
)

/** Guesses counted per number and per address, whether or not such a number exists. */
export const attempt = pgTable(
  "sign_in_attempt",
  {
    universityId: universityId(),
    /** `number:…`, or `address:` and a hash of it. */
    key: text("key").notNull(),
    count: integer("count").notNull(),
    since: moment("since").notNull(),
    lockedUntil: moment("locked_until"),
  },
  (t) => [primaryKey({ columns: [t.universityId, t.key] })],
)

/** A system table: a request is known by its session before its university is. */
export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the token in the cookie: a stolen table opens no door. */
    tokenHash: text("token_hash").notNull(),
    university: text("university").notNull(),
    accountId: text("account_id").notNull(),
    createdAt: moment("created_at").notNull(),
    lastSeen: moment("last_seen").notNull(),
    expiresAt: moment("expires_at").notNull(),
    device: text("device").notNull(),
    /** The address without its last part. */
    place: text("place").notNull(),
  },
  (t) => [
    uniqueIndex("session_token").on(t.tokenHash),
    index("session_account").on(t.university, t.accountId),
    index("session_expires").on(t.expiresAt),
  ],
)
