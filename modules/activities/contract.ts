import { z } from "zod"
import { day, pageOf, paging, question, verb } from "#kit/contract.ts"

const id = z.object({ id: z.string() })
const at = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/)
export const phase = z.enum(["draft", "coming", "running", "held", "cancelled"])
export const signing = z.enum(["none", "not-yet", "open", "over"])
export const audience = z.object({
  who: z.enum(["union", "everyone"]),
  faculties: z.array(z.string()).max(200),
  grades: z.array(z.number().int()).max(20),
})
const because = z.string().trim().min(4).max(200)
const reason = z.object({ because: z.string(), clause: z.string().nullable(), cure: z.string().nullable() })

export const line = z.object({
  id: z.string(),
  title: z.string(),
  union: z.object({ id: z.string(), name: z.string() }),
  phase,
  signing,
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Null: no limit. */
  places: z.number().nullable(),
  accepted: z.number(),
  waiting: z.number(),
  /** Who came. */
  there: z.number(),
})

/** Activities of the unions one is concerned with, the latest first. `hosts`: where one may prepare a new one. */
export const list = question(
  "activities.list",
  z.object({
    text: z.string().trim().max(40).optional(),
    phase: phase.optional(),
    union: z.string().optional(),
    ...paging,
  }),
  pageOf(line).extend({
    unions: z.array(z.object({ id: z.string(), name: z.string() })),
    hosts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.enum(["school", "faculty"]),
        faculty: z.string().nullable(),
      }),
    ),
  }),
)

const share = z.object({ name: z.string(), students: z.number(), people: z.number() })
const reach = z.object({
  students: z.number(),
  people: z.number(),
  others: z.number(),
  byFaculty: z.array(share),
  byGrade: z.array(share),
})

export const one = question(
  "activities.one",
  id,
  line.extend({
    purpose: z.string(),
    audience,
    opensAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    signOffUntil: z.string().nullable(),
    walkIns: z.boolean(),
    early: z.number(),
    classes: z.array(z.string()),
    societies: z.array(z.string()),
    project: z.object({ id: z.string(), title: z.string() }).nullable(),
    request: z.object({ title: z.string(), status: z.string(), href: z.string() }).nullable(),
    approvedOn: day.nullable(),
    cancelledBecause: z.string().nullable(),
    by: z.string(),
    /** Signed up and never came: a number, held against nobody. */
    absent: z.number(),
    walkedIn: z.number(),
    reach,
    rating: z.object({
      people: z.number(),
      /** How many gave 1, 2, 3, 4, 5 stars; null while fewer than five have rated. */
      stars: z.array(z.number()).nullable(),
      remarks: z.array(z.string()),
    }),
    /** Why it cannot be announced yet. */
    wants: z.array(reason),
    can: z.object({
      prepare: z.boolean(),
      open: z.boolean(),
      cancel: z.boolean(),
      keep: z.boolean(),
      correct: z.boolean(),
    }),
  }),
)

/** What a plan may name: registers (2.5), the host's reviews (10.4) and projects. */
export const ground = question(
  "activities.ground",
  z.object({ union: z.string() }),
  z.object({
    /** The host's own. */
    faculty: z.string().nullable(),
    classes: z.array(z.string()),
    societies: z.array(z.object({ name: z.string(), main: z.boolean() })),
    faculties: z.array(z.string()),
    grades: z.array(z.number()),
    requests: z.array(z.object({ id: z.string(), title: z.string(), status: z.string() })),
    projects: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
)

const plan = {
  title: z.string().trim().min(2).max(60),
  purpose: z.string().trim().min(4).max(2000),
  place: z.string().trim().min(1).max(60),
  startsAt: at,
  endsAt: at,
  audience,
  places: z.number().int().min(1).max(100_000).nullable(),
  opensAt: at.nullable(),
  closesAt: at.nullable(),
  signOffUntil: at.nullable(),
  walkIns: z.boolean(),
  early: z.number().int().min(0).max(240),
  classes: z.array(z.string()).max(400),
  societies: z.array(z.string()).max(100),
  projectId: z.string().nullable(),
  /** The course of its review. */
  requestId: z.string().nullable(),
}
export const draft = verb("activities.draft", z.object({ union: z.string(), ...plan }), id)
export const edit = verb("activities.edit", z.object({ id: z.string(), ...plan }), id)
export const open = verb("activities.open", id, id)
export const cancel = verb("activities.cancel", z.object({ id: z.string(), because }), id)

const standing = z.enum(["accepted", "waiting", "withdrawn", "there", "absent", "walk-in"])
/** Those who signed up and those who came, one line each. */
export const people = question(
  "activities.people",
  z.object({
    id: z.string(),
    text: z.string().trim().max(40).optional(),
    standing: standing.optional(),
    ...paging,
  }),
  pageOf(
    z.object({
      number: z.string(),
      name: z.string(),
      faculty: z.string(),
      grade: z.number(),
      signedUp: z.enum(["accepted", "waiting", "withdrawn"]).nullable(),
      /** Place in the waiting list, from 1. */
      nth: z.number().nullable(),
      there: z.string().nullable(),
      by: z.enum(["code", "list", "sheet"]).nullable(),
      /** The last word of an organiser on it. */
      corrected: z.object({ because: z.string(), by: z.string() }).nullable(),
    }),
  ),
)

/** The code an organiser's screen shows. `site` is where the screen itself was opened. */
export const code = question(
  "activities.code",
  z.object({ id: z.string(), site: z.url({ protocol: /^https?$/ }).max(200) }),
  z.object({
    activity: line,
    /** Signing in counts now. */
    now: z.boolean(),
    code: z.string(),
    qr: z.string(),
    left: z.number(),
  }),
)

/** By the list: for those without a phone, and for what was forgotten. After the end with a reason. */
export const mark = verb(
  "activities.mark",
  z.object({
    id: z.string(),
    numbers: z.array(z.string().trim().min(1).max(32)).min(1).max(200),
    because: because.optional(),
  }),
  z.object({ marked: z.number() }),
)
export const unmark = verb("activities.unmark", z.object({ id: z.string(), number: z.string(), because }), id)

export const imports = question(
  "activities.imports",
  id,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        by: z.string(),
        at: z.string(),
        people: z.number(),
        problems: z.array(
          z.object({
            kind: z.enum(["error", "notice"]),
            row: z.number(),
            because: z.string(),
            cure: z.string().nullable(),
          }),
        ),
        state: z.enum(["preview", "confirmed", "undone"]),
        can: z.object({ confirm: z.boolean(), undo: z.boolean() }),
      }),
    ),
  }),
)
const handed = z.object({ id: z.string(), file: z.string() })
export const confirmImport = verb("activities.confirm-import", handed, z.object({ added: z.number() }))
export const undoImport = verb("activities.undo-import", handed, z.object({ gone: z.number() }))

/** 7.3: students reached by a union's activities over a semester or a school year, each once. */
export const reached = question(
  "activities.reached",
  z.object({ union: z.string().optional(), over: z.enum(["semester", "school-year"]).default("semester") }),
  z.object({
    unions: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Null: the reader is concerned with no union. */
    of: z
      .object({
        union: z.object({ id: z.string(), name: z.string() }),
        from: day,
        to: day,
        reach,
        activities: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            on: day,
            approvedOn: day.nullable(),
            people: z.number(),
          }),
        ),
      })
      .nullable(),
  }),
)
