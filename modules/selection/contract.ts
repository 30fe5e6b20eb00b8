import { z } from "zod"
import { day, nothing, question, verb } from "#kit/contract.ts"

const verdict = z.enum(["met", "explained", "warning", "violated", "unknown"])
export const postKind = z.enum(["school-presidium", "school-member", "faculty-presidium", "faculty-staff"])
const outcome = z.enum(["passed", "refused", "withdrawn"]).nullable()

/** Calls in whose chains the person's posts stand. */
export const calls = question(
  "selection.calls",
  nothing,
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        union: z.string(),
        closesOn: day,
        people: z.number(),
        open: z.number(),
        /** At a step of the person's offices. */
        waiting: z.number(),
      }),
    ),
  }),
)

const said = z.object({ verdict, because: z.string() }).nullable()
const change = z.object({
  clause: z.string(),
  subject: z.string().nullable(),
  limit: z.string(),
  before: said,
  after: said,
})

const line = z.object({
  id: z.string(),
  courseId: z.string(),
  number: z.string(),
  name: z.string(),
  sex: z.string().nullable(),
  faculty: z.string(),
  className: z.string().nullable(),
  grade: z.number(),
  postKind,
  /** 学习部工作人员, or 主席团候选人. */
  post: z.string(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  source: z.string(),
  fromFacultyUnion: z.boolean(),
  step: z.string().nullable(),
  stepId: z.string().nullable(),
  outcome,
  since: day,
  due: day.nullable(),
  overdue: z.boolean(),
  /** Waits for the person asking. */
  mine: z.boolean(),
  /** What may be decided about several at once; to recommend takes words for each (4.2) and is not in it. */
  may: z.array(z.enum(["pass", "return", "refuse"])),
  asks: z.array(z.object({ key: z.string(), label: z.string(), min: z.number(), max: z.number() })),
  course: z.object({
    title: z.string(),
    procedure: z.string(),
    procedureTitle: z.string(),
    clause: z.string(),
  }),
  /** 4.1 and 4.3 by today's record. */
  standing: z.array(z.object({ clause: z.string(), verdict, because: z.string() })),
  /** Findings that would turn for the worse if this person came in now; for offices over the whole union. */
  worse: z.array(change),
})

/** Everybody of a call, as far as the chain lies at the person's place (5.3, 5.6). */
export const slate = question(
  "selection.slate",
  z.object({ callId: z.string() }),
  z.object({
    call: z.object({
      id: z.string(),
      title: z.string(),
      union: z.string(),
      level: z.enum(["school", "faculty"]),
      closesOn: day,
    }),
    departments: z.array(z.string()),
    rows: z.array(line),
    /** The union today, by article 3 and 5.6; null for those who see a part of its people only. */
    findings: z
      .array(z.object({ clause: z.string(), subject: z.string().nullable(), verdict, because: z.string() }))
      .nullable(),
    can: z.object({ recommend: z.boolean(), effect: z.boolean() }),
  }),
)

/** What a choice would do to the findings of article 3 and 5.6, before it is made. `chosen`: ids with commas. */
export const effect = question(
  "selection.effect",
  z.object({ callId: z.string(), chosen: z.string().max(14_000) }),
  z.object({
    changes: z.array(change),
    /** A bound no office may pass, with the clause. */
    forbidden: z.object({ clause: z.string(), because: z.string() }).nullable(),
    /** Of everybody on the roster with these people: from faculty unions, and all. */
    share: z.object({ from: z.number(), of: z.number() }),
  }),
)

/** One application on its way. */
export const one = question(
  "selection.one",
  z.object({ id: z.string() }),
  z.object({
    line,
    call: z.object({ id: z.string(), title: z.string(), union: z.string(), unionId: z.string() }),
    political: z.string().nullable(),
    major: z.string().nullable(),
    statement: z.string(),
    achievements: z.string(),
    submittedOn: day,
    can: z.object({ slate: z.boolean(), effect: z.boolean() }),
  }),
)

const listed = z.object({
  /** Its line in what was pasted or uploaded, from 1. */
  line: z.number().int(),
  number: z.string().trim().max(40),
  name: z.string().trim().max(40).optional(),
  text: z.string().trim().max(2000),
})

/** Many recommendations from one list: all of them, or none and a report that names the lines. */
export const recommend = verb(
  "selection.recommend",
  z.object({ callId: z.string(), rows: z.array(listed).min(1).max(500) }),
  z.object({
    passed: z.number(),
    problems: z.array(
      z.object({
        line: z.number(),
        number: z.string(),
        name: z.string().nullable(),
        because: z.string(),
        clause: z.string().nullable(),
      }),
    ),
  }),
)

const noticed = z.object({
  course: z.string(),
  name: z.string(),
  faculty: z.string(),
  grade: z.number(),
  number: z.string(),
  post: z.string(),
  political: z.string(),
  rank: z.string(),
  since: day,
  until: day,
  can: z.object({ object: z.boolean() }),
})

/** 公示 standing today: what everybody may read. A notice that has ended is not in it. */
export const notices = question(
  "selection.notices",
  nothing,
  z.object({
    items: z.array(
      z.object({
        callId: z.string(),
        title: z.string(),
        union: z.string(),
        /** The clauses whose chains were walked. */
        clauses: z.array(z.string()),
        /** To whom one may also turn. */
        office: z.string(),
        people: z.array(noticed),
      }),
    ),
  }),
)
