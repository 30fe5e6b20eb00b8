import {
  type Actor,
  allowed,
  inCapacity,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import { mayDesk } from "#modules/handling/index.ts"

/** A union with the department that is its desk for needs. */
export interface Desk {
  readonly union: Under
  readonly department: string | null
}

const over: readonly string[] = ["school-league", "school-party", "student-affairs", "administration"]

export const anyone = (): Permission => allowed()

/** Drawing a briefing up, and giving it in: the desk of a school's union. */
export function mayEdit(actor: Actor, { union, department }: Desk): Permission {
  if (union.level !== "school") return onlyFor("校级学生会、研究生会受理诉求的部门", "1.4")
  return mayDesk(actor, { need: { desk: "union" }, union, department })
}

/** After the review of 10.4: the union's presidium and its secretary-general. */
export const mayPublish = (actor: Actor, { union }: Pick<Desk, "union">): Permission =>
  mayAs(actor, "本会主席团和秘书长", (c) => ofUnion(c, union, "presidium", "secretary"), "10.4")

/** Drafts, and what is counted behind the public figures: the desks, presidiums, and the university's offices over them. */
export function mayReadDesk(actor: Actor, { desks }: { readonly desks: readonly Desk[] }): Permission {
  const office = inCapacity(actor, (c) => over.includes(c.office) && c.scope.kind === "university")
  if (office) return allowed(office)
  for (const { union, department } of desks) {
    const may = mayDesk(actor, { need: { desk: "union" }, union, department })
    if ("as" in may) return may
  }
  return onlyFor("各级学生会受理诉求的部门、主席团、秘书长和指导学生会的部门", "1.3")
}
