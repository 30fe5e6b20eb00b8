import sodium from "libsodium-wrappers-sumo"
import { commitmentsFrom } from "./commitments.ts"
import { ed25519Order, pointBytes, pointText } from "./ed25519-text.ts"
import { littleEndian, modulo } from "./encodings.ts"
import type { BaseOf, GroupOf } from "./group.ts"
import { withWholeBallots } from "./whole-ballots.ts"

/** Ed25519 on libsodium (WebAssembly): constant time in its scalars, so what secrets go through. */
export async function ed25519WithSodium(): Promise<GroupOf<Uint8Array>> {
  await sodium.ready
  const q = ed25519Order
  const identity = Uint8Array.of(1, ...new Array<number>(31).fill(0))
  const generator = sodium.crypto_scalarmult_ed25519_base_noclamp(littleEndian(1n, 32))
  const same = (a: Uint8Array, b: Uint8Array): boolean => {
    for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false
    return true
  }
  const write = pointText
  // libsodium calls neither a zero scalar nor the identity a product: both are answered here.
  const power = (p: Uint8Array, k: bigint): Uint8Array => {
    const scalar = modulo(k, q)
    if (scalar === 0n || same(p, identity)) return identity
    return sodium.crypto_scalarmult_ed25519_noclamp(littleEndian(scalar, 32), p)
  }
  const generatorPower = (k: bigint): Uint8Array => {
    const scalar = modulo(k, q)
    return scalar === 0n ? identity : sodium.crypto_scalarmult_ed25519_base_noclamp(littleEndian(scalar, 32))
  }
  const base = (p: Uint8Array): BaseOf<Uint8Array> => ({
    point: p,
    text: write(p),
    power: same(p, generator) ? generatorPower : (k) => power(p, k),
  })
  const parse = (text: string): Uint8Array | null => {
    const bytes = pointBytes(text)
    if (bytes === null) return null
    return same(bytes, identity) || sodium.crypto_core_ed25519_is_valid_point(bytes) ? bytes : null
  }
  const inverse = (p: Uint8Array): Uint8Array => {
    if (same(p, identity)) return identity
    const negated = p.slice()
    negated[31]! ^= 0x80
    return negated
  }
  const multiply = sodium.crypto_core_ed25519_add as (a: Uint8Array, b: Uint8Array) => Uint8Array
  const operations = { parse, write, multiply, inverse, power, generator }
  return withWholeBallots({
    name: "Ed25519",
    q,
    identity,
    ...operations,
    known: (text) => {
      const bytes = pointBytes(text)
      if (bytes === null) throw new RangeError(`no point: ${text}`)
      return bytes
    },
    same,
    base,
    commitments: commitmentsFrom(operations, base(generator)),
  })
}
