import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"
import { type OfficeKind, offices } from "#policy/offices.ts"

const kind = z.enum(offices.map((o) => o.kind) as [OfficeKind, ...OfficeKind[]])
const post = z.enum(["head", "deputy", "deputy-secretary", "secretary", "clerk"])
const number = z.string().trim().min(1).max(40)
const source = z.string().trim().min(1).max(200)
const can = z.record(z.string(), z.boolean())

/** `scope`: the faculty's or the class's name; a class also needs its `faculty`. `to`: the last day, if known. */
export const appoint = verb(
  "offices.appoint",
  z.object({
    kind,
    scope: z.string().trim().max(60).optional(),
    faculty: z.string().trim().max(60).optional(),
    number,
    name: z.string().trim().min(1).max(60),
    post,
    title: z.string().trim().min(1).max(40).optional(),
    /** The union a secretary-general serves. */
    union: z.string().optional(),
    /** 专职团干部, for a League cadre; left out where nobody says. */
    fullTime: z.boolean().optional(),
    from: day,
    to: day.optional(),
    /** The paper it rests on; an administrator setting posts up must name it. */
    source: source.optional(),
  }),
  z.object({ holder: z.string() }),
)

/** `on`: the first day the post is no longer held. */
export const end = verb(
  "offices.end",
  z.object({ holder: z.string(), on: day, source: source.optional() }),
  nothing,
)

/** 10.3: exactly one deputy secretary is designated; who was before ceases to be on the same day. */
export const designate = verb("offices.designate", z.object({ holder: z.string(), from: day }), nothing)

/** `to`: the last day of standing in. */
export const standIn = verb(
  "offices.stand-in",
  z.object({ holder: z.string(), number, name: z.string().trim().min(1).max(60), from: day, to: day }),
  z.object({ holder: z.string() }),
)

const holder = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  post,
  title: z.string(),
  union: z.string().optional(),
  from: day,
  /** The last day, where it is known. */
  to: day.optional(),
  designated: z.boolean(),
  /** Left out where the record does not say. */
  fullTime: z.boolean().optional(),
  /** Name of the person stood in for. */
  standsInFor: z.string().optional(),
  basis: z.enum(["appointed", "set-up", "stand-in"]),
  source: z.string().optional(),
  can,
})

/** Offices and who holds them on a day. Class branches only when asked for, by `kind` or `faculty`. */
export const list = question(
  "offices.list",
  z.object({ on: day.optional(), kind: kind.optional(), faculty: z.string().max(60).optional() }),
  z.object({
    on: day,
    items: z.array(
      z.object({
        id: z.string().optional(),
        kind,
        name: z.string(),
        scope: z.enum(["university", "faculty", "class", "unit", "above"]),
        scopeName: z.string(),
        faculty: z.string().optional(),
        clause: z.string(),
        /** Its cadres are full-time or not. */
        asksFullTime: z.boolean(),
        posts: z.array(z.object({ post, title: z.string(), can: z.boolean() })),
        holders: z.array(holder),
      }),
    ),
    /** What the Opinions ask for and nobody holds that day. */
    gaps: z.array(z.object({ office: z.string(), because: z.string(), clause: z.string() })),
    faculties: z.array(z.string()),
    /** `branch`: may appoint to a class branch of the faculty asked for; `unit`: to a department not yet on file. */
    can: z.object({ branch: z.boolean(), unit: z.boolean() }),
  }),
)

/** Everyone who ever held a post in an office, newest first, and by whose doing. */
export const history = question(
  "offices.history",
  z.object({ office: z.string() }),
  z.object({
    items: z.array(
      holder.omit({ can: true, standsInFor: true }).extend({
        /** When and by whom it was recorded. */
        recordedAt: z.string().optional(),
        recordedBy: z.string().optional(),
      }),
    ),
  }),
)

/** The open log: posts an administrator set up or ended without an office's decision. No numbers. */
export const setUps = question(
  "offices.set-ups",
  nothing,
  z.object({
    items: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        verb: z.enum(["offices.appoint", "offices.end"]),
        office: z.string(),
        name: z.string(),
        title: z.string(),
        source: z.string().optional(),
      }),
    ),
  }),
)
