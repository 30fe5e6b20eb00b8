import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto"
import { checkpointText, codeOfHash } from "@qiaoliang/ballot"
import { eq } from "drizzle-orm"
import type { Tx } from "#kit/server/db.ts"
import type { Checkpoint } from "../contract.ts"
import { signingKey } from "../schema.ts"

export interface Signer {
  /** PEM */
  readonly publicKey: string
  sign(at: { election: string; height: number; hash: string }): Checkpoint
}

const signerFrom = (publicKey: string, key: KeyObject): Signer => ({
  publicKey,
  sign: (at) => ({
    ...at,
    code: codeOfHash(at.hash),
    signature: sign(null, Buffer.from(checkpointText(at)), key).toString("base64"),
  }),
})

const known = new Map<string, Signer>()

/** The university's own Ed25519 key, made on first use. */
export async function signerOf(tx: Tx): Promise<Signer> {
  const found = known.get(tx.university)
  if (found) return found
  const [row] = await read(tx)
  if (row) {
    const signer = signerFrom(row.publicKey, createPrivateKey(row.privateKey))
    known.set(tx.university, signer)
    return signer
  }
  const pair = generateKeyPairSync("ed25519")
  await tx.sql
    .insert(signingKey)
    .values({
      universityId: tx.university,
      publicKey: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
      privateKey: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      madeAt: new Date(),
    })
    // Another process may have been first; whichever row stands is the key. It is remembered once committed.
    .onConflictDoNothing()
  const [made] = await read(tx)
  return signerFrom(made!.publicKey, createPrivateKey(made!.privateKey))
}

const read = (tx: Tx) => tx.sql.select().from(signingKey).where(eq(signingKey.universityId, tx.university))
