import { ed25519 } from "@noble/curves/ed25519.js"
import { chainedCommitments } from "./chained.ts"
import { ed25519Order, pointBytes, pointText } from "./ed25519-text.ts"
import { modulo } from "./encodings.ts"
import type { BaseOf, GroupOf } from "./group.ts"
import { withWholeBallots } from "./whole-ballots.ts"

type NoblePoint = InstanceType<typeof ed25519.Point>

/** Ed25519 on @noble/curves: the second implementation, for whoever wants to verify without libsodium. */
export function ed25519WithNoble(): GroupOf<NoblePoint> {
  const { Point } = ed25519
  const q = ed25519Order
  const identity = Point.ZERO
  const write = (p: NoblePoint): string => pointText(p.toBytes())
  const read = (text: string): NoblePoint | null => {
    const bytes = pointBytes(text)
    if (bytes === null) return null
    try {
      return Point.fromBytes(bytes, false)
    } catch {
      return null
    }
  }
  const multiply = (a: NoblePoint, b: NoblePoint): NoblePoint => a.add(b)
  const same = (a: NoblePoint, b: NoblePoint): boolean => a.equals(b)
  const power = (p: NoblePoint, k: bigint): NoblePoint => {
    const scalar = modulo(k, q)
    return scalar === 0n || p.is0() ? identity : p.multiply(scalar)
  }
  const base = (p: NoblePoint): BaseOf<NoblePoint> => {
    if (!p.is0()) p.precompute(8, false)
    return { point: p, text: write(p), power: (k) => power(p, k) }
  }
  /** For public exponents: skips the blinding that `multiply` does. */
  const publicBase = (p: NoblePoint): BaseOf<NoblePoint> => ({
    ...base(p),
    power: (k) => p.multiplyUnsafe(modulo(k, q)),
  })
  const g = publicBase(Point.BASE)
  const commitments = chainedCommitments<NoblePoint>({
    write,
    multiply,
    same,
    q,
    g,
    arithmetic: { one: identity, times: multiply, square: (a) => a.double() },
    read,
  })
  return withWholeBallots({
    name: "Ed25519",
    q,
    generator: Point.BASE,
    identity,
    parse: (text) => {
      const p = read(text)
      return p?.isTorsionFree() ? p : null
    },
    known: (text) => {
      const p = read(text)
      if (p === null) throw new RangeError(`no point: ${text}`)
      return p
    },
    write,
    multiply,
    inverse: (p) => p.negate(),
    power,
    same,
    base,
    commitments: (y, ...pair) =>
      commitments({ ...y, power: (k) => y.point.multiplyUnsafe(modulo(k, q)) }, ...pair),
  })
}
