import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** 来、去 */
export type Sign = "in" | "out"

/** Seconds a code is shown. It is still taken in the next slot, so that a slow thumb is not too late. */
export const slotSeconds = 30

/** Without 0 O 1 I L and vowels: typed from a screen across a room, and never a word. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXZ"
const letters = 6

export const newSecret = (): string => randomBytes(32).toString("base64url")

export const slotOf = (now: Date): number => Math.floor(now.getTime() / 1000 / slotSeconds)

/** The code of a shift for coming or going in one slot: the first characters of an HMAC over all three. */
export function codeOf(shift: { id: string; secret: string }, sign: Sign, slot: number): string {
  const digest = createHmac("sha256", shift.secret).update(`${shift.id}\n${sign}\n${slot}`).digest()
  // 27⁶ = 387 million: of 48 bits the remainder leans by one in a million.
  let rest = digest.readUIntBE(0, 6)
  let code = ""
  for (let i = 0; i < letters; i++) {
    code += alphabet[rest % alphabet.length]
    rest = Math.floor(rest / alphabet.length)
  }
  return code
}

/** Which sign a code gives now; null for another shift's, an old one's or a wrong one. */
export function signOf(shift: { id: string; secret: string }, typed: string, now: Date): Sign | null {
  const code = typed.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "")
  if (code.length !== letters) return null
  const slot = slotOf(now)
  for (const sign of ["in", "out"] as const)
    for (const at of [slot, slot - 1]) {
      const wanted = codeOf(shift, sign, at)
      if (code.length === Buffer.byteLength(code) && timingSafeEqual(Buffer.from(code), Buffer.from(wanted)))
        return sign
    }
  return null
}

/** A certificate's number: 60 random bits in twelve characters, so that nobody finds one by trying. */
export function newCertificateNumber(): string {
  const from = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
  const drawn = [...randomBytes(12)].map((b) => from[b % 32]).join("")
  return drawn.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3")
}
