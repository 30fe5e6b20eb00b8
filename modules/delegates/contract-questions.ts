import { z } from "zod"
import { day, flag, pageOf, paging, question } from "#kit/contract.ts"
import { nomineeStates, units } from "./list.ts"

const of = { assembly: z.string() }
const can = z.record(z.string(), z.boolean())

const counted = z.object({ label: z.string(), count: z.number(), share: z.string() })
const composition = z.object({
  total: z.number(),
  counts: z.array(z.object({ kind: z.string(), rows: z.array(counted) })),
})
const check = z.object({
  key: z.string(),
  title: z.string(),
  ok: z.boolean(),
  says: z.string(),
  cure: z.string().nullable(),
  clause: z.string().nullable(),
})

const unit = z.enum(units)
const lined = z.object({
  id: z.string(),
  unit,
  label: z.string(),
  seats: z.number(),
  filled: z.number(),
  nominated: z.number(),
  awaiting: z.number(),
  /** The step it stands at; null: not begun, or done. */
  step: z.string().nullable(),
  status: z.enum(["waiting", "open", "passed", "refused", "withdrawn"]),
  mine: z.boolean(),
})

/** How far an assembly's delegates are: faculty by faculty, and what may be done about the whole. */
export const progress = question(
  "delegates.progress",
  z.object(of),
  z.object({
    assembly: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["congress", "general"]),
      state: z.string(),
      day,
    }),
    union: z.object({ id: z.string(), name: z.string(), level: z.enum(["school", "faculty"]) }),
    total: z.number().nullable(),
    voting: z.number(),
    observers: z.number(),
    exOfficio: z.number(),
    begunOn: day.nullable(),
    held: z.boolean(),
    /** Everything; or only the lists the person asking has a part in. */
    whole: z.boolean(),
    lists: z.array(lined),
    report: z.object({ state: z.enum(["none", "draft", "adopted"]), adoptedOn: day.nullable() }),
    can,
    /** Why lists cannot be begun. */
    whyNot: z.string().nullable(),
  }),
)

const nominee = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  className: z.string().nullable(),
  grade: z.number(),
  votes: z.number().nullable(),
  /** In each vote of the union, in order. */
  rounds: z.array(z.number().nullable()),
  state: z.enum(nomineeStates),
  reserve: z.number().nullable(),
  because: z.string().nullable(),
})

export const list = question(
  "delegates.list",
  z.object({ list: z.string() }),
  z.object({
    id: z.string(),
    assembly: z.object({ id: z.string(), name: z.string() }),
    unit,
    label: z.string(),
    seats: z.number(),
    needed: z.number(),
    shares: z.array(z.object({ grade: z.number().nullable(), seats: z.number() })),
    courseId: z.string().nullable(),
    /** Whether the reader takes part in it, and so may see how it goes. */
    follows: z.boolean(),
    step: z.string().nullable(),
    electedBy: z.string().nullable(),
    meetings: z.array(
      z.object({
        className: z.string(),
        heldOn: day,
        people: z.number(),
        present: z.number(),
        by: z.string(),
        nominees: z.array(z.object({ number: z.string(), votes: z.number() })),
      }),
    ),
    nominees: z.array(nominee),
    rounds: z.array(
      z.object({ round: z.number(), heldOn: day, due: z.number(), present: z.number(), by: z.string() }),
    ),
    again: z.array(
      z.object({ why: z.enum(["tie", "majority"]), seats: z.number(), among: z.array(z.string()) }),
    ),
    filled: z.number(),
    /** Classes the person asking may record a meeting of now. */
    classes: z.array(z.object({ className: z.string(), students: z.number(), least: z.number() })),
    can,
  }),
)

/** Who may be named by a class: everybody of it. */
export const classmates = question(
  "delegates.classmates",
  z.object({ list: z.string(), className: z.string() }),
  z.object({ items: z.array(z.object({ number: z.string(), name: z.string() })) }),
)

