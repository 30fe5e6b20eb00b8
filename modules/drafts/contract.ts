import { z } from "zod"
import { day, pageOf, paging, question, verb } from "#kit/contract.ts"

export const postKinds = ["presidium", "head", "member"] as const
const kind = z.enum(["presidium", "head", "member"])
const title = z.string().trim().min(1).max(40)
const department = z.string().trim().min(1).max(60).nullable()

/** One change tried on the copy. Posts are named by their id; an added one gets its id from the server. */
export const op = z.discriminatedUnion("op", [
  z.object({ op: z.literal("end-post"), post: z.string() }),
  z.object({
    op: z.literal("add-post"),
    id: z.string().optional(),
    number: z.string().trim().min(1).max(40),
    /** Empty: as the register has it. */
    name: z.string().trim().max(40),
    kind,
    title,
    department,
  }),
  z.object({ op: z.literal("move-post"), post: z.string(), kind, title, department }),
  z.object({ op: z.literal("add-department"), name: z.string().trim().min(1).max(60) }),
  z.object({ op: z.literal("close-department"), name: z.string() }),
])

const verdict = z.enum(["met", "explained", "warning", "violated", "unknown"])
const totals = z.record(verdict, z.number())
const unionLine = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(["school", "faculty"]),
  kind: z.enum(["undergraduate", "graduate"]),
})

const brief = z.object({
  id: z.string(),
  title: z.string(),
  union: unionLine,
  ops: z.number(),
  asOf: day,
  shared: z.boolean(),
  status: z.enum(["open", "applied", "dropped"]),
  by: z.string(),
  mine: z.boolean(),
  at: z.string(),
})

const post = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  kind: z.enum(["presidium", "head", "member", "listed"]),
  department: z.string().nullable(),
  faculty: z.string().nullable(),
  /** What the draft does with it. */
  change: z.enum(["same", "moved", "added", "ended"]),
  /** Where a moved one comes from: 学习部 干事. */
  was: z.string().nullable(),
})

const side = z.object({
  verdict,
  value: z.union([z.number(), z.string()]).nullable(),
  because: z.string(),
})

const id = z.object({ id: z.string() })

export const draftsList = question(
  "drafts.list",
  z.object({ unionId: z.string().optional(), ...paging }),
  pageOf(brief).extend({ /** Unions one may draft for. */ unions: z.array(unionLine) }),
)

/** The copy, what would change in the findings, and what stands in the way of applying it. */
export const draftsOne = question(
  "drafts.one",
  id,
  z.object({
    draft: brief.extend({
      list: z.array(op),
      applied: z.object({ from: day, by: z.string(), at: z.string() }).nullable(),
    }),
    today: day,
    /** The earliest day it may be applied from. */
    earliest: day,
    departments: z.array(z.object({ name: z.string(), change: z.enum(["same", "added", "closed"]) })),
    posts: z.array(post),
    before: totals,
    after: totals,
    /** Only what changes. Null: nothing was, or nothing would be, said of it. */
    changes: z.array(
      z.object({
        clause: z.string(),
        label: z.string(),
        subject: z.string().nullable(),
        limit: z.string(),
        before: side.nullable(),
        after: side.nullable(),
      }),
    ),
    obstacles: z.array(
      z.object({
        because: z.string(),
        code: z.string(),
        clause: z.string().optional(),
        cure: z.string().optional(),
      }),
    ),
    can: z.object({ change: z.boolean(), apply: z.boolean(), rebase: z.boolean() }),
  }),
)

export const draftsCreate = verb(
  "drafts.create",
  z.object({ unionId: z.string(), title: z.string().trim().min(2).max(80) }),
  id,
)

/** The whole list of ops anew. `rebase`: over today's roster, leaving out ops whose posts are gone. */
export const draftsChange = verb(
  "drafts.change",
  z.object({
    id: z.string(),
    title: z.string().trim().min(2).max(80).optional(),
    ops: z.array(op).max(200).optional(),
    rebase: z.boolean().optional(),
  }),
  z.object({ id: z.string(), left: z.number() }),
)
export const draftsShare = verb("drafts.share", z.object({ id: z.string(), shared: z.boolean() }), id)
export const draftsDrop = verb("drafts.drop", id, id)
/** Make it so from a day on. */
export const draftsApply = verb("drafts.apply", z.object({ id: z.string(), from: day }), id)
