import { z } from "zod"
import { nothing, verb } from "#kit/contract.ts"

export { office, one, queue, settings } from "./contract-desk.ts"
export { open, own } from "./contract-public.ts"

const id = z.string()
const ids = z.array(id).min(1).max(100)
const because = z.string().trim().min(4).max(500)
const words = (max: number) => z.string().trim().max(max)
const office = z.object({ kind: z.string(), place: z.string() })
const outcome = z.enum(["A", "B", "C", "D"])

/** 转办 */
export const send = verb(
  "handling.send",
  z.object({
    id,
    office,
    /** Whether it stands on the public board. */
    open: z.boolean(),
    categoryId: z.string().optional(),
    words: words(500).default(""),
  }),
  nothing,
)

/** 不予受理; `open`: shown on the public board with the reason. */
export const decline = verb(
  "handling.decline",
  z.object({ id, because, open: z.boolean().default(false) }),
  nothing,
)

/** 由本会答复 */
export const keep = verb("handling.keep", z.object({ id, open: z.boolean() }), nothing)

/** 更正类别: a report of conduct moves to the League committee's desk with it. */
export const correct = verb("handling.correct", z.object({ id, categoryId: z.string() }), nothing)

/** To somebody of the desk; without a number, to nobody. */
export const assign = verb("handling.assign", z.object({ id, number: z.string().nullable() }), nothing)

/** One decision over many: all of it or, with the first it fails on named, nothing. */
export const batch = verb(
  "handling.batch",
  z.object({
    ids,
    deed: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("send"), office, open: z.boolean(), words: words(500).default("") }),
      z.object({ kind: z.literal("decline"), because, open: z.boolean().default(false) }),
      z.object({ kind: z.literal("assign"), number: z.string().nullable() }),
    ]),
  }),
  z.object({ done: z.number() }),
)

/** For the handlers alone. */
export const note = verb("handling.note", z.object({ id, text: words(1000).min(2) }), nothing)

/** To who raised it; `of` is the need itself or one merged into it. */
export const ask = verb("handling.ask", z.object({ id, of: id, text: words(1000).min(2) }), nothing)
export const reply = verb("handling.reply", z.object({ id, text: words(1000).min(2) }), nothing)

/** The answer. By a deciding post it goes on for approval, and by who signs, with `sign`, at once; a clerk prepares it. */
export const answer = verb(
  "handling.answer",
  z.object({ id, outcome, text: words(5000).min(10), sign: z.boolean().default(false) }),
  z.object({ state: z.enum(["prepared", "handed-on", "signed"]) }),
)

/** 办结情况 of what was under way: by who signs it is done, by others prepared. */
export const solve = verb(
  "handling.solve",
  z.object({ id, text: words(5000).min(10), sign: z.boolean().default(false) }),
  z.object({ state: z.enum(["prepared", "signed"]) }),
)

/** Whether it is solved, in one to five stars and in words: each voice once a round. */
export const rate = verb(
  "handling.rate",
  z.object({ id, solved: z.boolean(), stars: z.number().int().min(1).max(5), words: words(500).default("") }),
  nothing,
)
export const reopen = verb("handling.reopen", z.object({ id, because }), nothing)

/** A delegate makes a 提案 of it: a draft at an assembly that takes proposals. */
export const propose = verb(
  "handling.propose",
  z.object({ id, assembly: z.string() }),
  z.object({ draft: z.string() }),
)

const at = z.string()

export const saveTemplate = verb(
  "handling.save-template",
  z.object({ at, id: id.optional(), name: words(40).min(2), text: words(2000).min(4) }),
  z.object({ id }),
)
export const dropTemplate = verb("handling.drop-template", z.object({ at, id }), nothing)

/** One's own view of the queue, under a name; saved again it is another. */
export const saveView = verb(
  "handling.save-view",
  z.object({ name: words(20).min(1), query: z.record(z.string().max(20), z.string().max(80)) }),
  nothing,
)
export const dropView = verb("handling.drop-view", z.object({ name: z.string() }), nothing)

export const nameDesk = verb(
  "handling.name-desk",
  z.object({ union: z.string(), department: words(40).min(2) }),
  nothing,
)
