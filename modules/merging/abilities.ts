import { type Actor, allowed, isSignedIn, onlyFor, type Permission } from "#kit/server/actor.ts"
import { type AtDesk, mayDesk } from "#modules/handling/index.ts"

/** A need where it lies, and whether the person asking raised it or one merged into it. */
export interface Lies extends AtDesk {
  readonly own: boolean
}

/** 所提不得自办 */
const own: Permission = {
  refusal: {
    code: "not-allowed",
    because: "自己提出的诉求，不能自己合并、拆开",
    cure: "由受理诉求的其他人员办理",
  },
}

/** Merging and taking apart is the desk's, for each of the needs; and nobody's with what he or she raised. */
export function mayMerge(actor: Actor, { all }: { readonly all: readonly Lies[] }): Permission {
  const refused = all.map((of) => mayDesk(actor, of)).find((p) => "refusal" in p)
  if (refused) return refused
  if (all.some((of) => of.own)) return own
  return all[0] ? mayDesk(actor, all[0]) : allowed()
}

/** The proposals of a desk: whoever has one; which, the desk asked for says. */
export interface AtDesks {
  readonly keys: readonly string[]
  readonly wanted: string | undefined
}

export const mayCompare = (actor: Actor, { keys, wanted }: AtDesks): Permission =>
  isSignedIn(actor) && (wanted === undefined ? keys.length > 0 : keys.includes(wanted))
    ? allowed()
    : onlyFor("受理诉求的部门", "1.4")

/** How many wait at one's own desks: none for whoever has none. */
export const signedIn = (actor: Actor): Permission =>
  isSignedIn(actor) ? allowed() : onlyFor("已登录的人员", "1.4")
