import { type Actor, mayAs, ofUnion, type Permission, type Under } from "#kit/server/actor.ts"
import type { Need } from "#modules/needs/index.ts"

/** A need at the desk of a union; `department`: the one named as its desk, null until one was (`desksOf`). */
export interface AtDesk {
  readonly need: Pick<Need, "desk">
  readonly union: Pick<Under, "id">
  readonly department: string | null
}

/** Until a union named its desk, the department that has it in its name: 权益部、权益服务部. */
const isDesk = (department: string | null | undefined, named: string | null): boolean =>
  typeof department === "string" && (named === null ? department.includes("权益") : department === named)

/**
 * Sorting, handing on, merging: the union's presidium and secretary-general and the department that is its desk. What
 * concerns the conduct of a union's people lies with the school's League committee alone (7.2).
 */
export function mayDesk(actor: Actor, { need, union, department }: AtDesk): Permission {
  if (need.desk === "league") return mayAs(actor, "学校团委", (c) => c.office === "school-league", "7.2")
  return mayAs(
    actor,
    "本会受理诉求的部门、主席团和秘书长",
    (c) =>
      ofUnion(c, union, "presidium", "secretary") ||
      (ofUnion(c, union, "head", "member") && isDesk(c.department, department)),
    "1.4",
  )
}
