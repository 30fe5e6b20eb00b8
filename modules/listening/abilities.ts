import {
  type Actor,
  allowed,
  type Capacity,
  concerns,
  inCapacity,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import { isFor, type Listening, type Student } from "./listening.ts"

export interface OfUnion {
  readonly union: Under & { readonly kind: "undergraduate" | "graduate" }
}

/** The department that hears students, where a union calls one so. */
const hears = (c: Capacity): boolean => c.post === "member" && (c.department ?? "").includes("权益")

export const anyone = (): Permission => allowed()

export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true, "1.3")

/** Planning, announcing, cancelling, closing, publishing: those who lead the union's work. */
export const mayPlan = (actor: Actor, { union }: OfUnion): Permission =>
  mayAs(
    actor,
    "本会主席团、秘书长和部门负责人",
    (c) => ofUnion(c, union, "presidium", "secretary", "head"),
    "1.3",
  )

/** Minutes, what was heard, free texts of a questionnaire: those, and the members of the department that hears students. */
export const mayKeep = (actor: Actor, { union }: OfUnion): Permission =>
  mayAs(
    actor,
    "本会主席团、秘书长、部门负责人和权益部门工作人员",
    (c) =>
      ofUnion(c, union, "presidium", "secretary", "head") || (ofUnion(c, union, "member") && hears(c)),
    "1.3",
  )

/** The plan, the minutes, what came of it: the union's own people and the offices over it. */
export const mayRead = (actor: Actor, { union }: OfUnion): Permission =>
  mayAs(actor, "本会及其党团组织与职能部门", (c) => concerns(c, union), "1.3")

interface Answering extends OfUnion {
  readonly listening: Pick<Listening, "faculties" | "grades">
  /** As the register has the person who asks. */
  readonly student: Student | undefined
}

/** Answering: students the questionnaire is for. Nobody answers as an officer. */
export function mayAnswer(actor: Actor, { listening, union, student }: Answering): Permission {
  if (actor.number === "" || !student) return onlyFor("在册学生本人", "1.3")
  return isFor(listening, union, student) ? allowed() : onlyFor("问卷所面向的同学", "1.3")
}

export const keeps = (actor: Actor, of: OfUnion): boolean => "as" in mayKeep(actor, of)

/** Posts by which somebody plans or keeps anywhere. */
export const servesSomewhere = (actor: Actor): boolean =>
  inCapacity(actor, (c) => c.office === "union" && (c.post !== "member" || hears(c))) !== undefined
