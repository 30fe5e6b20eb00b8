import { z } from "zod"
import { pageOf, paging, question, verb } from "#kit/contract.ts"
import { audience, phase, signing } from "./contract.ts"

const id = z.object({ id: z.string() })

/** One's own part in an activity. */
const mine = z.object({
  state: z.enum(["accepted", "waiting", "withdrawn"]).nullable(),
  /** Place in the waiting list, from 1. */
  nth: z.number().nullable(),
  /** A place came free while one waited. */
  movedUp: z.boolean(),
  there: z.string().nullable(),
  rated: z.boolean(),
})

const shown = z.object({
  id: z.string(),
  title: z.string(),
  host: z.string(),
  phase: phase.exclude(["draft"]),
  signing,
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  audience,
  /** Null: no limit. */
  left: z.number().nullable(),
  mine: mine.pick({ state: true, there: true }).nullable(),
})

/** Open to everybody: what is coming, what was. */
export const shownList = question(
  "activities.shown",
  z.object({
    when: z.enum(["coming", "past"]).default("coming"),
    text: z.string().trim().max(40).optional(),
    faculty: z.string().optional(),
    ...paging,
  }),
  pageOf(
    shown.extend({
      /** The reader can check in now. */
      here: z.boolean(),
    }),
  ).extend({ faculties: z.array(z.string()) }),
)

const publicShare = z.object({ name: z.string(), students: z.number(), people: z.number().nullable() })

export const shownOne = question(
  "activities.shown-one",
  id,
  shown.extend({
    purpose: z.string(),
    cancelledBecause: z.string().nullable(),
    places: z.number().nullable(),
    waiting: z.number(),
    opensAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    signOffUntil: z.string().nullable(),
    walkIns: z.boolean(),
    early: z.number(),
    societies: z.array(z.string()),
    classes: z.number(),
    mine: mine.nullable(),
    /** Once it was held; groups of fewer than five come without their number. */
    reach: z
      .object({
        students: z.number(),
        people: z.number().nullable(),
        byFaculty: z.array(publicShare),
        byGrade: z.array(publicShare),
      })
      .nullable(),
    rating: z.object({ people: z.number(), stars: z.array(z.number()) }).nullable(),
    /** Why signing up is not offered to the reader, where it is open. */
    not: z.string().nullable(),
    can: z.object({ signUp: z.boolean(), signOff: z.boolean(), here: z.boolean(), rate: z.boolean() }),
  }),
)

export const signUp = verb(
  "activities.sign-up",
  id,
  z.object({ state: z.enum(["accepted", "waiting"]), nth: z.number().nullable() }),
)
export const signOff = verb("activities.sign-off", id, z.object({}))
/** The code on the organiser's screen, scanned or typed. */
export const here = verb(
  "activities.here",
  z.object({ id: z.string(), code: z.string().trim().min(1).max(20) }),
  z.object({
    /** Was there before: nothing was added. */
    already: z.boolean(),
    at: z.string(),
  }),
)
/** Once, by those who were there, without a name. */
export const rate = verb(
  "activities.rate",
  z.object({
    id: z.string(),
    stars: z.number().int().min(1).max(5),
    words: z.string().trim().max(200).optional(),
  }),
  z.object({}),
)
