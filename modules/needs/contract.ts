import { z } from "zod"
import { consult, day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string().max(40)
const field = z.enum(["学业发展", "身心健康", "社会融入", "权益维护"])
const shown = z.enum(["named", "desk", "anonymous"])
const days = z.number().int().min(1).max(200)
const clock = z.object({ acknowledge: days, answer: days, solve: days })
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

/** A need in half a minute. `ticket` is what the browser calls it: sent again, it is the same need. */
export const raise = verb(
  "needs.raise",
  z.object({
    ticket: z.string().regex(/^[\w-]{8,64}$/),
    title: words(2, 40),
    text: words(0, 1000),
    category: id,
    place: words(0, 40),
    photos: z.array(id).max(4).default([]),
    shown,
    discreet: z.boolean(),
  }),
  z.object({ id, nth: z.number() }),
)
/** 我也遇到; of a merged need, for the one it went into. */
export const join = verb("needs.join", z.object({ id }), z.object({ id, nth: z.number() }))
export const leave = verb("needs.leave", z.object({ id }), nothing)
export const withdraw = verb("needs.withdraw", z.object({ id }), nothing)

/** What was said already in other words, while somebody writes. */
export const similar = consult(
  "needs.similar",
  z.object({ text: words(2, 1100) }),
  z.object({
    items: z.array(
      z.object({
        id,
        nth: z.number(),
        title: z.string(),
        place: z.string(),
        /** null: fewer than five. */
        voices: z.number().nullable(),
        state: z.string().nullable(),
        href: z.string().nullable(),
        /** Raised or joined by the person asking. */
        mine: z.boolean(),
        can: z.object({ join: z.boolean() }),
      }),
    ),
  }),
)

const unsealed = z.object({ on: day, because: z.string(), urgent: z.boolean() })

/** One's own: raised and joined. */
export const mine = question(
  "needs.mine",
  nothing,
  z.object({
    student: z.boolean(),
    items: z.array(
      z.object({
        id,
        nth: z.number(),
        title: z.string(),
        place: z.string(),
        category: z.string(),
        field: z.string(),
        raisedOn: day,
        shown,
        discreet: z.boolean(),
        raised: z.boolean(),
        state: z.enum(["open", "merged", "withdrawn"]),
        mergedInto: z.object({ nth: z.number(), title: z.string() }).nullable(),
        /** null: fewer than five. */
        voices: z.number().nullable(),
        standing: z.object({ label: z.string(), href: z.string(), news: z.boolean() }).nullable(),
        /** 匿名身份被开启: told to the raiser alone. */
        unsealed: z.array(unsealed),
        can: z.object({ withdraw: z.boolean(), leave: z.boolean() }),
      }),
    ),
  }),
)

const category = z.object({
  id,
  name: words(2, 20),
  field,
  clock,
  desk: z.enum(["union", "league"]),
  open: z.boolean(),
})

/** Open to everybody. */
export const categories = question(
  "needs.categories",
  nothing,
  z.object({ fields: z.array(z.string()), items: z.array(category) }),
)
/** In this order; ids as they were, new ones without. None may be missing: they are closed, not taken away. */
export const setCategories = verb(
  "needs.set-categories",
  z.object({
    items: z
      .array(category.omit({ desk: true }).extend({ id: id.optional() }))
      .min(4)
      .max(60),
  }),
  nothing,
)

const line = z.object({
  kind: z.enum(["danger", "mind"]),
  name: words(2, 30),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+() -]{3,24}$/),
  note: words(0, 40),
})
/** Open to everybody: who helps in danger or distress. */
export const help = question("needs.help", nothing, z.object({ items: z.array(line) }))
export const setHelp = verb("needs.set-help", z.object({ items: z.array(line).min(2).max(12) }), nothing)

const because = z.string().trim().min(10).max(500)
const person = z.object({
  number: z.string(),
  name: z.string(),
  faculty: z.string().nullable(),
  className: z.string().nullable(),
})

/** 开启匿名: one of the two offices asks, both sign, by two others. */
export const askUnsealing = verb("needs.ask-unsealing", z.object({ id, because }), z.object({ course: id }))
/** The name, once, to each of the two who signed. */
export const reveal = verb("needs.reveal", z.object({ id }), person)
/** Urgent danger to a person: at once, by one head. */
export const unsealUrgent = verb("needs.unseal-urgent", z.object({ id, because }), person)
/** The other office takes note of it. */
export const noteUnsealing = verb("needs.note-unsealing", z.object({ id }), nothing)

export const unsealing = question(
  "needs.unsealing",
  z.object({ id }),
  z.object({
    id,
    nth: z.number(),
    title: z.string(),
    /** Once an opening was asked for. */
    text: z.string().nullable(),
    anonymous: z.boolean(),
    items: z.array(
      z.object({
        id,
        urgent: z.boolean(),
        because: z.string(),
        byName: z.string(),
        capacity: z.string(),
        on: day,
        course: id.nullable(),
        openedOn: day.nullable(),
        seenBy: z.array(z.object({ name: z.string(), on: day })),
        notedBy: z.string().nullable(),
        can: z.object({ reveal: z.boolean(), note: z.boolean() }),
      }),
    ),
    can: z.object({ ask: z.boolean(), urgent: z.boolean() }),
  }),
)
