import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const id = z.object({ id: z.string() })
export const status = z.enum(["draft", "recruiting", "running", "closed"])
/** In 分. */
const money = z.number().int().min(0).max(1_000_000_000)
const count = z.object({ name: z.string(), people: z.number() })
const group = z.object({ faculty: z.string(), grade: z.number().int(), people: z.number().int().min(0) })
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/)

const line = z.object({
  id: z.string(),
  title: z.string(),
  union: z.object({ id: z.string(), name: z.string() }),
  reach: z.enum(["school", "faculty"]),
  /** The guiding department of a faculty union's school-wide project (2.4). */
  guide: z.object({ department: z.string(), agreedBy: z.string().nullable() }).nullable(),
  status,
  outcome: z.enum(["held", "cancelled"]).nullable(),
  startsOn: day,
  endsOn: day,
  wanted: z.number(),
  accepted: z.number(),
  overdue: z.boolean(),
})

/** Projects of the unions one is concerned with, the latest first. `hosts`: where one may prepare a new one. */
export const projectsList = question(
  "projects.list",
  z.object({ status: z.enum([...status.options, "overdue"]).optional() }),
  z.object({
    items: z.array(line),
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

export const volunteer = z.object({
  id: z.string(),
  name: z.string(),
  faculty: z.string(),
  grade: z.number(),
  state: z.enum(["applied", "waiting", "accepted", "declined", "withdrawn"]),
  because: z.string().nullable(),
  wish: z.string().nullable(),
  signedUpAt: z.string(),
  from: day.nullable(),
  until: day.nullable(),
  minutes: z.number(),
  certificate: z.string().nullable(),
})

const onRota = z.object({
  id: z.string(),
  name: z.string(),
  faculty: z.string(),
  came: z.string().nullable(),
  went: z.string().nullable(),
  minutes: z.number(),
  open: z.boolean(),
  corrected: z.object({ because: z.string(), by: z.string() }).nullable(),
})

const shift = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  wanted: z.number(),
  people: z.array(onRota),
})

export const summaryShape = z.object({
  outcome: z.enum(["held", "cancelled"]),
  words: z.string(),
  volunteers: z.number(),
  attended: z.number(),
  minutes: z.number(),
  shifts: z.number(),
  byFaculty: z.array(count),
  byGrade: z.array(count),
  reached: z.array(group),
  students: z.number(),
  budget: z.number(),
  spent: z.number(),
  classes: z.array(z.string()),
  societies: z.array(z.string()),
})

export const projectsOne = question(
  "projects.one",
  id,
  line.extend({
    purpose: z.string(),
    activity: z.boolean(),
    request: z.object({ id: z.string(), title: z.string(), status: z.string(), href: z.string() }).nullable(),
    /** Reviews of the host's activities that may be linked. */
    requests: z.array(z.object({ id: z.string(), title: z.string() })),
    classes: z.array(z.string()),
    societies: z.array(z.string()),
    budget: z.number(),
    spent: z.number(),
    expenses: z.array(
      z.object({ id: z.string(), what: z.string(), amount: z.number(), on: day, by: z.string() }),
    ),
    admits: z.enum(["at-once", "chosen"]),
    callUntil: day.nullable(),
    volunteers: z.array(volunteer),
    shifts: z.array(shift),
    reached: z.array(group),
    /** As it stands, or as it was written when the project closed. */
    summary: summaryShape,
    closedOn: day.nullable(),
    moves: z.array(
      z.object({
        move: z.string(),
        because: z.string().nullable(),
        by: z.string(),
        capacity: z.string(),
        at: z.string(),
      }),
    ),
    can: z.object({
      prepare: z.boolean(),
      guide: z.boolean(),
      recruit: z.boolean(),
      run: z.boolean(),
      close: z.boolean(),
      correct: z.boolean(),
    }),
    /** Why the next step cannot be taken yet. */
    wants: z.array(
      z.object({ because: z.string(), clause: z.string().nullable(), cure: z.string().nullable() }),
    ),
  }),
)

/** What a project may be built on, from the registers (2.5), and the departments that may guide it (2.4). */
export const projectsGround = question(
  "projects.ground",
  z.object({ unionId: z.string() }),
  z.object({
    classes: z.array(z.string()),
    societies: z.array(z.object({ name: z.string(), main: z.boolean() })),
    guides: z.array(z.object({ unionId: z.string(), department: z.string() })),
    faculties: z.array(z.string()),
  }),
)

const plan = {
  title: z.string().trim().min(2).max(60),
  purpose: z.string().trim().min(4).max(2000),
  reach: z.enum(["school", "faculty"]),
  guideDepartment: z.string().nullable(),
  activity: z.boolean(),
  classes: z.array(z.string()).max(400),
  societies: z.array(z.string()).max(100),
  budget: money,
  wanted: z.number().int().min(0).max(5000),
  admits: z.enum(["at-once", "chosen"]),
  callUntil: day.nullable(),
  startsOn: day,
  endsOn: day,
}

export const projectsDraft = verb("projects.draft", z.object({ unionId: z.string(), ...plan }), id)
export const projectsEdit = verb("projects.edit", z.object({ id: z.string(), ...plan }), id)
/** Name the course in which the activity is reviewed (10.4); null takes it away. */
export const projectsLink = verb(
  "projects.link",
  z.object({ id: z.string(), requestId: z.string().nullable() }),
  id,
)
export const projectsGuide = verb("projects.guide", id, id)
export const projectsRecruit = verb("projects.recruit", id, id)
export const projectsRun = verb("projects.run", id, id)
/** Ends every volunteer post, writes the summary, issues the certificates (3.10). */
export const projectsClose = verb(
  "projects.close",
  z.object({
    id: z.string(),
    outcome: z.enum(["held", "cancelled"]),
    words: z.string().trim().min(4).max(3000),
  }),
  z.object({ ended: z.number(), certificates: z.number() }),
)

/** One decision over several volunteers; keeping somebody waiting or out asks for a reason. */
export const projectsDecide = verb(
  "projects.decide",
  z.object({
    id: z.string(),
    volunteers: z.array(z.string()).min(1).max(500),
    decision: z.enum(["accepted", "waiting", "declined"]),
    because: z.string().trim().max(200).optional(),
  }),
  z.object({ decided: z.number() }),
)

const shiftFields = {
  title: z.string().trim().min(1).max(40),
  place: z.string().trim().min(1).max(60),
  startsAt: moment,
  endsAt: moment,
  wanted: z.number().int().min(1).max(1000),
}
export const projectsAddShift = verb("projects.add-shift", z.object({ id: z.string(), ...shiftFields }), id)
export const projectsDropShift = verb("projects.drop-shift", z.object({ shiftId: z.string() }), nothing)
/** Put a volunteer down for a shift, or take one off. */
export const projectsRota = verb(
  "projects.rota",
  z.object({ shiftId: z.string(), volunteerId: z.string(), on: z.boolean() }),
  nothing,
)

/** The code an organiser's screen shows, and how many have come and gone. `site` is where the screen itself was opened. */
export const projectsCode = question(
  "projects.code",
  z.object({
    shiftId: z.string(),
    sign: z.enum(["in", "out"]),
    site: z.url({ protocol: /^https?$/ }).max(200),
  }),
  z.object({
    project: z.object({ id: z.string(), title: z.string() }),
    shift: z.object({
      id: z.string(),
      title: z.string(),
      place: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
    }),
    code: z.string(),
    qr: z.string(),
    /** Seconds until the next one. */
    left: z.number(),
    people: z.array(onRota),
  }),
)
/** By the list, for those without a phone. */
export const projectsMark = verb(
  "projects.mark",
  z.object({ shiftId: z.string(), volunteerId: z.string(), sign: z.enum(["in", "out"]) }),
  nothing,
)
export const projectsCorrect = verb(
  "projects.correct",
  z.object({
    shiftId: z.string(),
    volunteerId: z.string(),
    minutes: z.number().int().min(0).max(1440),
    because: z.string().trim().min(4).max(200),
  }),
  z.object({ certificate: z.string().nullable() }),
)

/** `amount` in 分; a negative one takes back an entry made by mistake. */
export const projectsSpend = verb(
  "projects.spend",
  z.object({
    id: z.string(),
    what: z.string().trim().min(2).max(100),
    amount: z
      .number()
      .int()
      .min(-1_000_000_000)
      .max(1_000_000_000)
      .refine((n) => n !== 0),
    on: day,
  }),
  id,
)
export const projectsReached = verb(
  "projects.reached",
  z.object({ id: z.string(), groups: z.array(group).max(400) }),
  id,
)
