import { z } from "zod"
import { day, nothing, pageOf, paging, question, verb } from "#kit/contract.ts"
import { hows, kinds } from "./kinds.ts"
import { levels } from "./targets.ts"

export const kind = z.enum(kinds)
export const status = z.enum(["draft", "reviewing", "refused", "scheduled", "published", "withdrawn"])
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
const time = z.string()
const id = z.object({ id: z.string() })

const title = z.string().trim().min(2).max(80)
const body = z.string().trim().min(2).max(20_000)
const files = z.array(z.string()).max(20)
const because = z.string().trim().min(2).max(300)

const targets = z.object({
  everybody: z.boolean(),
  faculties: z.array(z.string()).max(200),
  classes: z.array(z.string()).max(500),
  grades: z.array(z.number().int()).max(20),
  groups: z.array(z.string()).max(20),
  level: z.enum(levels),
})

const written = z.object({
  kind,
  title,
  text: body,
  files,
  open: z.boolean(),
  targets,
  confirm: z.boolean(),
  passDown: z.boolean(),
  dueOn: day.nullable(),
  /** China's time; none: as soon as it is approved. */
  publishAt: moment.nullable(),
})

/** A draft, new or changed. `from` says in whose name. */
export const save = verb(
  "notices.save",
  z.object({
    id: z.string().optional(),
    from: z.object({ office: z.string(), place: z.string() }),
    ...written.shape,
  }),
  id,
)

/** Handed in to be reviewed, for the first time or changed. */
export const submit = verb("notices.submit", id, nothing)

export const discard = verb("notices.discard", id, nothing)

/** A new version of a published notice, handed in to be reviewed. */
export const correct = verb(
  "notices.correct",
  z.object({ id: z.string(), title, text: body, files, dueOn: day.nullable(), because }),
  nothing,
)

export const withdraw = verb("notices.withdraw", z.object({ id: z.string(), because }), nothing)

/** 逐级传达. Without classes the faculty tells its classes; with them, those classes told their students. */
export const pass = verb(
  "notices.pass",
  z.object({
    id: z.string(),
    faculty: z.string(),
    classNames: z.array(z.string()).max(400),
    onDay: day,
    how: z.enum(hows),
    note: z.string().trim().max(300),
  }),
  z.object({ passed: z.number() }),
)

/** Those who have not read it, or not passed it on, are asked again; within a faculty or a class, or everywhere. */
export const remind = verb(
  "notices.remind",
  z.object({
    id: z.string(),
    whom: z.enum(["readers", "passing"]),
    faculty: z.string().optional(),
    className: z.string().optional(),
  }),
  z.object({ people: z.number() }),
)

const person = z.object({ number: z.string(), name: z.string(), className: z.string().nullable() })

/** Who has not confirmed, where confirming was asked. */
export const unconfirmed = question(
  "notices.unconfirmed",
  z.object({ id: z.string(), faculty: z.string(), className: z.string().optional(), ...paging }),
  pageOf(person),
)

/** What a form offers: in whose name one may write, and to whom. */
export const form = question(
  "notices.form",
  nothing,
  z.object({
    senders: z.array(
      z.object({
        office: z.string(),
        place: z.string(),
        name: z.string(),
        /** Speaks within this faculty only. */
        faculty: z.string().nullable(),
        level: z.enum(levels),
        /** Who reviews what one writes in this name. */
        review: z.array(z.string()),
        groups: z.array(z.object({ key: z.string(), name: z.string() })),
      }),
    ),
    faculties: z.array(z.string()),
    classes: z.array(z.string()),
    grades: z.array(z.number()),
    /** Working days between handing in and a time set for publishing. */
    lead: z.number(),
    /** The day proposed for the last class told. */
    dueOn: day,
  }),
)

const line = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  sender: z.string(),
  status,
  pending: z.enum(["reviewing", "refused"]).nullable(),
  publishedOn: day.nullable(),
  publishAt: time.nullable(),
  corrected: z.boolean(),
  passDown: z.boolean(),
  confirm: z.boolean(),
  dueOn: day.nullable(),
  /** Of the classes within one's sight, how many were told; null where nothing is passed down. */
  passed: z.object({ done: z.number(), of: z.number(), late: z.boolean() }).nullable(),
})

