import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** Seconds a code is shown. It is still taken in the next slice, so that a slow thumb is not too late. */
export const sliceSeconds = 15

/** Without 0 O 1 I L and vowels: typed from a screen across a hall, and never a word. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXZ"
const letters = 8

export const newSecret = (): string => randomBytes(32).toString("base64url")

export const sliceOf = (now: Date): number => Math.floor(now.getTime() / 1000 / sliceSeconds)

/** Seconds until the next code. */
export const leftOf = (now: Date): number => sliceSeconds - (Math.floor(now.getTime() / 1000) % sliceSeconds)

/** The code of an assembly in one slice of time: the first characters of an HMAC over both. */
export function codeOf(of: { assemblyId: string; secret: string }, slice: number): string {
  const digest = createHmac("sha256", of.secret).update(`${of.assemblyId}\n${slice}`).digest()
  let rest = digest.readBigUInt64BE(0)
  const size = BigInt(alphabet.length)
  let code = ""
  for (let i = 0; i < letters; i++) {
    code += alphabet[Number(rest % size)]
    rest /= size
  }
  return code
}

/** Whether a code is this assembly's of now or of the slice before. */
export function isCode(of: { assemblyId: string; secret: string }, typed: string, now: Date): boolean {
  const code = typed.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "")
  if (code.length !== letters || Buffer.byteLength(code) !== letters) return false
  const slice = sliceOf(now)
  return [slice, slice - 1].some((at) => timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(of, at))))
}
