import { type Actor, allowed, onlyFor, type Permission } from "#kit/server/actor.ts"
import { mayReadAssembly, mayServe, type OfAssembly } from "#modules/assembly/index.ts"
import type { Delegate } from "#modules/delegates/index.ts"

type Team = Pick<OfAssembly, "team">

/** The chair: whoever leads the presiding body, or one of it standing in. */
export const mayChair = (actor: Actor, of: Team): Permission => mayServe(actor, of, ["presiding"])

/** The list of speakers and the notes: the chair, and the stewards beside the chair. */
export const maySteward = (actor: Actor, of: Team): Permission =>
  mayServe(actor, of, ["presiding", "steward"])

/** A show of hands is counted by the tellers and put down by them or the chair. */
export const mayCount = (actor: Actor, of: Team): Permission => mayServe(actor, of, ["presiding", "teller"])

export const mayWriteMinutes = (actor: Actor, of: Team): Permission =>
  mayServe(actor, of, ["presiding", "steward", "preparatory"])

export const mayConfirmMinutes = (actor: Actor, of: Team): Permission =>
  mayServe(actor, of, ["presiding"], true)

export const mayWatch = (actor: Actor, of: OfAssembly): Permission => mayReadAssembly(actor, of)

/** Who attends may ask to speak; the chair calls. */
export const maySpeak = (_: Actor, { delegate }: { readonly delegate: unknown }): Permission =>
  delegate ? allowed() : onlyFor("出席和列席本次大会的代表", "6.1")

/** Nobody votes for another. */
export const mayVote = (_: Actor, { elector }: { readonly elector: boolean }): Permission =>
  elector ? allowed() : onlyFor("表决开始时到会的正式代表", "6.1")

/** How each voted openly: the delegates, and who reads the papers of the assembly. */
export const mayReadRoll = (
  actor: Actor,
  of: OfAssembly & { readonly delegate: Pick<Delegate, "number"> | undefined },
): Permission => (of.delegate ? allowed() : mayReadAssembly(actor, of))

/** A speaker takes back his or her own wish only. */
export const mayWithdraw = (
  actor: Actor,
  { speaker }: { readonly speaker: { number: string } },
): Permission =>
  speaker.number !== "" && speaker.number === actor.number ? allowed() : onlyFor("申请发言的本人")
