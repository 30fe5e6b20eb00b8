import { hashOf } from "@qiaoliang/ledger"
import type { Procedure } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"

/** Editions already read. One is named by the hash of what it says: it never changes, whoever's it is. */
const known = new Map<string, Procedure>()

/** Keep the edition a course begins under; the same data is kept once. */
export async function keepEdition(tx: Tx, procedure: Procedure, at: Date): Promise<string> {
  const hash = hashOf(procedure)
  await tx.client.query(
    `insert into procedure_edition (university_id, hash, procedure, at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.university, hash, JSON.stringify(procedure), at],
  )
  return hash
}

/** The editions by their hashes; each is read from the database once in the life of the process. */
export async function editions(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, Procedure>> {
  const missing = [...new Set(hashes)].filter((hash) => !known.has(hash))
  if (missing.length > 0) {
    const { rows } = await tx.client.query<{ hash: string; procedure: Procedure }>(
      "select hash, procedure from procedure_edition where university_id = $1 and hash = any($2)",
      [tx.university, missing],
    )
    for (const { hash, procedure } of rows) known.set(hash, procedure)
  }
  return known
}
