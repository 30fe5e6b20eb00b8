import { type Actor, type Capacity, mayAs, ofUnion, type Permission } from "#kit/server/actor.ts"
import { vouches } from "#modules/evidence/index.ts"
import type { UnionLabel } from "./gather.ts"

/** What an ability looks at: whose disclosure it is, and who had a hand in it. */
export interface About {
  readonly union: UnionLabel
  /** Accounts that made any of its versions or sent it for approval. */
  readonly makers: readonly string[]
}

/** The League cadre appointed secretary-general of this union. */
export const isSecretary = (c: Capacity, union: UnionLabel): boolean => ofUnion(c, union, "secretary")

/**
 * The one designated by 10.3; for a faculty's union the head of its League organisation. With the approval this
 * office vouches for what the union answered itself (docs/decisions/0009).
 */
export const isApprover = (c: Capacity, union: UnionLabel): boolean =>
  vouches(c) &&
  (union.level === "school"
    ? c.office === "school-league" && c.post === "deputy-secretary" && c.designated === true
    : c.office === "faculty-league" && c.post === "head" && c.scope.id === union.facultyId)

const approverName = (union: UnionLabel): string =>
  union.level === "school" ? "学校团委明确的专职副书记" : "学院（系）团组织负责人"

const preparing = ["secretary", "presidium", "head", "clerk"]

/** Draft, fill in, attest, send for approval. */
export const mayPrepare = (actor: Actor, { union }: Pick<About, "union">): Permission =>
  mayAs(
    actor,
    `${union.name}的主席团成员、部门负责人或秘书长`,
    (c) => ofUnion(c, union, ...preparing),
    "10.4",
  )

/** Approve or give back: never by someone who had a hand in it. */
export function mayApprove(actor: Actor, about: About): Permission {
  const held = mayAs(actor, approverName(about.union), (c) => isApprover(c, about.union), "10.3")
  if ("refusal" in held || !about.makers.includes(actor.account)) return held
  return {
    refusal: {
      code: "not-allowed",
      because: "编制人不能审核自己编制的公开材料",
      clause: "10.3",
      cure: `请由${approverName(about.union)}的代行人审核，或改由他人编制`,
    },
  }
}

export const mayGiveBack = (actor: Actor, { union }: About): Permission =>
  mayAs(actor, approverName(union), (c) => isApprover(c, union), "10.3")

export const mayPublish = (actor: Actor, { union }: About): Permission =>
  mayAs(actor, `${union.name}秘书长`, (c) => isSecretary(c, union), "10.4")

export const mayTakeDown = (actor: Actor, { union }: About): Permission =>
  mayAs(
    actor,
    `${union.name}秘书长或${approverName(union)}`,
    (c) => isSecretary(c, union) || isApprover(c, union),
    "10.4",
  )

/** The wording of the year's form is the university's to confirm, not a union's. */
export const mayReword = (actor: Actor): Permission =>
  mayAs(
    actor,
    "学校团委或党委学生工作部负责人",
    (c) =>
      (c.office === "school-league" && (c.post === "head" || c.designated === true)) ||
      (c.office === "student-affairs" && c.post === "head"),
    "9.4",
  )

const seeing = ["school-league", "student-affairs", "school-party", "federation"]

/** Read drafts, grounds and the unmasked copy. */
export const maySee = (actor: Actor, { union }: Pick<About, "union">): Permission =>
  mayAs(
    actor,
    "本组织及其指导单位的负责人",
    (c) =>
      ofUnion(c, union, ...preparing) ||
      seeing.includes(c.office) ||
      ((c.office === "faculty-league" || c.office === "faculty-party") && c.scope.id === union.facultyId),
    "9.1",
  )

/** The room itself: for whoever may prepare or see a disclosure of any union; an administrator as such may not. */
export const mayEnter = (actor: Actor): Permission =>
  mayAs(
    actor,
    "学生会组织及其指导单位的负责人",
    (c) =>
      (c.office === "union" && preparing.includes(c.post)) ||
      seeing.includes(c.office) ||
      c.office === "faculty-league" ||
      c.office === "faculty-party",
    "9.1",
  )

/** The inspection binder holds 学号 and ranks: the union's secretary, the approver, the school's two offices. */
export const maySeeUnmasked = (actor: Actor, { union }: Pick<About, "union">): Permission =>
  mayAs(
    actor,
    `${union.name}秘书长或${approverName(union)}`,
    (c) =>
      isSecretary(c, union) ||
      isApprover(c, union) ||
      (["school-league", "student-affairs"].includes(c.office) && c.post !== "clerk"),
    "10.3",
  )
