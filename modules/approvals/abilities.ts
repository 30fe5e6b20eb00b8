import {
  type Actor,
  type Capacity,
  concerns,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"

/** Posts of a union that prepare and bring its requests: the presidium, heads of departments, the secretary-general. */
const brings = (c: Capacity, union: Under): boolean => ofUnion(c, union, "presidium", "head", "secretary")

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

/**
 * 10.2: what is major, and telling the Party committee of it, is the university's League committee's, of a faculty's
 * union too: by its secretary or the designated deputy secretary. A faculty's League organisation tells it (7.4).
 */
export const mayInform = (actor: Actor): Permission =>
  mayAs(actor, "校团委书记或指导学生会的专职副书记", guides, "10.2")

/** What the League committee wrote to the Party committee is for the two of them. */
export const readsReports = (actor: Actor): boolean =>
  actor.capacities.some((c) => c.office === "school-league" || c.office === "school-party")

/** A faculty's union is guided close by, by its faculty's League organisation; clerks prepare. */
const guidesCloseBy = (c: Capacity, union: Under): boolean =>
  c.office === "faculty-league" && c.post !== "clerk" && concerns(c, union)

/** Whoever guides the union checks the receipts and the summary and closes the matter; never his or her own. */
export function mayClose(actor: Actor, { union, applicant }: Owned): Permission {
  const school = "校团委书记或指导学生会的专职副书记"
  if (actor.number === applicant)
    return {
      refusal: {
        code: "not-allowed",
        because: "不能办结自己提出的申请",
        clause: "10.4",
        cure: `由指导本会的团组织另一位负责人办理`,
      },
    }
  return mayAs(
    actor,
    union.level === "school" ? school : `${school}，或本学院（系）团组织负责人`,
    (c) => guides(c) || guidesCloseBy(c, union),
    "10.4",
  )
}

/** The lead times are the League committee's to set. */
export const mayArrange = (actor: Actor): Permission =>
  mayAs(actor, "校团委书记或指导学生会的专职副书记", guides, "10.4")

export const isAllowed = (p: Permission): boolean => !("refusal" in p)
