import { randomBytes } from "node:crypto"
import { rotatingCode } from "#kit/server/rotating-code.ts"

/** 来、去 */
export type Sign = "in" | "out"

interface Keyed {
  readonly id: string
  readonly secret: string
}

/** Seconds a code is shown. */
export const slotSeconds = 30

const code = rotatingCode({ letters: 6, seconds: slotSeconds })

export const { slotOf, leftOf } = code

const purpose = ({ id }: Keyed, sign: Sign): string => `${id}\n${sign}`

/** The code of a shift for coming or going in one slot. */
export const codeOf = (shift: Keyed, sign: Sign, slot: number): string =>
  code.codeOf(shift.secret, purpose(shift, sign), slot)

/** Which sign a code gives now; null for another shift's, an old one's or a wrong one. */
export const signOf = (shift: Keyed, typed: string, now: Date): Sign | null =>
  (["in", "out"] as const).find((sign) => code.isCode(shift.secret, purpose(shift, sign), typed, now)) ?? null

/** A certificate's number: 60 random bits in twelve characters, so that nobody finds one by trying. */
export function newCertificateNumber(): string {
  const from = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
  const drawn = [...randomBytes(12)].map((b) => from[b % 32]).join("")
  return drawn.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3")
}
