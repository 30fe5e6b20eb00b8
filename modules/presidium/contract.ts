import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const union = z.string()
const semester = {
  schoolYear: z.number().int().min(2000).max(2200),
  half: z.union([z.literal(1), z.literal(2)]),
}
const member = z.object({ number: z.string(), name: z.string() })
const because = z.string().trim().min(2).max(300)

/** A plan of turns for the semesters that lie ahead; without turns, the one the product suggests. */
export const propose = verb(
  "presidium.propose",
  z.object({
    union,
    turns: z
      .array(z.object({ ...semester, number: z.string() }))
      .min(1)
      .max(20)
      .optional(),
    because: because.default("按轮值顺序拟定"),
  }),
  z.object({ id: z.string(), adopted: z.boolean() }),
)

/** A member agrees to the proposal as it stands; with more than half of the presidium it is in force. */
export const agree = verb("presidium.agree", z.object({ id: z.string() }), z.object({ adopted: z.boolean() }))

/** Who does the chair's work from a day to a day, both included, and why. */
export const nameStandIn = verb(
  "presidium.name-stand-in",
  z.object({ union, number: z.string(), from: day, until: day, because }),
  z.object({ id: z.string() }),
)

/** The chair is back: yesterday was the stand-in's last day. */
export const endStandIn = verb("presidium.end-stand-in", z.object({ id: z.string() }), nothing)

/** The outgoing chair's note and the open matters gone through, signed. */
export const handOver = verb(
  "presidium.hand-over",
  z.object({
    union,
    ...semester,
    note: z.string().trim().min(10).max(5000),
    /** Ids of the matters explained to the next chair: all that are open. */
    matters: z.array(z.string()).max(2000),
  }),
  nothing,
)

export const takeOver = verb("presidium.take-over", z.object({ union, ...semester }), nothing)

/** A new secret calendar address; the one before stops working. Shown this once. */
export const openFeed = verb("presidium.open-feed", z.object({ union }), z.object({ address: z.string() }))

export const closeFeed = verb("presidium.close-feed", z.object({ union }), nothing)

const turn = z.object({
  ...semester,
  semester: z.string(),
  from: day,
  to: day,
  number: z.string(),
  name: z.string(),
  state: z.enum(["past", "now", "planned"]),
  /** Still a member on the day asked. */
  member: z.boolean(),
})

const plan = z.object({
  id: z.string(),
  turns: z.array(turn),
  because: z.string(),
  by: z.string(),
  at: z.string(),
  adoptedOn: day.nullable(),
  agreed: z.array(z.string()),
  /** How many must agree. */
  needed: z.number(),
})

const matter = z.object({
  id: z.string(),
  kind: z.enum(["course", "minutes", "resolution"]),
  title: z.string(),
  since: day,
  href: z.string(),
})

const handoverView = z.object({
  ...semester,
  semester: z.string(),
  outgoing: member,
  incoming: member,
  due: day,
  late: z.boolean(),
  note: z.string().nullable(),
  matters: z.array(matter),
  given: z.object({ by: z.string(), on: day }).nullable(),
  taken: z.object({ by: z.string(), on: day }).nullable(),
  can: z.object({ give: z.boolean(), take: z.boolean() }),
})

/** A union's rotation on a day. */
export const one = question(
  "presidium.one",
  z.object({ union, on: day.optional() }),
  z.object({
    on: day,
    union: z.object({ id: z.string(), name: z.string() }),
    rotation: z.boolean().nullable(),
    /** Which rule says who convenes, in one sentence. */
    reading: z.string(),
    semester: z.string(),
    chair: member.nullable(),
    standIn: member.nullable(),
    members: z.array(member.extend({ title: z.string(), turns: z.number() })),
    plan: plan.nullable(),
    proposal: plan.extend({ mine: z.boolean() }).nullable(),
    /** What the product suggests for the semesters ahead. */
    suggestion: z.array(
      z.object({ ...semester, semester: z.string(), number: z.string(), name: z.string() }),
    ),
    earlier: z.array(plan),
    standIns: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        for: z.string(),
        from: day,
        until: day,
        because: z.string(),
        by: z.string(),
        can: z.object({ end: z.boolean() }),
      }),
    ),
    handovers: z.array(handoverView),
    feed: z.object({ by: z.string(), at: z.string() }).nullable(),
    can: z.record(z.string(), z.boolean()),
  }),
)

export const list = question(
  "presidium.list",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rotation: z.boolean().nullable(),
        members: z.number(),
        chair: z.string().nullable(),
        standIn: z.string().nullable(),
        /** Semesters planned after this one. */
        planned: z.number(),
        handover: z.enum(["none", "open", "late", "done"]),
      }),
    ),
  }),
)
