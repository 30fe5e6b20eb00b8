import { z } from "zod"
import { day, question } from "#kit/contract.ts"

const id = z.string()
const outcome = z.enum(["A", "B", "C", "D"])

/** What everybody may know of a need on the public board. */
const shown = z.object({
  id,
  nth: z.number(),
  union: z.string(),
  title: z.string(),
  text: z.string(),
  place: z.string(),
  category: z.string(),
  field: z.string(),
  raisedOn: day,
  /** Null where fewer than may be told. */
  voices: z.number().nullable(),
  state: z.enum(["sorting", "sent", "accepted", "answered", "done", "declined"]),
  closed: z.boolean(),
  office: z.string().nullable(),
  due: day.nullable(),
  late: z.boolean(),
  round: z.number(),
  because: z.string().nullable(),
  answers: z.array(
    z.object({
      round: z.number(),
      kind: z.enum(["answer", "solution"]),
      outcome,
      text: z.string(),
      office: z.string(),
      on: day,
    }),
  ),
  /** Sums; null where fewer than may be told have spoken. */
  ratings: z.object({ count: z.number(), solved: z.number(), stars: z.number() }).nullable(),
  /** What happened, without who and why. */
  steps: z.array(z.object({ what: z.string(), office: z.string().nullable(), on: day })),
})

export const open = question("handling.public", z.object({ id }), shown)

/** The same for somebody signed in, with what is his or hers: whether it is on the board or not. */
export const own = question(
  "handling.own",
  z.object({ id }),
  shown.extend({
    onBoard: z.boolean(),
    mergedFrom: z.object({ nth: z.number(), title: z.string() }).nullable(),
    raised: z.boolean(),
    joined: z.boolean(),
    /** As one's own handlers see who raised it. */
    shown: z.enum(["named", "desk", "anonymous"]).nullable(),
    photos: z.array(z.string()),
    thread: z.array(
      z.object({ text: z.string(), from: z.enum(["handler", "raiser"]), name: z.string(), on: day }),
    ),
    mine: z.object({ solved: z.boolean(), stars: z.number() }).nullable(),
    rateUntil: day.nullable(),
    reopenings: z.object({ left: z.number() }),
    assemblies: z.array(z.object({ id, name: z.string() })),
    can: z.record(z.string(), z.boolean()),
  }),
)
