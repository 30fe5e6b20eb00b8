import {
  type Actor,
  allowed,
  type Capacity,
  concerns,
  isSignedIn,
  mayAs,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import {
  type Duty,
  type Host,
  hasDuty,
  hostName,
  isOfHost,
  isOfLeague,
  isReader,
  leadsUnion,
} from "./hearing.ts"

export const isAllowed = (p: Permission): boolean => !("refusal" in p)

/** Preparing a session is office work; a clerk may. */
export const maySchedule = (actor: Actor, host: Host): Permission =>
  mayAs(actor, hostName(host), (c) => isOfHost(c, host), "9.3")

/** What was heard and decided is written down by somebody who decides. */
export const mayRecordHearing = (actor: Actor, host: Host): Permission =>
  mayAs(actor, `${hostName(host)}负责人`, (c) => isOfHost(c, host) && c.post !== "clerk", "9.3")

export const mayAttachReport = (
  actor: Actor,
  host: Host & { readonly unions: readonly string[] },
): Permission =>
  mayAs(
    actor,
    `${host.faculty ? `${host.faculty}团组织` : "学校团委"}或汇报的学生会`,
    (c) => isOfLeague(c, host) || host.unions.some((u) => leadsUnion(c, u)),
    "9.3",
  )

export const mayFinish = (actor: Actor, duty: Duty, host: Host): Permission =>
  mayAs(actor, "承办这项决定的组织", (c) => hasDuty(c, duty, host), "9.3")

export const mayReadHearing = (actor: Actor, host: Host, unions: readonly Under[]): Permission =>
  mayAs(actor, `${hostName(host)}和与汇报的学生会有关的组织`, (c) => isReader(c, host, unions), "9.3")

const drafts = (c: Capacity) => c.office === "student-affairs" || c.office === "school-league"
const together = "党委学生工作部或学校团委"

/** Either office drafts; its clerks prepare. */
export const mayDraft = (actor: Actor): Permission => mayAs(actor, together, drafts, "9.4")

/** 9.4: ending what is in force is put forward by somebody who decides. */
export const mayRepeal = (actor: Actor): Permission =>
  mayAs(actor, `${together}负责人`, (c) => drafts(c) && c.post !== "clerk", "9.4")

/** What is not in force yet is for the two offices and the Party committee. */
export const mayReadDrafts = (actor: Actor): Permission =>
  mayAs(actor, `学校党委、${together}`, (c) => drafts(c) || c.office === "school-party", "9.4")

/** What is or was in force binds everybody: whoever has signed in may read it. */
export const mayReadInForce = (actor: Actor): Permission =>
  isSignedIn(actor) ? allowed() : onlyFor("已登录的人", "9.4")

/** A union as guidance knows it. */
export interface Guided extends Under {
  readonly kind: "undergraduate" | "graduate"
}

/** 2.3: the school union of the same kind guides; `above` are the school's unions. */
export const mayGuide = (actor: Actor, union: Guided, above: readonly Guided[]): Permission =>
  union.level === "faculty"
    ? mayAs(
        actor,
        "校级学生会（研究生会）",
        (c) => above.some((u) => u.level === "school" && u.kind === union.kind && leadsUnion(c, u.id)),
        "2.3",
      )
    : mayAs(actor, "学校团委", (c) => c.office === "school-league" && c.post !== "clerk", "10.1")

/** Whether it happened is said by the one that was guided. */
export const mayAnswerGuidance = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "受指导的学生会", (c) => leadsUnion(c, union.id), "2.3")

export const mayReadGuidance = (actor: Actor, union: Guided, above: readonly Guided[]): Permission =>
  mayAs(
    actor,
    "与该学生会有关的组织",
    (c) =>
      concerns(c, union) ||
      above.some((u) => u.level === "school" && u.kind === union.kind && concerns(c, u)),
    "2.3",
  )

/** Any of the room's documents begins with one of these. */
export const maySendFile = (actor: Actor): Permission =>
  mayAs(
    actor,
    "党组织、团组织、党委学生工作部或学生会负责人",
    (c) =>
      drafts(c) ||
      ["school-party", "faculty-party", "faculty-league"].includes(c.office) ||
      (c.office === "union" && (c.post === "presidium" || c.post === "secretary")),
  )
