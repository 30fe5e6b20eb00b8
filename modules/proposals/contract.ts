import { z } from "zod"
import { day, nothing, paging, question, verb } from "#kit/contract.ts"

const id = z.string()
const assembly = z.string()
const because = z.string().trim().min(4).max(500)
export const kind = z.enum(["individual", "joint", "delegation"])
export const state = z.enum([
  "draft",
  "submitted",
  "returned",
  "merged",
  "filed",
  "suggestion",
  "declined",
  "withdrawn",
])
export const step = z.enum(["answering", "approving", "rating", "done"])
export const outcome = z.enum(["A", "B", "C", "D"])
export const rating = z.enum(["satisfied", "fairly", "unsatisfied"])
const field = z.enum(["学业发展", "身心健康", "社会融入", "权益维护"])
const category = z.object({ name: z.string().trim().min(2).max(20), field })
const words = (max: number) => z.string().trim().max(max)
const bearer = z.object({
  number: z.string(),
  name: z.string(),
  state: z.enum(["asked", "accepted", "declined"]),
})

const rules = {
  opensOn: day,
  closesOn: day,
  jointLeast: z.number().int().min(2).max(50),
  answerDays: z.number().int().min(1).max(200),
  categories: z.array(category).min(1).max(30),
}

/** When proposals are taken, of what kinds, and how soon they are answered. */
export const settle = verb(
  "proposals.settle",
  z.object({ assembly, ...rules }),
  z.object({ version: z.number() }),
)

/** A draft, kept as it is written. */
export const save = verb(
  "proposals.save",
  z.object({
    assembly,
    id: id.optional(),
    kind,
    category: words(20),
    title: words(60),
    problem: words(2000),
    analysis: words(3000),
    suggestion: words(2000),
    /** Numbers of delegates asked to join. */
    signers: z.array(z.string().trim().min(1).max(32)).max(60).default([]),
    named: z.boolean(),
  }),
  z.object({ id }),
)
export const submit = verb("proposals.submit", z.object({ id }), z.object({ nth: z.number() }))
export const discard = verb("proposals.discard", z.object({ id }), nothing)
export const withdraw = verb("proposals.withdraw", z.object({ id, because }), nothing)
export const sign = verb("proposals.sign", z.object({ id, accept: z.boolean(), named: z.boolean() }), nothing)

/** 退回修改 */
export const giveBack = verb("proposals.return", z.object({ id, because }), nothing)

/** 并案: these go into one, whose words lead; each keeps its own. */
export const merge = verb(
  "proposals.merge",
  z.object({ into: id, ids: z.array(id).min(1).max(100) }),
  z.object({ merged: z.number() }),
)
export const unmerge = verb("proposals.unmerge", z.object({ id }), nothing)

/** 立案、转为意见建议、不立案, for one or many at once; filed ones go to the office where one is named. */
export const decide = verb(
  "proposals.decide",
  z.object({
    ids: z.array(id).min(1).max(100),
    decision: z.enum(["filed", "suggestion", "declined"]),
    because: z.string().trim().max(500).default(""),
    office: z.string().optional(),
    unit: z.string().trim().max(40).default(""),
  }),
  z.object({ decided: z.number() }),
)

/** 交办: a filed one that no office has. */
export const send = verb(
  "proposals.send",
  z.object({ id, office: z.string(), unit: z.string().trim().max(40).default("") }),
  nothing,
)

/** Write the answer. By a deciding post it goes on for approval; a clerk prepares it. */
export const answer = verb(
  "proposals.answer",
  z.object({ id, outcome, text: z.string().trim().min(10).max(5000) }),
  z.object({ handedOn: z.boolean() }),
)

/** 满意、基本满意、不满意; the first 不满意 sends it back. */
export const rate = verb(
  "proposals.rate",
  z.object({ id, rating, because: z.string().trim().max(500).default("") }),
  z.object({ sentBack: z.boolean() }),
)

/** The list as the committee sees it. */
const line = z.object({
  id,
  nth: z.number().nullable(),
  title: z.string(),
  kind,
  category: z.string(),
  field: z.string(),
  authorName: z.string(),
  delegation: z.string(),
  state,
  step: step.nullable(),
  officeName: z.string().nullable(),
  outcome: outcome.nullable(),
  rating: rating.nullable(),
  submittedOn: day.nullable(),
  due: day.nullable(),
  late: z.boolean(),
  /** How many were merged into it. */
  merged: z.number(),
  can: z.object({ review: z.boolean() }),
})

const view = z.object({ id: assembly, name: z.string(), union: z.string() })
const offices = z.array(z.object({ office: z.string(), name: z.string() }))
const settled = z.object(rules).nullable()

