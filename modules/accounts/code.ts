import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const hours = 72

/** A secret to read out or copy by hand: 16 of 32 letters, 80 random bits, as `7K2M-…`. */
export function newCode(random: (n: number) => Uint8Array = randomBytes): string {
  const signs = [...random(16)].map((byte) => letters[byte % 32]).join("")
  return signs.match(/.{4}/g)!.join("-")
}

export const codeExpiry = (from: Date): Date => new Date(from.getTime() + hours * 3_600_000)

/** What people write for a code: any case, O for 0, I or L for 1, with or without dashes. */
const evened = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "")

/** 80 random bits need no slow hash. */
export const hashCode = (code: string): string => sha256(evened(code))

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Compares two hashes, taking the same time wherever they differ; null is like no code at all. */
export function sameHash(stored: string | null | undefined, given: string): boolean {
  const a = Buffer.from(stored ?? "0".repeat(64), "hex")
  const b = Buffer.from(given, "hex")
  return a.length === b.length && timingSafeEqual(a, b) && Boolean(stored)
}

/** 学号 and 工号 in one spelling: half width, no blanks, capitals. */
export const evenNumber = (number: string): string =>
  number.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase()
