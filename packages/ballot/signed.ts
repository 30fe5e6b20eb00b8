import type { Group, Point } from "./group.ts"
import { hasKeys, isText } from "./json.ts"
import { checkLog, type ProofText, proveLog } from "./proofs.ts"
import type { Random } from "./random.ts"
import { isProof } from "./shapes.ts"

/** A trustee's message with the signature that stands beside it in trustees.json. */
export interface Signed {
  readonly message: string
  readonly signature: ProofText
}

const label = (message: string): string => `sigmsg|${message}|`

export const signatureOf = (group: Group, secret: bigint, message: string, random: Random): ProofText =>
  proveLog(group, secret, label(message), random)

export const sign = (group: Group, secret: bigint, message: string, random: Random): Signed => ({
  message,
  signature: signatureOf(group, secret, message, random),
})

export const isSignedBy = (group: Group, key: Point, message: string, signature: ProofText): boolean =>
  checkLog(group, key, label(message), signature)

export const isSigned = (value: unknown): value is Signed =>
  hasKeys(value, "message", "signature") && isText(value.message) && isProof(value.signature)