export const list = question(
  "proposals.list",
  z.object({
    assembly,
    text: z.string().trim().max(40).optional(),
    state: z
      .enum(["submitted", "returned", "filed", "unsent", "late", "suggestion", "declined", "merged"])
      .optional(),
    category: z.string().optional(),
    kind: kind.optional(),
    office: z.string().optional(),
    ...paging,
  }),
  z.object({
    assembly: view,
    rules: settled,
    usual: z.object({ jointLeast: z.number(), answerDays: z.number(), categories: z.array(category) }),
    offices,
    counts: z.record(z.string(), z.number()),
    items: z.array(line),
    total: z.number(),
    can: z.record(z.string(), z.boolean()),
  }),
)

const answerView = z.object({
  outcome,
  text: z.string(),
  byName: z.string(),
  at: z.string(),
})

export const one = question(
  "proposals.one",
  z.object({ id }),
  z.object({
    id,
    assembly: view,
    nth: z.number().nullable(),
    kind,
    category: z.string(),
    field: z.string(),
    title: z.string(),
    problem: z.string(),
    analysis: z.string(),
    suggestion: z.string(),
    named: z.boolean(),
    state,
    step: step.nullable(),
    because: z.string().nullable(),
    submittedOn: day.nullable(),
    decidedOn: day.nullable(),
    author: z.object({ number: z.string(), name: z.string(), delegation: z.string() }),
    signers: z.array(bearer),
    jointLeast: z.number(),
    source: z.string().nullable(),
    mergedInto: z.object({ id, nth: z.number().nullable(), title: z.string() }).nullable(),
    merged: z.array(
      z.object({
        id,
        nth: z.number().nullable(),
        title: z.string(),
        proposers: z.array(z.string()),
        problem: z.string(),
        suggestion: z.string(),
      }),
    ),
    office: z.object({ name: z.string(), unit: z.string().nullable() }).nullable(),
    offices,
    /** Its course, for those in the chain. */
    course: z.string().nullable(),
    due: day.nullable(),
    late: z.boolean(),
    /** The answer approved last. */
    answer: answerView.nullable(),
    /** One being written or approved: for those of the office. */
    draft: answerView.nullable(),
    answeredOn: day.nullable(),
    answers: z.number(),
    ratings: z.array(z.object({ of: z.number(), rating, because: z.string() })),
    deeds: z.array(z.object({ what: z.string(), byName: z.string(), because: z.string(), at: z.string() })),
    versions: z.number(),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** A delegate's own desk: what can be handed in, what was, who asks to be joined. */
export const mine = question(
  "proposals.mine",
  z.object({ assembly }),
  z.object({
    assembly: view,
    today: day,
    rules: settled,
    open: z.boolean(),
    /** Why nothing can be handed in now. */
    closed: z.string().nullable(),
    delegate: z.object({ delegation: z.string(), head: z.boolean() }).nullable(),
    items: z.array(
      z.object({
        id,
        nth: z.number().nullable(),
        title: z.string(),
        state,
        step: step.nullable(),
        mine: z.boolean(),
      }),
    ),
    /** Asked to join, not answered. */
    asked: z.array(z.object({ id, title: z.string(), authorName: z.string() })),
  }),
)

/** Open to everybody: what was filed or became a suggestion, and what came of it. Names by consent only. */
export const publicList = question(
  "proposals.public-list",
  z.object({
    assembly,
    text: z.string().trim().max(40).optional(),
    category: z.string().optional(),
    outcome: outcome.optional(),
    ...paging,
  }),
  z.object({
    assembly: view,
    rules: z.object({ opensOn: day, closesOn: day }).nullable(),
    categories: z.array(z.string()),
    counts: z.object({ received: z.number(), filed: z.number(), answered: z.number() }),
    items: z.array(
      z.object({
        id,
        nth: z.number().nullable(),
        title: z.string(),
        category: z.string(),
        field: z.string(),
        state: z.enum(["filed", "suggestion"]),
        step: step.nullable(),
        office: z.string().nullable(),
        outcome: outcome.nullable(),
        answer: z.string().nullable(),
        answeredOn: day.nullable(),
        rating: rating.nullable(),
        proposers: z.array(z.string()),
        merged: z.number(),
      }),
    ),
    total: z.number(),
  }),
)

const count = z.object({ name: z.string(), count: z.number() })

/** 提案工作报告: the numbers. */
export const report = question(
  "proposals.report",
  z.object({ assembly }),
  z.object({
    assembly: view,
    received: z.number(),
    kinds: z.array(count),
    merged: z.number(),
    into: z.number(),
    filed: z.number(),
    suggestions: z.number(),
    declined: z.number(),
    withdrawn: z.number(),
    pending: z.number(),
    categories: z.array(
      z.object({ name: z.string(), field: z.string(), received: z.number(), filed: z.number() }),
    ),
    offices: z.array(
      z.object({ name: z.string(), filed: z.number(), answered: z.number(), late: z.number() }),
    ),
    answered: z.number(),
    late: z.number(),
    outcomes: z.array(z.object({ outcome, name: z.string(), count: z.number() })),
    ratings: z.array(z.object({ rating, name: z.string(), count: z.number() })),
    reasons: z.array(z.object({ nth: z.number().nullable(), title: z.string(), because: z.string() })),
  }),
)
