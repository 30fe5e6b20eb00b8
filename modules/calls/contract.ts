import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"

const postKind = z.enum(["school-presidium", "school-member", "faculty-presidium", "faculty-staff"])
const source = z.enum(["faculty-union", "school-union", "exemplar", "other"])
const callStatus = z.enum(["draft", "upcoming", "open", "closed", "cancelled"])
const applicationStatus = z.enum(["submitted", "withdrawn", "determined", "not-determined"])
const verdict = z.enum(["met", "violated", "unknown"])
const because = z.string().trim().min(2).max(300)

const post = z.object({
  id: z.string(),
  kind: postKind,
  department: z.string().nullable(),
  number: z.number(),
})

const head = {
  id: z.string(),
  title: z.string(),
  unionId: z.string(),
  unionName: z.string(),
  level: z.enum(["school", "faculty"]),
  status: callStatus,
  opensOn: day,
  /** The last day one can apply, or could, where it was closed early. */
  closesOn: day,
  posts: z.array(post),
}

/** One condition of article 4 for one student: met or not, what was measured, against what. */
export const condition = z.object({
  clause: z.string(),
  verdict,
  because: z.string(),
  value: z.string().nullable(),
  limit: z.string(),
  reading: z.string().nullable(),
  /** Whom to ask where something is not on record. */
  ask: z.string().nullable(),
})

/** The reader's own standing: `none` no student of the register, `outside` another union's student. */
const fit = z.enum(["met", "unknown", "violated", "outside", "none"])

/** Everybody's list. `fit` and `applied` are null to those who have not signed in. */
export const publicList = question(
  "calls.public",
  nothing,
  z.object({
    items: z.array(z.object({ ...head, fit: fit.nullable(), applied: z.array(z.string()) })),
    signedIn: z.boolean(),
  }),
)

const change = z.object({
  field: z.enum(["title", "text", "contact", "opensOn", "closesOn", "posts"]),
  before: z.string(),
  after: z.string(),
})

const correctionView = z.object({ on: day, because: z.string(), changes: z.array(change) })

const mineView = z.object({
  id: z.string(),
  callId: z.string(),
  callTitle: z.string(),
  unionName: z.string(),
  postId: z.string(),
  postKind,
  department: z.string().nullable(),
  source,
  sourceNote: z.string(),
  sourceOnRecord: z.string().nullable(),
  statement: z.string(),
  achievements: z.string(),
  conditions: z.array(condition),
  status: applicationStatus,
  submittedOn: day,
  changedOn: day,
  /** The course it walks, once the chain has it. */
  courseId: z.string().nullable(),
  closesOn: day,
  can: z.object({ change: z.boolean(), withdraw: z.boolean() }),
})

/** One call, as everybody reads it, with the reader's own standing. */
export const one = question(
  "calls.one",
  z.object({ id: z.string() }),
  z.object({
    ...head,
    text: z.string(),
    contact: z.string(),
    publishedOn: day.nullable(),
    endedBecause: z.string().nullable(),
    closedOn: day.nullable(),
    conditions: z.array(
      z.object({
        clause: z.string(),
        words: z.string(),
        /** The union's own bar, where it is stricter: `≤25%`. */
        local: z.string().nullable(),
        reading: z.string().nullable(),
      }),
    ),
    corrections: z.array(correctionView),
    /** Null to those who have not signed in. */
    me: z
      .object({
        fit,
        /** Why not, where `outside` or `none`. */
        because: z.string().nullable(),
        cure: z.string().nullable(),
        name: z.string(),
        faculty: z.string().nullable(),
        className: z.string().nullable(),
        conditions: z.array(condition),
        applications: z.array(mineView),
      })
      .nullable(),
  }),
)

const form = {
  source,
  sourceNote: z.string().trim().max(200).default(""),
  statement: z.string().trim().min(20).max(2000),
  achievements: z.string().trim().max(2000).default(""),
}

export const apply = verb(
  "calls.apply",
  z.object({ callId: z.string(), postId: z.string(), ...form }),
  z.object({ id: z.string(), version: z.string() }),
)

