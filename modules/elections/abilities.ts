import { type Actor, allowed, isSignedIn, onlyFor, type Permission } from "#kit/server/actor.ts"
import { mayPrepare, mayReadAssembly, mayServe, type OfAssembly } from "#modules/assembly/index.ts"
import type { Election } from "./election.ts"

/** What an ability looks at of an election. */
export type Concerned = OfAssembly & {
  readonly election: Pick<Election, "candidates" | "trustees" | "tellers">
}

const stands = (actor: Actor, { candidates }: Pick<Election, "candidates">): boolean =>
  candidates.some((c) => c.number === actor.number)

const partial: Permission = {
  refusal: {
    code: "not-allowed",
    because: "候选人不办理自己参选的选举",
    cure: "由大会主席团、监票人或代表资格审查委员会中不参选的人办理",
  },
}

const neutral = (actor: Actor, of: Concerned, may: Permission): Permission =>
  "as" in may && stands(actor, of.election) ? partial : may

/** A new vote: whoever prepares the assembly, or its presiding committee. */
export function mayCreate(actor: Actor, of: OfAssembly): Permission {
  const serves = mayServe(actor, of, ["presiding"])
  return "as" in serves ? serves : mayPrepare(actor, of)
}

/** Parameters, trustees and tellers of a vote: the same, but no candidate of it. */
export const mayArrange = (actor: Actor, of: Concerned): Permission =>
  neutral(actor, of, mayCreate(actor, of))

/** Rules adopted, opening, closing, announcing, next round: the executive chair of the presiding committee. */
export const mayPreside = (actor: Actor, of: Concerned): Permission =>
  neutral(actor, of, mayServe(actor, of, ["presiding"], true))

/** Starting the keys again: the chief scrutineer or the executive chair. */
export const mayRestart = (actor: Actor, of: Concerned): Permission =>
  neutral(actor, of, mayServe(actor, of, ["presiding", "scrutineer"], true))

export const mayKeepKey = (actor: Actor, { election }: Concerned): Permission =>
  election.trustees.some((t) => t.number === actor.number && actor.number !== "")
    ? allowed()
    : onlyFor("保管本次选举密钥的监票人")

/** Giving out ballots: the head of the credentials committee, neither a candidate nor a trustee. */
export function mayIssue(actor: Actor, of: Concerned): Permission {
  const may = neutral(actor, of, mayServe(actor, of, ["credentials"], true))
  if ("as" in may && of.election.trustees.some((t) => t.number === actor.number))
    return {
      refusal: {
        code: "not-allowed",
        because: "发放投票凭证的人不能保管选举密钥",
        cure: "改由其他监票人保管密钥",
      },
    }
  return may
}

export const mayCount = (actor: Actor, { election }: Concerned): Permission =>
  election.tellers.some((t) => t.number === actor.number && actor.number !== "")
    ? allowed()
    : onlyFor("本次选举的计票人")

/** Confirming the tellers' count: the chief scrutineer, not a candidate. */
export const mayConfirm = (actor: Actor, of: Concerned): Permission =>
  neutral(actor, of, mayServe(actor, of, ["scrutineer"], true))

/** A phone's key: a delegate with a vote. */
export const mayRegister = (_: Actor, { delegate }: { readonly delegate: boolean }): Permission =>
  delegate ? allowed() : onlyFor("有表决权的代表")

/** Own ballots: whoever is signed in sees only what is theirs. */
export const mayAskOwn = (actor: Actor): Permission => (isSignedIn(actor) ? allowed() : onlyFor("代表"))

/** The papers of a vote: the assembly's own people, its delegates, the offices over the union. */
export const mayRead = (actor: Actor, of: OfAssembly & { readonly delegate: unknown }): Permission =>
  of.delegate ? allowed() : mayReadAssembly(actor, of)
