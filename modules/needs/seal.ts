import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * What keeps the raiser of an anonymous need from everybody who reads the database, its copies and its exports: a key
 * in the data folder that is neither in the database nor in a backup. Whoever has both can open a seal; the product
 * itself does so only by the course `needs.unsealing`. Stated plainly in docs/decisions/0042.
 */
export type Key = Buffer

const keys = new Map<string, Key>()

/** The installation's key, made at first use and readable by the product's own user only. */
export function keyOf(dataDir: string): Key {
  const known = keys.get(dataDir)
  if (known) return known
  const path = join(dataDir, "needs-seal.key")
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, randomBytes(32), { mode: 0o600 })
    try {
      linkSync(draft, path) // refuses where another process was first: then its key stands
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    } finally {
      rmSync(draft)
    }
  }
  const key = readFileSync(path)
  if (key.length !== 32) throw new Error(`${path}：不是 32 字节的密钥，请从原来的数据文件夹恢复`)
  keys.set(dataDir, key)
  return key
}

const under = (key: Key, purpose: string): Buffer => createHmac("sha256", key).update(purpose).digest()

/** Sealed for one subject: what was sealed for another does not open. */
export function sealFor(key: Key, subject: string, words: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", under(key, "seal"), iv)
  cipher.setAAD(Buffer.from(subject))
  const body = Buffer.concat([cipher.update(words, "utf8"), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64")
}

/** Undefined where it was sealed under another key or for another subject, or changed since. */
export function openSeal(key: Key, subject: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64")
  if (bytes.length < 28) return undefined
  const decipher = createDecipheriv("aes-256-gcm", under(key, "seal"), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(subject))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
  } catch {
    return undefined
  }
}

/** A person's mark on one need: the same for the same person, unlike his or her marks on other needs. */
export const voiceTag = (key: Key, university: string, need: string, number: string): string =>
  createHmac("sha256", under(key, "voice")).update(`${university}\n${need}\n${number}`).digest("base64url")

/** A class by a mark: how many classes share a need can be counted, and a lone voice does not name its thirty people. */
export const classTag = (key: Key, university: string, faculty: string, className: string): string =>
  className &&
  createHmac("sha256", under(key, "class"))
    .update(`${university}\n${faculty}\n${className}`)
    .digest("base64url")

/** Under what a person's own list is kept. */
export const shelfOwner = (key: Key, university: string, number: string): string =>
  createHmac("sha256", under(key, "shelf")).update(`${university}\n${number}`).digest("base64url")