/** Until the call closes. The new version takes the place of the one before, and is judged anew. */
export const changeOwn = verb(
  "calls.change",
  z.object({ id: z.string(), ...form }),
  z.object({ id: z.string(), version: z.string() }),
)

export const withdraw = verb("calls.withdraw", z.object({ id: z.string() }), nothing)

/** My applications, newest first. */
export const mine = question("calls.mine", nothing, z.object({ items: z.array(mineView) }))

const content = {
  title: z.string().trim().min(4).max(80),
  text: z.string().trim().min(10).max(5000),
  contact: z.string().trim().min(2).max(200),
  opensOn: day,
  closesOn: day,
  posts: z
    .array(
      z.object({
        id: z.string().optional(),
        kind: postKind,
        department: z.string().trim().max(40).nullable(),
        number: z.number().int().min(1).max(500),
      }),
    )
    .min(1)
    .max(40),
}

/** Calls the person works on, and the unions he or she may make one for. */
export const list = question(
  "calls.list",
  z.object({ unionId: z.string().optional() }),
  z.object({
    items: z.array(z.object({ ...head, applicants: z.number() })),
    unions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.enum(["school", "faculty"]),
        departments: z.array(z.string()),
      }),
    ),
  }),
)

/** A call on the desk, drafts too. */
export const work = question(
  "calls.work",
  z.object({ id: z.string() }),
  z.object({
    ...head,
    text: z.string(),
    contact: z.string(),
    publishedOn: day.nullable(),
    closedOn: day.nullable(),
    endedBecause: z.string().nullable(),
    departments: z.array(z.string()),
    applicants: z.number(),
    /** By post id. */
    applied: z.record(z.string(), z.number()),
    versions: z.array(correctionView.extend({ version: z.number(), by: z.string(), capacity: z.string() })),
    can: z.object({
      edit: z.boolean(),
      publish: z.boolean(),
      correct: z.boolean(),
      close: z.boolean(),
      cancel: z.boolean(),
      discard: z.boolean(),
    }),
  }),
)

export const draft = verb(
  "calls.draft",
  z.object({ unionId: z.string(), ...content }),
  z.object({ id: z.string() }),
)
export const edit = verb("calls.edit", z.object({ id: z.string(), ...content }), nothing)
export const discard = verb("calls.discard", z.object({ id: z.string() }), nothing)
export const publish = verb("calls.publish", z.object({ id: z.string() }), nothing)

/** What was published is put right in the open: everybody sees what changed, and why. */
export const correct = verb("calls.correct", z.object({ id: z.string(), because, ...content }), nothing)
export const close = verb("calls.close", z.object({ id: z.string(), because }), nothing)
export const cancel = verb("calls.cancel", z.object({ id: z.string(), because }), nothing)

const applicant = z.object({
  id: z.string(),
  name: z.string(),
  faculty: z.string(),
  className: z.string().nullable(),
  grade: z.number(),
  level: z.enum(["undergraduate", "master", "doctor"]),
  postKind,
  department: z.string().nullable(),
  source,
  sourceOnRecord: z.string().nullable(),
  /** Null to those outside the chain. */
  conditions: z.array(condition).nullable(),
  status: applicationStatus,
  submittedOn: day,
})

export const applicantsInput = z.object({
  id: z.string(),
  text: z.string().trim().max(40).optional(),
  post: z.string().optional(),
  status: applicationStatus.optional(),
  verdict: z.enum(["met", "unknown"]).optional(),
  sort: z.enum(["submitted", "name", "faculty", "grade", "rank"]).default("submitted"),
  ...paging,
})

/** Who applied, as far as the reader may see: whole in the chain, without the record to the union itself. */
export const applicants = question(
  "calls.applicants",
  applicantsInput,
  pageOf(applicant).extend({
    /** Whether any row shows the record. */
    whole: z.boolean(),
  }),
)

export const applicantOne = question(
  "calls.applicant",
  z.object({ id: z.string() }),
  applicant.extend({
    callId: z.string(),
    callTitle: z.string(),
    unionName: z.string(),
    sourceNote: z.string(),
    statement: z.string(),
    achievements: z.string(),
    version: z.string(),
    changedOn: day,
    courseId: z.string().nullable(),
  }),
)
