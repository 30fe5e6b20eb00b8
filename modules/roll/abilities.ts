import { type Actor, allowed, isSignedIn, onlyFor, type Permission } from "#kit/server/actor.ts"
import { mayReadAssembly, mayServe, type OfAssembly } from "#modules/assembly/index.ts"
import type { Delegate } from "#modules/delegates/index.ts"

/** Keeping the roll: the stewards and the credentials committee of the assembly. */
export const mayKeep = (actor: Actor, of: Pick<OfAssembly, "team">): Permission =>
  mayServe(actor, of, ["steward", "credentials"])

/** The roll with its names: who serves in the assembly, and the offices over the union. */
export const mayReadRoll = (actor: Actor, of: OfAssembly): Permission => mayReadAssembly(actor, of)

/** Checking in: the delegate in person. */
export const mayCheckIn = (
  _: Actor,
  { delegate }: { readonly delegate: Pick<Delegate, "number"> | undefined },
): Permission =>
  delegate
    ? allowed()
    : {
        refusal: {
          code: "not-allowed",
          because: "您不在本次大会的代表和列席人员名单上",
          cure: "如果您是代表，请到签到处找工作人员核对名单",
        },
      }

/** How many are there is said aloud in the hall: no names with it. */
export const mayHear = (actor: Actor): Permission => (isSignedIn(actor) ? allowed() : onlyFor("已登录的师生"))
