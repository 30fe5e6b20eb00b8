import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

interface RotatingCode {
  readonly slotOf: (now: Date) => number
  /** Seconds until the next code. */
  readonly leftOf: (now: Date) => number
  /** What is shown in one slot: the first characters of an HMAC over it and what the code is for. */
  readonly codeOf: (secret: string, purpose: string, slot: number) => string
  /** Whether somebody typed the code of now or of the slot before. */
  readonly isCode: (secret: string, purpose: string, typed: string, now: Date) => boolean
}

/** Without 0 O 1 I L and vowels: typed from a screen across a room, and never a word. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXZ"

export const newSecret = (): string => randomBytes(32).toString("base64url")

/**
 * A code on a screen that proves presence to whoever types it. It changes every `seconds`, and is still taken
 * in the slot after, so that a slow thumb is not too late.
 */
export function rotatingCode({ letters, seconds }: { letters: number; seconds: number }): RotatingCode {
  const secondOf = (now: Date) => Math.floor(now.getTime() / 1000)
  const slotOf = (now: Date) => Math.floor(secondOf(now) / seconds)
  const codeOf = (secret: string, purpose: string, slot: number) => {
    const digest = createHmac("sha256", secret).update(`${purpose}\n${slot}`).digest()
    // 27⁸ into 64 bits: the remainder leans by one in sixty million.
    let rest = digest.readBigUInt64BE(0)
    const size = BigInt(alphabet.length)
    let code = ""
    for (let i = 0; i < letters; i++) {
      code += alphabet[Number(rest % size)]
      rest /= size
    }
    return code
  }
  return {
    slotOf,
    leftOf: (now) => seconds - (secondOf(now) % seconds),
    codeOf,
    isCode: (secret, purpose, typed, now) => {
      const code = typed.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "")
      if (code.length !== letters || Buffer.byteLength(code) !== letters) return false
      const slot = slotOf(now)
      return [slot, slot - 1].some((at) =>
        timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(secret, purpose, at))),
      )
    },
  }
}
