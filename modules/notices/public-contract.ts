import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"
import { kinds } from "./kinds.ts"

const kind = z.enum(kinds)
const id = z.object({ id: z.string() })
const change = z.object({ kind: z.enum(["kept", "added", "removed"]), text: z.string() })

/** What a reader did with a notice meant for him or her. */
const mine = z.object({
  unread: z.boolean(),
  /** Opened before, and corrected since. */
  corrected: z.boolean(),
  confirm: z.enum(["not-asked", "waiting", "done"]),
  /** The last day somebody asked again, while it still waits. */
  remindedOn: day.nullable(),
})

const line = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  sender: z.string(),
  publishedOn: day,
  correctedOn: day.nullable(),
  withdrawn: z.object({ on: day, because: z.string() }).nullable(),
  dueOn: day.nullable(),
  mine: mine.nullable(),
})

/** Open to everybody, and with them those meant for whoever is signed in. */
export const publicList = question(
  "notices.public-list",
  z.object({
    text: z.string().trim().max(80).optional(),
    kind: kind.optional(),
    only: z.enum(["mine", "unread"]).optional(),
    ...paging,
  }),
  pageOf(line).extend({ unread: z.number() }),
)

/** One of them, to be read. Withdrawn ones show no text. */
export const publicOne = question(
  "notices.public-one",
  id,
  line.extend({
    version: z.number(),
    text: z.string(),
    files: z.array(z.object({ id: z.string(), name: z.string() })),
    confirmedOn: day.nullable(),
    /** What was corrected, the newest first. */
    corrections: z.array(
      z.object({ number: z.number(), onDay: day, because: z.string(), changes: z.array(change) }),
    ),
    /** The page at a desk, for those who follow it. */
    follows: z.boolean(),
    can: z.object({ open: z.boolean(), confirm: z.boolean() }),
  }),
)

/** Opened by somebody it is meant for; the first time counts. Not written to the log by name. */
export const open = verb("notices.open", id, nothing)

/** 已阅: the version read is confirmed. */
export const confirm = verb(
  "notices.confirm",
  z.object({ id: z.string(), version: z.number().int() }),
  nothing,
)
