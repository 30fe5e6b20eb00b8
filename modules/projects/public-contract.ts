import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"
import { status, volunteer } from "./contract.ts"

const id = z.object({ id: z.string() })
const publicCount = z.object({ name: z.string(), people: z.number().nullable() })
const mine = z
  .object({
    state: volunteer.shape.state,
    because: z.string().nullable(),
    until: day.nullable(),
  })
  .nullable()

const calling = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  host: z.string(),
  faculty: z.string().nullable(),
  startsOn: day,
  endsOn: day,
  callUntil: day,
  wanted: z.number(),
  left: z.number(),
  mine: mine.nullable(),
})

/** Open to everybody: what is looking for volunteers, and what was done lately. */
export const projectsCalls = question(
  "projects.calls",
  nothing,
  z.object({
    items: z.array(calling),
    done: z.array(z.object({ id: z.string(), title: z.string(), host: z.string(), closedOn: day })),
  }),
)

/** One project as everybody may see it; with it the reader's own place in it. */
export const projectsCall = question(
  "projects.call",
  id,
  calling.extend({
    status: z.enum(["recruiting", "running", "closed"]),
    outcome: z.enum(["held", "cancelled"]).nullable(),
    admits: z.enum(["at-once", "chosen"]),
    classes: z.number(),
    societies: z.array(z.string()),
    shifts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        place: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        left: z.number(),
        mine: z.boolean(),
      }),
    ),
    summary: z
      .object({
        words: z.string(),
        attended: z.number().nullable(),
        minutes: z.number().nullable(),
        byFaculty: z.array(publicCount),
        byGrade: z.array(publicCount),
        reachedByFaculty: z.array(publicCount),
        reachedByGrade: z.array(publicCount),
        reached: z.number().nullable(),
        students: z.number(),
        budget: z.number(),
        spent: z.number(),
      })
      .nullable(),
    can: z.object({ signUp: z.boolean(), withdraw: z.boolean(), takeShifts: z.boolean() }),
  }),
)

export const projectsMine = question(
  "projects.mine",
  nothing,
  z.object({
    minutes: z.number(),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        host: z.string(),
        status,
        state: volunteer.shape.state,
        because: z.string().nullable(),
        from: day.nullable(),
        until: day.nullable(),
        minutes: z.number(),
        certificate: z.string().nullable(),
        shifts: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            place: z.string(),
            startsAt: z.string(),
            endsAt: z.string(),
            minutes: z.number(),
            came: z.boolean(),
            went: z.boolean(),
            /** Signing in or out is taken now. */
            now: z.boolean(),
          }),
        ),
      }),
    ),
  }),
)

export const projectsSignUp = verb(
  "projects.sign-up",
  z.object({ id: z.string(), wish: z.string().trim().max(200).optional() }),
  z.object({ state: volunteer.shape.state, because: z.string().nullable() }),
)
export const projectsWithdraw = verb("projects.withdraw", id, nothing)
export const projectsTakeShift = verb(
  "projects.take-shift",
  z.object({ shiftId: z.string(), on: z.boolean() }),
  nothing,
)
/** The code on the organiser's screen, scanned or typed. */
export const projectsCheck = verb(
  "projects.check",
  z.object({ shiftId: z.string(), code: z.string().trim().min(1).max(20) }),
  z.object({ sign: z.enum(["in", "out"]), shift: z.string(), at: z.string(), minutes: z.number() }),
)

/** What a certificate says, to whoever holds its number. */
export const projectsCertificate = question(
  "projects.certificate",
  z.object({ number: z.string().trim().max(20) }),
  z.object({
    number: z.string(),
    name: z.string(),
    faculty: z.string(),
    grade: z.number(),
    project: z.string(),
    host: z.string(),
    university: z.string(),
    startsOn: day,
    endsOn: day,
    shifts: z.number(),
    minutes: z.number(),
    issuedOn: day,
    /** The certificate that took its place. */
    replaced: z.boolean(),
  }),
)
