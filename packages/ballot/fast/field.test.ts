import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { curveModule } from "./curve.generated.ts"
import { instantiate } from "./module.ts"

const p = 2n ** 255n - 19n
const curve = await instantiate(curveModule)
curve.reserve(0, 1)
const [A, B, OUT, BYTES] = [0, 80, 160, 240].map((n) => curve.branchAt(1) + n) as [
  number,
  number,
  number,
  number,
]
const numbers = new Int32Array(curve.memory.buffer)
const bytes = new Uint8Array(curve.memory.buffer)

type Limbs = readonly number[]
type Pair = readonly [Limbs, Limbs]
const weights = [0n, 26n, 51n, 77n, 102n, 128n, 153n, 179n, 204n, 230n]
const unit = (i: number) => (i % 2 ? 2 ** 25 : 2 ** 26)
const place = (at: number, i: number, lane: number) => (at >> 2) + (i >> 1) * 4 + (i & 1) * 2 + lane
const numberOf = (limbs: Limbs) => limbs.reduce((sum, n, i) => sum + BigInt(n) * 2n ** weights[i]!, 0n)
const modP = (n: bigint) => ((n % p) + p) % p

function put(at: number, pair: Pair): void {
  for (const lane of [0, 1] as const)
    for (const [i, n] of pair[lane].entries()) numbers[place(at, i, lane)] = n
}

function get(at: number, lane: number): bigint {
  curve.toBytes(BYTES, at, lane)
  return bytes.slice(BYTES, BYTES + 32).reduceRight((sum, n) => (sum << 8n) | BigInt(n), 0n)
}

function isReduced(at: number): boolean {
  return [0, 1].every((lane) =>
    weights.every((_, i) => Math.abs(numbers[place(at, i, lane)]!) <= 0.51 * unit(i)),
  )
}

/** Elements with limbs up to `units`, their bounds as often as anything between. */
function element(units: number): fc.Arbitrary<Limbs> {
  return fc.tuple(
    ...weights.map((_, i) => {
      const most = Math.floor(units * unit(i))
      const ends = fc.constantFrom(most, -most, most - 1, 1 - most, 0, 1, -1)
      return fc.oneof(ends, fc.integer({ min: -most, max: most }))
    }),
  )
}
const pair = (units: number): fc.Arbitrary<Pair> => fc.tuple(element(units), element(units))
const runs = { numRuns: 3000 }

describe("the field of the curve, two elements at once", () => {
  it("multiplies up to the bounds it states, and answers reduced", () => {
    fc.assert(
      fc.property(pair(4.8), pair(1.65), (a, b) => {
        put(A, a)
        put(B, b)
        curve.mul(OUT, A, B)
        for (const lane of [0, 1] as const)
          expect(get(OUT, lane)).toBe(modP(numberOf(a[lane]) * numberOf(b[lane])))
        expect(isReduced(OUT)).toBe(true)
      }),
      runs,
    )
  })

  it("multiplies elements whose limbs are all at one bound", () => {
    const ends = (units: number) =>
      [1, -1].map((sign) => weights.map((_, i) => sign * Math.floor(units * unit(i))))
    for (const a of ends(4.8))
      for (const b of ends(1.65)) {
        put(A, [a, b])
        put(B, [b, b])
        curve.mul(OUT, A, B)
        expect([get(OUT, 0), get(OUT, 1)]).toEqual([modP(numberOf(a) * numberOf(b)), modP(numberOf(b) ** 2n)])
      }
  })

  it("squares up to the bounds it states, and answers reduced", () => {
    fc.assert(
      fc.property(pair(1.65), (a) => {
        put(A, a)
        curve.square(OUT, A)
        for (const lane of [0, 1] as const) expect(get(OUT, lane)).toBe(modP(numberOf(a[lane]) ** 2n))
        expect(isReduced(OUT)).toBe(true)
      }),
      runs,
    )
  })

  it("writes the one number below p, also of sums and differences", () => {
    fc.assert(
      fc.property(pair(2), (a) => {
        put(A, a)
        expect([get(A, 0), get(A, 1)]).toEqual([modP(numberOf(a[0])), modP(numberOf(a[1]))])
      }),
      runs,
    )
  })

  it("reads any 255 bits", () => {
    const near = [0n, 1n, 2n, 18n, 19n, 20n].flatMap((n) => [n, p + n, p - n, 2n ** 255n - 1n - n])
    const any = fc.oneof(
      fc.constantFrom(...near.filter((n) => n >= 0n && n < 2n ** 255n)),
      fc.bigInt({ min: 0n, max: 2n ** 255n - 1n }),
    )
    fc.assert(
      fc.property(any, fc.constantFrom(0, 1), (n, lane) => {
        for (let i = 0; i < 32; i++) bytes[BYTES + i] = Number((n >> BigInt(8 * i)) & 255n)
        curve.fromBytes(A, BYTES, lane)
        expect(get(A, lane)).toBe(n % p)
      }),
      runs,
    )
  })

  it("inverts, and answers 0 for 0", () => {
    fc.assert(
      fc.property(pair(1), (a) => {
        put(A, a)
        curve.invert(OUT, A)
        for (const lane of [0, 1] as const) {
          const n = modP(numberOf(a[lane]))
          expect(modP(get(OUT, lane) * n)).toBe(n === 0n ? 0n : 1n)
        }
      }),
      { numRuns: 200 },
    )
    put(A, [weights.map(() => 0), weights.map((_, i) => (i ? 0 : 1))])
    curve.invert(OUT, A)
    expect([get(OUT, 0), get(OUT, 1)]).toEqual([0n, 1n])
  })
})
