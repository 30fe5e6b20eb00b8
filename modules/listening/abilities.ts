import {
  type Actor,
  allowed,
  concerns,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import { mayDesk } from "#modules/handling/index.ts"
import { isFor, type Listening, type Student } from "./listening.ts"

export interface OfUnion {
  readonly union: Under & { readonly kind: "undergraduate" | "graduate" }
  /** The department named as the union's desk. */
  readonly department: string | null
}

export const anyone = (): Permission => allowed()

export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true, "1.3")

/** Planning, announcing, cancelling, closing, publishing: those who lead the union's work. */
export const mayPlan = (actor: Actor, { union }: Pick<OfUnion, "union">): Permission =>
  mayAs(
    actor,
    "本会主席团、秘书长和部门负责人",
    (c) => ofUnion(c, union, "presidium", "secretary", "head"),
    "1.3",
  )

/** Minutes, what was heard, free texts of a questionnaire: those who plan, and the union's desk. */
export function mayKeep(actor: Actor, { union, department }: OfUnion): Permission {
  const plans = mayPlan(actor, { union })
  if ("as" in plans) return plans
  const desk = mayDesk(actor, { need: { desk: "union" }, union, department })
  return "as" in desk ? desk : onlyFor("本会主席团、秘书长、部门负责人和受理诉求的部门", "1.3")
}

/** The plan, the minutes, what came of it: the union's own people and the offices over it. */
export const mayRead = (actor: Actor, { union }: Pick<OfUnion, "union">): Permission =>
  mayAs(actor, "本会及其党团组织与职能部门", (c) => concerns(c, union), "1.3")

interface Answering extends Pick<OfUnion, "union"> {
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
