import { z } from "zod"
import { flag, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

const time = z.string()

/** My reminders, the newest first. */
export const list = question(
  "reminders.list",
  z.object({ unread: flag.optional(), ...paging }),
  pageOf(
    z.object({
      id: z.string(),
      title: z.string(),
      detail: z.string(),
      href: z.string(),
      clause: z.string().nullable(),
      at: time,
      read: z.boolean(),
    }),
  ).extend({ unread: z.number() }),
)

/** How many I have not read: the number at the bell. */
export const count = question("reminders.count", nothing, z.object({ unread: z.number() }))

export const read = verb("reminders.read", z.object({ id: z.string() }), nothing)

export const readAll = verb("reminders.read-all", nothing, z.object({ read: z.number() }))

const robotKind = z.enum(["wecom", "dingtalk", "feishu"])

/** What leaves the house for me: my e-mail, and the robots of the offices and unions I answer for. */
export const settings = question(
  "reminders.settings",
  nothing,
  z.object({
    mail: z.object({
      /** Whether this installation sends e-mail. */
      ready: z.boolean(),
      frequency: z.enum(["off", "daily", "weekly"]),
      address: z.string().nullable(),
      /** Waits for its code. */
      pending: z.string().nullable(),
    }),
    /** Whether this installation knows its own address, without which robots have no link to give. */
    robotsReady: z.boolean(),
    desks: z.array(z.object({ ownerId: z.string(), ownerName: z.string() })),
    robots: z.array(
      z.object({
        id: z.string(),
        ownerId: z.string(),
        ownerName: z.string(),
        kind: robotKind,
        /** Where it stands; the rest of its address is a secret. */
        host: z.string(),
        on: z.boolean(),
        by: z.string(),
        lastSent: time.nullable(),
        lastError: z.string().nullable(),
      }),
    ),
  }),
)

/** Where e-mail shall go: a code is sent there. */
export const address = verb("reminders.address", z.object({ address: z.email().max(200) }), nothing)

export const confirm = verb("reminders.confirm", z.object({ code: z.string().trim().max(20) }), nothing)

export const frequency = verb(
  "reminders.frequency",
  z.object({ frequency: z.enum(["off", "daily", "weekly"]) }),
  nothing,
)

/** Forget my address; nothing is sent any more. */
export const forget = verb("reminders.forget", nothing, nothing)

export const addRobot = verb(
  "reminders.add-robot",
  z.object({
    ownerId: z.string(),
    kind: robotKind,
    url: z.string().trim().min(10).max(500),
    secret: z.string().trim().max(200).optional(),
  }),
  z.object({ id: z.string() }),
)

export const turnRobot = verb("reminders.turn-robot", z.object({ id: z.string(), on: z.boolean() }), nothing)

export const removeRobot = verb("reminders.remove-robot", z.object({ id: z.string() }), nothing)

/** Send a sentence that says nothing, to see that it arrives. */
export const tryRobot = verb("reminders.try-robot", z.object({ id: z.string() }), nothing)

/** What could not be sent, and how the jobs of the machine are doing. For administrators. */
export const machine = question(
  "reminders.machine",
  z.object({ ...paging }),
  pageOf(
    z.object({
      id: z.string(),
      channel: z.enum(["mail", "robot"]),
      kind: z.enum(["code", "digest", "test"]),
      /** The robot's owner, or the address with all but its first sign and its host hidden. */
      to: z.string(),
      createdAt: time,
      tries: z.number(),
      givenUp: z.boolean(),
      nextAt: time,
      error: z.string().nullable(),
      can: z.object({ retry: z.boolean() }),
    }),
  ).extend({
    mailReady: z.boolean(),
    site: z.string().nullable(),
    sent: z.number(),
    jobs: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        cron: z.string(),
        lastDone: time.nullable(),
        lastFailed: time.nullable(),
        failures: z.number(),
        error: z.string().nullable(),
      }),
    ),
  }),
)

export const retry = verb("reminders.retry", z.object({ id: z.string() }), nothing)
