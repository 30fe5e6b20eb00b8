import type { In, Out } from "#kit/web/call.ts"
import type { issue } from "../contract.ts"
import type { issuing } from "../contract-asked.ts"

type Issuing = Out<typeof issuing>

/** One delegate's ballot: who it is for, and the credential in both its forms. */
export interface Given {
  readonly number: string
  readonly name: string
  readonly slip: boolean
  readonly secret: string
  readonly public: string
}

interface Batch {
  readonly given: readonly Given[]
  readonly send: Omit<In<typeof issue>, "id">
}

/** A credential for each delegate present: sealed to the phone where there is one, else for a slip. */
export async function makeBatch(of: Issuing, progress: (done: number) => void): Promise<Batch> {
  const { groupOf, makeCredential, seal } = await import("./instruments.ts")
  const group = await groupOf(of.group)
  const given: Given[] = []
  const envelopes: Batch["send"]["envelopes"] = []
  for (const { number, name, key } of of.delegates) {
    const { secret, public: open } = makeCredential(group, of.uuid)
    given.push({ number, name, slip: key === null, secret, public: open })
    envelopes.push({ number, key, sealed: key === null ? null : await seal(secret, key) })
    if (given.length % 20 === 0) {
      progress(given.length)
      await new Promise((painted) => setTimeout(painted))
    }
  }
  // In their own order the public ones say nothing of their owners.
  return { given, send: { credentials: given.map((g) => g.public).sort(), envelopes } }
}

interface LinkFile {
  readonly qiaoliang: "credentials"
  readonly election: string
  readonly uuid: string
  readonly version: number
  readonly locked: { readonly salt: string; readonly nonce: string; readonly box: string }
}

/** Which credential is whose, under the officer's passphrase. It never leaves the officer's hands. */
export async function lockedFile(
  election: string,
  uuid: string,
  version: number,
  given: readonly Given[],
  passphrase: string,
): Promise<string> {
  const { lock } = await import("./instruments.ts")
  const locked = await lock(JSON.stringify(given), passphrase)
  return JSON.stringify({ qiaoliang: "credentials", election, uuid, version, locked } satisfies LinkFile)
}

/** What a link file holds; or why it cannot be read. */
export async function openFile(
  text: string,
  uuid: string,
  passphrase: string,
): Promise<readonly Given[] | "no-file" | "other-election" | "passphrase"> {
  let file: LinkFile
  try {
    file = JSON.parse(text) as LinkFile
  } catch {
    return "no-file"
  }
  if (file.qiaoliang !== "credentials" || !file.locked) return "no-file"
  if (file.uuid !== uuid) return "other-election"
  const { unlock } = await import("./instruments.ts")
  const opened = await unlock(file.locked, passphrase)
  return opened === null ? "passphrase" : (JSON.parse(opened) as Given[])
}