const person = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  voting: z.boolean(),
  source: z.enum(["class", "organisation", "ex-officio"]),
  faculty: z.string(),
  grade: z.number(),
  className: z.string().nullable(),
  society: z.string().nullable(),
  cadre: z.boolean(),
  delegation: z.string(),
  head: z.boolean(),
  code: z.number().nullable(),
  basis: z.string(),
})

export const people = question(
  "delegates.people",
  z.object({
    ...of,
    text: z.string().max(40).optional(),
    delegation: z.string().optional(),
    source: z.enum(["class", "organisation", "ex-officio"]).optional(),
    voting: flag.optional(),
    order: z.enum(["delegation", "code", "number", "grade"]).default("delegation"),
    ...paging,
  }),
  pageOf(person),
)

export const delegations = question(
  "delegates.delegations",
  z.object(of),
  z.object({
    items: z.array(
      z.object({
        name: z.string(),
        voting: z.number(),
        observers: z.number(),
        head: z.object({ number: z.string(), name: z.string() }).nullable(),
      }),
    ),
    can,
  }),
)

/** What stands for review, and who was let in and turned away: the committee's own page. */
export const reviewing = question(
  "delegates.reviewing",
  z.object(of),
  z.object({
    waiting: z.array(
      z.object({
        ...nominee.omit({ rounds: true }).shape,
        list: z.string(),
        faculty: z.string(),
        political: z.string().nullable(),
        cadre: z.boolean(),
        /** What the register or the list says against the person. */
        doubts: z.array(z.string()),
        own: z.boolean(),
      }),
    ),
    rejected: z.array(
      z.object({ name: z.string(), list: z.string(), because: z.string(), by: z.string(), on: day }),
    ),
    vacant: z.array(
      z.object({
        list: z.string(),
        label: z.string(),
        seats: z.number(),
        reserve: z.array(z.object({ id: z.string(), name: z.string(), place: z.number() })),
      }),
    ),
    can,
  }),
)

export const composed = question(
  "delegates.composition",
  z.object(of),
  z.object({ composition, checks: z.array(check) }),
)

export const report = question(
  "delegates.report",
  z.object(of),
  z.object({
    state: z.enum(["none", "draft", "adopted"]),
    version: z.number(),
    opinion: z.string(),
    draftedBy: z.string().nullable(),
    adoptedOn: day.nullable(),
    adoptedBy: z.string().nullable(),
    hash: z.string().nullable(),
    /** The delegates changed after it was adopted. */
    outdated: z.boolean(),
    figures: composition,
    failing: z.array(check),
    can,
  }),
)

/** Lists handed in as files. */
export const imports = question(
  "delegates.imports",
  z.object(of),
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        by: z.string(),
        at: z.string(),
        state: z.enum(["preview", "confirmed", "undone"]),
        people: z.number(),
        problems: z.array(
          z.object({
            kind: z.enum(["error", "notice"]),
            row: z.number().nullable(),
            because: z.string(),
            cure: z.string().nullable(),
          }),
        ),
        can,
      }),
    ),
    can,
  }),
)

/** Those who left a seat, and who came in. */
export const replaced = question(
  "delegates.replaced",
  z.object(of),
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        delegation: z.string(),
        to: day,
        because: z.string(),
        by: z.string().nullable(),
      }),
    ),
  }),
)

/** Where the person asking is a delegate. */
export const mine = question(
  "delegates.mine",
  z.object({}),
  z.object({
    items: z.array(
      z.object({
        assembly: z.string(),
        name: z.string(),
        day,
        time: z.string(),
        place: z.string(),
        state: z.string(),
        voting: z.boolean(),
        delegation: z.string(),
        head: z.boolean(),
        code: z.number().nullable(),
      }),
    ),
  }),
)

/** 公示 standing today in one assembly: what everybody may read. */
export const notices = question(
  "delegates.notices",
  z.object(of),
  z.object({
    name: z.string(),
    items: z.array(
      z.object({
        course: z.string(),
        label: z.string(),
        clause: z.string(),
        since: day,
        until: day,
        people: z.array(
          z.object({
            name: z.string(),
            number: z.string(),
            className: z.string().nullable(),
            grade: z.number(),
          }),
        ),
        can: z.object({ object: z.boolean() }),
      }),
    ),
  }),
)
