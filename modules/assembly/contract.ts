import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.string()
const union = z.object({ id: z.string(), name: z.string() })
const because = z.string().trim().min(2).max(300)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const stateShape = z.enum(["preparing", "convened", "open", "closed", "cancelled"])
export const kindShape = z.enum(["congress", "general"])
/** What somebody does for an assembly: a post in it for its time. */
export const dutyShape = z.enum([
  "preparatory",
  "presiding",
  "credentials",
  "scrutineer",
  "teller",
  "proposals",
  "steward",
])
export const agendaKind = z.enum(["report", "charter", "rules", "election", "proposals", "other"])

/** The rooms around an assembly, in the order of its pages. */
const placeShape = z.enum(["about", "seats", "delegates", "roll", "proposals", "elections", "hall"])

const agendaWanted = z.object({
  /** Of an item that is there already; none: a new one. */
  id: z.string().optional(),
  kind: agendaKind,
  title: z.string().trim().min(2).max(120),
  detail: z.string().trim().max(2000).default(""),
  reporter: z.string().trim().max(60).default(""),
  /** Planned; 0: not said. */
  minutes: z.number().int().min(0).max(600).default(0),
  /** Files sent before to `/api/assembly/papers`. */
  papers: z.array(z.string()).max(20).default([]),
})

const about = {
  name: z.string().trim().min(4).max(60),
  day,
  time,
  place: z.string().trim().min(2).max(80),
  theme: z.string().trim().max(200).default(""),
}

/** Ask for a congress: the request goes to the League and Party organisations over the union. */
export const propose = verb(
  "assembly.propose",
  z.object({
    union: z.string(),
    kind: kindShape.default("congress"),
    ...about,
    agenda: z.array(agendaWanted).max(40).default([]),
  }),
  z.object({ id, course: z.string() }),
)

/** Another name, day or theme goes through the request again; hour and place do not. */
export const change = verb("assembly.change", z.object({ assembly: id, ...about }), nothing)

export const cancel = verb("assembly.cancel", z.object({ assembly: id, because }), nothing)

/** Give people a duty, by number. `lead`: the one who heads the body. */
export const appoint = verb(
  "assembly.appoint",
  z.object({
    assembly: id,
    duty: dutyShape,
    lead: z.boolean().default(false),
    people: z.array(z.string()).min(1).max(60),
    basis: because,
  }),
  nothing,
)

export const dismiss = verb(
  "assembly.dismiss",
  z.object({ assembly: id, appointment: z.string(), because }),
  nothing,
)

/** The whole agenda in its order, until the assembly opens. */
export const setAgenda = verb(
  "assembly.set-agenda",
  z.object({ assembly: id, items: z.array(agendaWanted).max(40) }),
  nothing,
)

/** One line about an assembly, and where the reader may go from it: what every page of it begins with. */
export const head = question(
  "assembly.head",
  z.object({ id: z.string() }),
  z.object({
    id: z.string(),
    name: z.string(),
    kind: kindShape,
    state: stateShape,
    day,
    union,
    links: z.array(z.object({ place: placeShape, href: z.string() })),
  }),
)

const listed = z.object({
  id,
  name: z.string(),
  kind: kindShape,
  union,
  day,
  time: z.string(),
  place: z.string(),
  state: stateShape,
})

/** Of all unions the reader may see; `due`: unions whose year is over or soon will be, most pressing first. */
export const list = question(
  "assembly.list",
  z.object({ union: z.string().optional(), text: z.string().optional(), state: stateShape.optional() }),
  z.object({
    unions: z.array(union),
    items: z.array(listed),
    total: z.number(),
    due: z.array(
      z.object({
        union,
        last: day.nullable(),
        until: day.nullable(),
        late: z.boolean(),
        clause: z.string(),
        can: z.boolean(),
      }),
    ),
    /** Unions for which the reader may propose one. */
    propose: z.array(union),
  }),
)

const tellShape = z.object({ key: z.string(), says: z.string(), clause: z.string().optional() })

/** What there is to know before proposing: when the last one was, whom it stands for, a usual agenda. */
export const start = question(
  "assembly.start",
  z.object({ union: z.string(), day: day.optional() }),
  z.object({
    union: union.extend({ level: z.enum(["school", "faculty"]) }),
    clause: z.string(),
    students: z.number(),
    /** Fewer than this may meet all together. */
    smallFaculty: z.number(),
    kinds: z.array(kindShape),
    last: z.object({ day, name: z.string() }).nullable(),
    until: day.nullable(),
    name: z.string(),
    tells: z.array(tellShape),
    agenda: z.array(
      z.object({ kind: agendaKind, title: z.string(), reporter: z.string(), minutes: z.number() }),
    ),
    can: z.object({ propose: z.boolean() }),
    whyNot: z.string().nullable(),
  }),
)

const readyShape = z.object({
  key: z.string(),
  title: z.string(),
  ready: z.boolean(),
  says: z.string(),
  href: z.string(),
})

const documentShape = z.object({
  key: z.string(),
  title: z.string(),
  group: z.string(),
  /** What must be there before it can be drawn up; null: it is there. */
  waits: z.string().nullable(),
  files: z.array(z.object({ format: z.string(), href: z.string() })),
})

export const one = question(
  "assembly.one",
  z.object({ id }),
  z.object({
    id,
    union: union.extend({ level: z.enum(["school", "faculty"]) }),
    kind: kindShape,
    clause: z.string(),
    name: z.string(),
    day,
    time: z.string(),
    place: z.string(),
    theme: z.string(),
    state: stateShape,
    proposedOn: day,
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    cancelledBecause: z.string().nullable(),
    course: z.string().nullable(),
    /** The one thing that comes next, in words, and who does it. */
    next: z.object({ says: z.string(), who: z.string(), href: z.string() }).nullable(),
    tells: z.array(tellShape),
    readiness: z.array(readyShape),
    team: z.array(
      z.object({
        duty: dutyShape,
        body: z.string(),
        leadTitle: z.string(),
        people: z.array(
          z.object({
            id,
            number: z.string(),
            name: z.string(),
            lead: z.boolean(),
            basis: z.string(),
            from: day,
          }),
        ),
      }),
    ),
    agenda: z.array(
      z.object({
        id,
        kind: agendaKind,
        title: z.string(),
        detail: z.string(),
        reporter: z.string(),
        minutes: z.number(),
        papers: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    documents: z.array(documentShape),
    can: z.record(z.string(), z.boolean()),
  }),
)

/** Students of the register and holders of League and Party posts, by number or the beginning of a name. */
export const find = question(
  "assembly.find",
  z.object({ assembly: id, text: z.string().trim().min(2).max(40) }),
  z.object({ people: z.array(z.object({ number: z.string(), name: z.string(), says: z.string() })) }),
)

const publicShape = z.object({
  id,
  name: z.string(),
  union: z.string(),
  day,
  time: z.string(),
  place: z.string(),
  state: z.enum(["convened", "open", "closed"]),
})

/** The assemblies everybody may know of: from the day they were approved. */
export const published = question("assembly.published", nothing, z.object({ items: z.array(publicShape) }))

export const publishedOne = question(
  "assembly.published-one",
  z.object({ id }),
  publicShape.extend({ theme: z.string(), agenda: z.array(z.object({ id, title: z.string() })) }),
)
