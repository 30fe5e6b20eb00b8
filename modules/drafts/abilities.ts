import {
  type Actor,
  type Capacity,
  concerns,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"
import { mayDraft, type UnionRow } from "#modules/unions/index.ts"
import type { Draft } from "./store.ts"

export interface Loaded {
  readonly draft: Draft
  readonly union: UnionRow
}

const isLeague = (c: Capacity) => c.office === "school-league" || c.office === "faculty-league"
const isSecretary = (c: Capacity, union: UnionRow) => ofUnion(c, union, "secretary")

const leagueOver = (union: UnionRow) =>
  union.level === "school" ? "学校团委" : "学校团委、本学院（系）团组织"

/** Whose drafts over a union one may be shown: the League organisations that guide it, and its secretary-general. */
export const maySee = (actor: Actor, union: UnionRow): Permission =>
  mayAs(
    actor,
    `${leagueOver(union)}或本会秘书长`,
    (c) => (isLeague(c) && concerns(c, union)) || isSecretary(c, union),
    "10.3",
  )

/** To see a draft: once it is shared or one's own. */
export function mayOpen(actor: Actor, { draft, union }: Loaded): Permission {
  const permission = maySee(actor, union)
  if ("refusal" in permission || draft.shared || draft.createdBy === actor.account) return permission
  return {
    refusal: {
      code: "not-allowed",
      because: "这份方案尚未共享",
      clause: "10.3",
      cure: "请起草人共享后再看",
    },
  }
}

/** Applying one writes the roster: by a post that decides, once it may be seen. Clerks prepare drafts. */
export function mayApply(actor: Actor, { draft, union }: Loaded): Permission {
  const permission = mayAs(
    actor,
    `${leagueOver(union)}负责人或本会秘书长`,
    (c) => (isLeague(c) && c.post !== "clerk" && concerns(c, union)) || isSecretary(c, union),
    "10.3",
  )
  const seen = mayOpen(actor, { draft, union })
  return "refusal" in permission || "as" in seen ? permission : seen
}

/** To change, share or drop it: the one who began it, while still guiding the union. */
export function mayChange(actor: Actor, { draft, union }: Loaded): Permission {
  const permission = mayDraft(actor, union)
  return "refusal" in permission || draft.createdBy === actor.account
    ? permission
    : onlyFor(`起草人${draft.createdByName}`, "10.3")
}

/** The list: whoever guides some union or is its secretary-general. */
export const mayList = (actor: Actor): Permission =>
  mayAs(
    actor,
    "学校团委、学院（系）团组织或学生会秘书长",
    (c) => isLeague(c) || (c.office === "union" && c.post === "secretary"),
    "10.3",
  )