/** Notices at a desk. */
export const list = question(
  "notices.list",
  z.object({
    text: z.string().trim().max(80).optional(),
    kind: kind.optional(),
    status: status.optional(),
    ...paging,
  }),
  pageOf(line).extend({ can: z.object({ write: z.boolean() }) }),
)

const change = z.object({ kind: z.enum(["kept", "added", "removed"]), text: z.string() })
const attached = z.object({ id: z.string(), name: z.string() })

const passing = z.object({
  onDay: day,
  how: z.enum(hows),
  note: z.string(),
  by: z.string(),
  /** Told of the version now published. */
  current: z.boolean(),
})

const extent = z.object({
  wide: z.boolean(),
  faculties: z.array(z.string()),
  classes: z.array(z.string()),
})

const count = z.object({
  faculty: z.string().nullable(),
  className: z.string().nullable(),
  classless: z.boolean(),
  delivered: z.number(),
  /** Null: too few people to be shown. */
  opened: z.number().nullable(),
  confirmed: z.number().nullable(),
  /** Minutes from publishing to the first opening. */
  median: z.number().nullable(),
})

/** One notice at a desk: as written, its review, its versions. */
export const one = question(
  "notices.one",
  id,
  z.object({
    id: z.string(),
    from: z.object({ office: z.string(), place: z.string(), name: z.string() }),
    authorName: z.string(),
    status,
    pending: z.enum(["reviewing", "refused"]).nullable(),
    /** As published; before that as written last. */
    content: written.extend({ files: z.array(attached), publishAt: moment.nullable() }),
    /** The correction on its way. */
    next: z.object({ title: z.string(), changes: z.array(change), because: z.string() }).nullable(),
    /** Words of its groups. */
    groups: z.array(z.string()),
    /** Changed since it was handed in. */
    unsent: z.boolean(),
    refused: z.string().nullable(),
    course: z.string().nullable(),
    publishedAt: time.nullable(),
    withdrawn: z.object({ on: day, because: z.string() }).nullable(),
    versions: z.array(
      z.object({
        number: z.number(),
        byName: z.string(),
        onDay: day,
        because: z.string().nullable(),
        publishedOn: day.nullable(),
        changes: z.array(change),
      }),
    ),
    can: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      discard: z.boolean(),
      correct: z.boolean(),
      withdraw: z.boolean(),
    }),
  }),
)

/** How far it came, by faculty and class within one's sight, and who passed it down. */
export const reach = question(
  "notices.reach",
  z.object({ id: z.string(), faculty: z.string().optional() }),
  z.object({
    total: count.nullable(),
    faculties: z.array(count),
    /** Of the faculty asked for, or the one seen. */
    classes: z.array(count),
    faculty: z.string().nullable(),
    confirm: z.boolean(),
    /** Null where nothing is passed down. */
    passing: z
      .object({
        dueOn: day.nullable(),
        done: z.number(),
        of: z.number(),
        faculties: z.array(
          z.object({
            faculty: z.string(),
            told: passing.nullable(),
            /** The sender's own faculty, which need not tell itself. */
            own: z.boolean(),
            done: z.number(),
            of: z.number(),
            /** Classes told too late, or not at all by then. */
            late: z.number(),
            /** Of the faculty asked for only. */
            classes: z.array(
              z.object({ className: z.string(), told: passing.nullable(), late: z.boolean() }),
            ),
            can: z.object({ pass: z.boolean(), passClasses: z.array(z.string()) }),
          }),
        ),
      })
      .nullable(),
    reminded: z.array(
      z.object({ whom: z.enum(["readers", "passing"]), onDay: day, by: z.string(), faculty: z.string() }),
    ),
    can: z.object({
      /** Whom one may ask again: everywhere, in faculties, in classes (`学院/班级`). */
      remind: extent,
      /** Where one is told the names of those who have not confirmed. */
      names: extent,
    }),
  }),
)
