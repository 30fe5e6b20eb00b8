import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string().max(40)
const ids = z.array(id).min(1).max(100)
const because = z.string().trim().min(2).max(300)
const desk = z.object({ key: z.string(), name: z.string(), kind: z.string() })
const at = z.string().max(120).optional()

const line = z.object({
  id,
  nth: z.number(),
  title: z.string(),
  text: z.string(),
  category: z.string(),
  place: z.string(),
  raisedOn: day,
  /** 登记表第N号, of those that came with the hand-kept register. */
  source: z.string().nullable(),
  anonymous: z.boolean(),
  voices: z.number(),
  /** Needs merged into it already. */
  parts: z.number(),
  state: z.enum(["sorting", "sent", "accepted", "answered", "done", "declined"]),
  office: z.string().nullable(),
  /** Raised by the person asking, who does not merge it. */
  own: z.boolean(),
})

/** Needs of a desk that are proposed as one matter, the surest first. */
export const groups = question(
  "merging.groups",
  z.object({ at, page: z.coerce.number().int().min(1).default(1) }),
  z.object({
    desks: z.array(desk),
    at: z.string(),
    size: z.number(),
    total: z.number(),
    /** Still comparing: ask again. */
    pending: z.boolean(),
    items: z.array(
      z.object({
        key: z.string(),
        score: z.number(),
        shared: z.array(z.string()),
        lead: id,
        needs: z.array(line),
      }),
    ),
  }),
)

/** How many groups wait at one's desks. */
export const count = question(
  "merging.count",
  nothing,
  z.object({ groups: z.number(), pending: z.boolean() }),
)

const one = z.object({ id, nth: z.number(), title: z.string() })

/** What was merged, and what was said not to be one matter: both can be undone. `into`: of one need. */
export const done = question(
  "merging.done",
  z.object({ at, into: id.optional() }),
  z.object({
    merged: z.array(
      one.extend({
        into: one,
        because: z.string(),
        byName: z.string(),
        at: z.string(),
        can: z.object({ undo: z.boolean() }),
      }),
    ),
    apart: z.array(
      z.object({
        id,
        byName: z.string(),
        on: day,
        needs: z.array(one),
        can: z.object({ undo: z.boolean() }),
      }),
    ),
  }),
)

/** 合并: `needs` become part of `into`, with all their voices. */
export const merge = verb("merging.merge", z.object({ into: id, needs: ids, because }), nothing)
/** 拆开 */
export const unmerge = verb("merging.unmerge", z.object({ id, because }), nothing)
/** 不是一回事: none of these is one matter with any of those; never proposed again. */
export const apart = verb("merging.apart", z.object({ needs: ids, from: ids }), nothing)
/** Said by mistake: they may be proposed again. */
export const again = verb("merging.again", z.object({ id }), nothing)
