import {
  type Actor,
  type Capacity,
  concerns,
  mayAs,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"

/** Posts of a union that prepare and bring its requests: the presidium, heads of departments, the secretary-general. */
const brings = (c: Capacity, union: Under): boolean =>
  c.office === "union" &&
  c.scope.id === union.id &&
  (c.post === "presidium" || c.post === "head" || c.post === "secretary")

export const mayFile = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会主席团成员、部门负责人或秘书长", (c) => brings(c, union), "10.4")

/** A change is the applicant's own, while he or she still holds a post in the union. */
export function mayAmend(actor: Actor, { union, applicant }: Owned): Permission {
  if (actor.number !== applicant) return onlyFor("申请人", "10.4")
  return mayFile(actor, union)
}

export interface Owned {
  readonly union: Under
  readonly applicant: string
}

/** Money, goods and the summary afterwards: whoever may bring the union's requests. */
export const mayAccount = (actor: Actor, { union }: Owned): Permission => mayFile(actor, union)

const readers: readonly string[] = [
  "school-league",
  "school-party",
  "student-affairs",
  "faculty-league",
  "faculty-party",
  "union",
]

/** The union itself, its faculty's and the university's Party and League organisations, and student affairs. */
export const mayRead = (actor: Actor, { union }: { readonly union: Under }): Permission =>
  mayAs(
    actor,
    "本会、本学院（系）和学校的党团组织",
    (c) => readers.includes(c.office) && concerns(c, union),
    "10.4",
  )

export const isReader = (actor: Actor, union: Under): boolean => "as" in mayRead(actor, { union })

const guides = (c: Capacity): boolean =>
  c.office === "school-league" && (c.designated === true || c.post === "head")

/** 10.2: the League committee, by its secretary or the designated deputy secretary. */
export const mayInform = (actor: Actor): Permission =>
  mayAs(actor, "校团委书记或指导学生会的专职副书记", guides, "10.2")

/** What the League committee wrote to the Party committee is for the two of them. */
export const readsReports = (actor: Actor): boolean =>
  actor.capacities.some((c) => c.office === "school-league" || c.office === "school-party")

/** Whoever guides checks the receipts and the summary and closes the matter; never his or her own. */
export function mayClose(actor: Actor, { applicant }: Pick<Owned, "applicant">): Permission {
  if (actor.number === applicant)
    return {
      refusal: { code: "not-allowed", because: "不能办结自己提出的申请", cure: "由校团委另一位负责人办理" },
    }
  return mayAs(actor, "校团委书记或指导学生会的专职副书记", guides, "10.4")
}

/** The lead times are the League committee's to set. */
export const mayArrange = (actor: Actor): Permission =>
  mayAs(actor, "校团委书记或指导学生会的专职副书记", guides, "10.4")

export const isAllowed = (p: Permission): boolean => !("refusal" in p)
