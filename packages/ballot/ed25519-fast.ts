import { ed25519WithSodium } from "./ed25519-sodium.ts"
import { type KeyTable, loadFastCurve } from "./fast/index.ts"
import type { BaseOf, GroupOf } from "./group.ts"

/**
 * Ed25519 on libsodium, with the package's own curve (docs/decisions/0030) for what whole ballots need. Where
 * that cannot be loaded — an old browser, a page that forbids WebAssembly — libsodium does all of it.
 */
export async function ed25519Fast(): Promise<GroupOf<Uint8Array>> {
  const sodium = await ed25519WithSodium()
  const curve = await loadFastCurve().catch(() => null)
  if (!curve) return sodium
  const tables = new WeakMap<BaseOf<Uint8Array>, KeyTable>()
  const tableOf = (y: BaseOf<Uint8Array>): KeyTable => {
    const table = tables.get(y) ?? curve.key(y.text)
    if (!table) throw new RangeError(`no member of the group: ${y.text}`)
    tables.set(y, table)
    return table
  }
  return {
    ...sodium,
    commitments: (y, alpha, beta, branches) =>
      curve.commitments(tableOf(y), [{ alpha, beta, branches }])[0]?.commitments ?? null,
    commitmentsOf: (y, proofs) => curve.commitments(tableOf(y), proofs),
    blind: (y, secrets) => curve.blind(tableOf(y), secrets),
    product: (pairs) => curve.sum(pairs),
  }
}
