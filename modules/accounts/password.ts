import { randomBytes } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"
import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"

const shortest = 10

/** What a password must not be. Length matters more than signs (NIST SP 800-63B §5.1.1.2). */
export function acceptable(
  password: string,
  person: { number: string; name: string },
): Result<void, Refusal> {
  const no = (because: string) => refuse("invalid", because, { at: "password", cure: "换一个密码" })
  if ([...password].length < shortest) return no(`密码至少${shortest}个字符`)
  const plain = password.toLowerCase()
  if (plain.includes(person.number.toLowerCase())) return no("密码不能包含学号（工号）")
  if (plain === person.name.toLowerCase()) return no("密码不能是姓名")
  if (new Set(plain).size < 4) return no("密码中不同的字符太少")
  if ("01234567890123456789".includes(plain) || "abcdefghijklmnopqrstuvwxyz".includes(plain))
    return no("密码不能是连续的数字或字母")
  return ok(undefined)
}

/** argon2id with the library's parameters (19 MiB, two passes: OWASP's first choice). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"))

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist or has no password as for one that has. */
export async function isPassword(stored: string | null | undefined, given: string): Promise<boolean> {
  decoy ??= hash(randomBytes(18).toString("base64"))
  const right = await verify(stored ?? (await decoy), given.normalize("NFKC"))
  return right && Boolean(stored)
}
