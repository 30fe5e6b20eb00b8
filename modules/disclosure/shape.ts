import { z } from "zod"

/**
 * The disclosure as structured data: what is shown, printed, approved, hashed and published. It is also
 * the schema of the file `disclosure.json`. It never holds a 学号 unless `masked` is false.
 */
export const conclusion = z.enum(["yes", "no", "open"])
export type Conclusion = z.infer<typeof conclusion>

export const assessedRow = z.object({
  /** As printed before the words: `1`. */
  number: z.string(),
  mark: z.enum(["core", "observed"]).nullable(),
  text: z.string(),
  conclusion,
  remark: z.string(),
  /** The conclusion is a person's word, not computed. */
  attested: z.boolean(),
  /** False: the wording of the row is known from memory only. */
  confirmed: z.boolean(),
})
export type AssessedRow = z.infer<typeof assessedRow>

const form = z.object({
  heading: z.string(),
  union: z.string(),
  kind: z.enum(["undergraduate", "graduate"]),
  /** Unions below it; null on a faculty's form. */
  below: z.number().nullable(),
  rows: z.array(assessedRow),
  shortcomings: z.string(),
})
export type Form = z.infer<typeof form>

export const tallied = z.object({
  number: z.string(),
  mark: z.enum(["core", "observed"]).nullable(),
  text: z.string(),
  yes: z.number(),
  no: z.number(),
  open: z.number(),
})
export type Tallied = z.infer<typeof tallied>

const person = z.object({
  /** Null on a further line of a person already counted. */
  number: z.number().nullable(),
  name: z.string(),
  title: z.string(),
  political: z.string(),
  faculty: z.string(),
  grade: z.string(),
  rank: z.string(),
  fails: z.string(),
  studentId: z.string().optional(),
})
export type PersonLine = z.infer<typeof person>

const headed = { heading: z.string() }

export const section = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("assessment"),
    ...headed,
    legend: z.array(z.string()),
    /** Headings of the form: 指标, 结论, 备注. */
    columns: z.array(z.string()).length(3),
    /** How the form words its two answers: 是 and 否, or 达标 and 未达标. */
    answers: z.object({ yes: z.string(), no: z.string() }),
    source: z.string(),
    /** The year whose form this is, where none of this year is known. */
    carriedFrom: z.number().nullable(),
    own: form,
    faculties: z
      .object({ heading: z.string(), total: z.number(), tally: z.array(tallied), forms: z.array(form) })
      .nullable(),
  }),
  z.object({
    kind: z.literal("charter"),
    ...headed,
    name: z.string(),
    adopted: z.string().nullable(),
    paragraphs: z.array(z.object({ role: z.enum(["chapter", "article", "text"]), text: z.string() })),
    missing: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("chart"),
    ...headed,
    svg: z.string(),
    alt: z.string(),
    missing: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("staff"),
    ...headed,
    summary: z.string(),
    note: z.string(),
    groups: z.array(z.object({ name: z.string(), people: z.array(person) })),
    missing: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("congress"),
    ...headed,
    lines: z.array(z.object({ label: z.string(), value: z.string(), href: z.string().optional() })),
    agenda: z.array(z.string()),
    text: z.string(),
    missing: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("method"),
    id: z.enum(["delegates", "presidium", "members", "review"]),
    ...headed,
    text: z.string(),
    /** Drafted from the words of the Opinions; not yet the union's own. */
    suggested: z.boolean(),
    rounds: z.array(
      z.object({
        name: z.string(),
        held: z.string(),
        owed: z.number(),
        reported: z.number(),
        panel: z.number().nullable(),
        note: z.string(),
      }),
    ),
    missing: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("responsible"),
    ...headed,
    rows: z.array(
      z.object({ role: z.string(), name: z.string(), fullTime: z.boolean().nullable(), remark: z.string() }),
    ),
    missing: z.string().nullable(),
  }),
])
export type Section = z.infer<typeof section>
export type SectionOf<K extends Section["kind"]> = Extract<Section, { kind: K }>

export const disclosureSchema = z.object({
  format: z.literal("qiaoliang-disclosure/1"),
  title: z.string(),
  schoolYear: z.number(),
  asOf: z.string(),
  university: z.string(),
  union: z.object({
    id: z.string(),
    name: z.string(),
    level: z.enum(["school", "faculty"]),
    kind: z.enum(["undergraduate", "graduate"]),
    faculty: z.string().optional(),
  }),
  masked: z.boolean(),
  opening: z.string(),
  sections: z.array(section),
  /** SHA-256 of the data it was composed from: one hash binds what is said and what it rests on. */
  grounds: z.string(),
})
export type Disclosure = z.infer<typeof disclosureSchema>

export const find = <K extends Section["kind"]>(d: Disclosure, kind: K): SectionOf<K> =>
  d.sections.find((s): s is SectionOf<K> => s.kind === kind)!
