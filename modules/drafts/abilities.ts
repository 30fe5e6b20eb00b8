import { type Actor, onlyFor, type Permission } from "#kit/server/actor.ts"
import { mayDraft, type UnionRow } from "#modules/unions/index.ts"
import type { Draft } from "./store.ts"

export interface Loaded {
  readonly draft: Draft
  readonly union: UnionRow
}

/** To see and to apply a draft: whoever guides the union (10.3), once it is shared or one's own. */
export function mayOpen(actor: Actor, { draft, union }: Loaded): Permission {
  const permission = mayDraft(actor, union)
  if ("refusal" in permission || draft.shared || draft.createdBy === actor.account) return permission
  return { refusal: { code: "not-allowed", because: "这份方案尚未共享", cure: "请起草人共享后再看" } }
}

/** To change, share or drop it: the one who began it, while still guiding the union. */
export function mayChange(actor: Actor, { draft, union }: Loaded): Permission {
  const permission = mayDraft(actor, union)
  return "refusal" in permission || draft.createdBy === actor.account
    ? permission
    : onlyFor(`起草人${draft.createdByName}`)
}

/** The list: whoever guides some union. */
export const mayList = (actor: Actor): Permission => {
  const as = actor.capacities.find((c) => c.office === "school-league" || c.office === "faculty-league")
  return as ? { as } : onlyFor("学校团委或学院（系）团组织", "10.3")
}
