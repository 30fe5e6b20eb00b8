import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

/** Times on the wire are ISO 8601 with offset; days are `YYYY-MM-DD`. */
const time = z.string()

/** A post held today, as its holder sees it. */
const capacity = z.object({
  office: z.string(),
  officeName: z.string(),
  scopeName: z.string(),
  title: z.string(),
})

/** Who is looking, and at which university: the first question every app asks. Anyone may. */
export const me = question(
  "accounts.me",
  nothing,
  z.object({
    signedIn: z.boolean(),
    account: z
      .object({ id: z.string(), number: z.string(), name: z.string(), secondFactor: z.boolean() })
      .optional(),
    admin: z.boolean().optional(),
    university: z.object({
      id: z.string(),
      name: z.string(),
      shortName: z.string(),
      /** Today in China, or the sample's fixed day (then also in `referenceDay`). */
      today: day,
      referenceDay: day.optional(),
      sample: z.boolean().optional(),
    }),
    capacities: z.array(capacity),
    /** Rooms and general abilities of this person, by ability name (`accounts.list`, `imports.upload`…). */
    can: z.record(z.string(), z.boolean()),
  }),
)

/** Whether there is a university yet. Anyone may ask. */
export const setUpNeeded = question("accounts.set-up", nothing, z.object({ needed: z.boolean() }))

/**
 * The first university and its administrator, before there is any: `token` is the one printed where the
 * product was started. The code leads to `activate`; it is told here once.
 */
export const setUp = verb(
  "accounts.set-up",
  z.object({
    token: z.string().trim().max(80),
    name: z.string().trim().min(2).max(60),
    shortName: z.string().trim().min(1).max(20),
    adminNumber: z.string().trim().min(1).max(40),
    adminName: z.string().trim().min(1).max(60),
  }),
  z.object({ activationCode: z.string(), expires: time }),
)

/** `second-factor`: the password was right; call again with the same two and `code`. */
export const signIn = verb(
  "accounts.sign-in",
  z.object({
    number: z.string().trim().min(1).max(40),
    password: z.string().min(1).max(200),
    /** Six digits from the app. */
    code: z.string().trim().max(20).optional(),
  }),
  z.object({ next: z.enum(["done", "second-factor"]) }),
)

/** First use, or after a reset: the code was handed over in person. Leaves the person signed in. */
export const activate = verb(
  "accounts.activate",
  z.object({
    number: z.string().trim().min(1).max(40),
    activationCode: z.string().trim().min(1).max(40),
    password: z.string().min(10).max(200),
  }),
  nothing,
)

export const signOut = verb("accounts.sign-out", nothing, nothing)

/** My living sessions, the one in use first. */
export const sessions = question(
  "accounts.sessions",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        startedAt: time,
        lastUsedAt: time,
        /** Browser and system in words, e.g. `Chrome · Windows`. */
        agent: z.string(),
        address: z.string(),
      }),
    ),
  }),
)

/** End one of my sessions, or with `all` every one but this. */
export const revoke = verb(
  "accounts.revoke",
  z.object({ session: z.string().optional(), all: z.boolean().optional() }),
  z.object({ ended: z.number() }),
)

/** Ends every other session. */
export const changePassword = verb(
  "accounts.change-password",
  z.object({ current: z.string().min(1).max(200), password: z.string().min(10).max(200) }),
  nothing,
)

export const secondFactorBegin = verb(
  "accounts.second-factor-begin",
  nothing,
  z.object({
    /** Base32, for typing by hand. */
    secret: z.string(),
    otpauthUrl: z.string(),
    /** A whole `<svg>` element made by the server. */
    qrSvg: z.string(),
  }),
)

export const secondFactorConfirm = verb(
  "accounts.second-factor-confirm",
  z.object({ code: z.string().trim().min(6).max(20) }),
  nothing,
)

export const secondFactorRemove = verb(
  "accounts.second-factor-remove",
  z.object({ password: z.string().min(1).max(200) }),
  nothing,
)

/** Administrator: the accounts, by number. */
export const list = question(
  "accounts.list",
  z.object({ ...paging, search: z.string().trim().max(60).optional() }),
  pageOf(
    z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      admin: z.boolean(),
      /** `waiting`: a first-use code is out and not yet used; `none`: no code was ever issued. */
      state: z.enum(["none", "waiting", "active", "disabled"]),
      secondFactor: z.boolean(),
      lastSignInAt: time.optional(),
      can: z.record(z.string(), z.boolean()),
    }),
  ),
)

/** Administrator: a first-use code to hand over. Shown once. Also resets password and second factor. */
export const issueCode = verb(
  "accounts.issue-code",
  z.object({
    number: z.string().trim().min(1).max(40),
    /** Required for a number the register does not know (staff). */
    name: z.string().trim().max(40).optional(),
  }),
  z.object({ code: z.string(), expires: time }),
)

/** Administrator: close an account and end its sessions; `enable` opens it again. */
export const disable = verb(
  "accounts.disable",
  z.object({ number: z.string().trim().min(1).max(40), enable: z.boolean().optional() }),
  nothing,
)
