import { ed25519 } from "@noble/curves/ed25519.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Branch } from "../group.ts"
import { curveModule } from "./curve.generated.ts"
import { fastCurve } from "./engine.ts"
import { loadFastCurve } from "./index.ts"
import { instantiate } from "./module.ts"

const { Point } = ed25519
type Point = InstanceType<typeof Point>
const q = Point.Fn.ORDER
const p = Point.Fp.ORDER
const curve = await loadFastCurve()

const times = (point: Point, k: bigint) => (k === 0n ? Point.ZERO : point.multiplyUnsafe(k))
const power = (k: bigint) => times(Point.BASE, k)
const text = (point: Point) => point.toHex().match(/../g)!.reverse().join("")
/** The spelling of any 256 bits, members or not. */
const spelled = (n: bigint) => n.toString(16).padStart(64, "0")

/** The eight points of order 1, 2, 4 and 8. */
const small = Array.from({ length: 8 }, (_, i) => {
  const eighth = Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
  return times(eighth, BigInt(i))
})

const scalar = fc.oneof(
  fc.constantFrom(0n, 1n, 2n, 15n, 16n, 17n, 63n, 64n, 65n, q - 1n, q - 2n, (q - 1n) / 2n, 2n ** 252n),
  fc.bigInt({ min: 0n, max: q - 1n }),
  // Long runs of ones and zeros carry through the digits.
  fc
    .tuple(fc.integer({ min: 0, max: 252 }), fc.integer({ min: 0, max: 252 }))
    .map(([a, b]) => (2n ** BigInt(Math.max(a, b)) - 2n ** BigInt(Math.min(a, b))) % q),
)
const member = fc.oneof(scalar.map(power), fc.constantFrom(Point.ZERO, Point.BASE, Point.BASE.negate()))
const branch = fc.record({
  challenge: scalar,
  response: scalar,
  value: fc.integer({ min: 0, max: 20 }),
})
const branches = fc.array(branch, { minLength: 1, maxLength: 4 })

const expected = (y: Point, alpha: Point, beta: Point, of: readonly Branch[]) => ({
  alpha: text(alpha),
  beta: text(beta),
  commitments: of.map(({ challenge, response, value }) => ({
    a: text(power(response).add(times(alpha, challenge))),
    b: text(times(y, response).add(times(beta.subtract(power(BigInt(value))), challenge))),
  })),
})

const y = power(0x1234567890abcdef1234567890abcdefn)
const key = curve.key(text(y))!

describe("commitments of OR-proofs", () => {
  it("are those noble computes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(member, member, branches), { minLength: 1, maxLength: 4 }), (all) => {
        const proofs = all.map(([alpha, beta, of]) => ({
          alpha: text(alpha),
          beta: text(beta),
          branches: of,
        }))
        expect(curve.commitments(key, proofs)).toEqual(
          all.map(([alpha, beta, of]) => expected(y, alpha, beta, of)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it("hold for every value, for no branch, and for as many branches as a long list needs", () => {
    const [alpha, beta] = [power(77n), power(q - 5n)]
    const of = Array.from({ length: 1100 }, (_, i) => ({
      challenge: (q - 1n) / BigInt(i + 1),
      response: (q - 7n) / BigInt(i + 3),
      value: i % 21,
    }))
    const proof = { alpha: text(alpha), beta: text(beta) }
    expect(curve.commitments(key, [{ ...proof, branches: of }])).toEqual([expected(y, alpha, beta, of)])
    expect(curve.commitments(key, [{ ...proof, branches: [] }])).toEqual([expected(y, alpha, beta, [])])
    expect(curve.commitments(key, [])).toEqual([])
  })

  it("of a sum are those of the product of its parts, few or many", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(member, member), { maxLength: 9 }), branches, (parts, of) => {
        const alpha = parts.reduce((sum, [a]) => sum.add(a), Point.ZERO)
        const beta = parts.reduce((sum, [, b]) => sum.add(b), Point.ZERO)
        const own = [{ challenge: 3n, response: q - 1n, value: 1 }]
        const proofs = [
          { sum: parts.map((_, i) => i + 1), branches: of },
          ...parts.map(([a, b]) => ({ alpha: text(a), beta: text(b), branches: own })),
        ]
        expect(curve.commitments(key, proofs)).toEqual([
          expected(y, alpha, beta, of),
          ...parts.map(([a, b]) => expected(y, a, b, own)),
        ])
      }),
      { numRuns: 40 },
    )
  })

  it("refuse a sum with a part that is no member, and only that", () => {
    const of = [{ challenge: 5n, response: 6n, value: 1 }]
    const good = { alpha: text(power(2n)), beta: text(power(3n)), branches: of }
    const bad = { ...good, beta: text(power(3n).add(small[4]!)) }
    for (const many of [1, 8]) {
      const goods = Array.from({ length: many }, () => good)
      const answers = curve.commitments(key, [
        ...goods,
        bad,
        { sum: [...goods.keys()], branches: of },
        { sum: [...goods.keys(), many], branches: of },
      ])
      expect(answers.map((a) => a !== null)).toEqual([...goods.map(() => true), false, true, false])
    }
  })

  it("want scalars below the order", () => {
    const proof = (challenge: bigint, response: bigint) => [
      { alpha: text(y), beta: text(y), branches: [{ challenge, response, value: 0 }] },
    ]
    expect(curve.commitments(key, proof(q - 1n, q - 1n))[0]).not.toBeNull()
    for (const [c, r] of [
      [q, 1n],
      [1n, q],
      [-1n, 1n],
      [1n, 2n ** 256n],
    ] as const)
      expect(() => curve.commitments(key, proof(c, r))).toThrow(RangeError)
  })
})

describe("members of the group", () => {
  it("are tried with points of small order that are what they should be", () => {
    expect(new Set(small.map(text)).size).toBe(8)
    for (const s of small) expect(times(s, 8n).is0()).toBe(true)
  })

  it("are told from the same points with each of the eight of small order added", () => {
    fc.assert(
      fc.property(member, fc.boolean(), (point, isFirst) => {
        const answers = small.map((s) => {
          const [alpha, beta] = isFirst ? [point.add(s), y] : [y, point.add(s)]
          const proof = {
            alpha: text(alpha),
            beta: text(beta),
            branches: [{ challenge: 8n, response: 0n, value: 0 }],
          }
          return [
            curve.isMember(text(point.add(s))),
            curve.key(text(point.add(s))) !== null,
            curve.commitments(key, [proof])[0] !== null,
          ]
        })
        expect(answers).toEqual(small.map((s) => Array(3).fill(s.is0())))
      }),
      { numRuns: 30 },
    )
  })

  it("have one spelling", () => {
    const good = text(y)
    expect(curve.isMember(good)).toBe(true)
    const bads = [
      good.toUpperCase(),
      good.slice(1),
      `${good}0`,
      `0x${good.slice(2)}`,
      `${good.slice(0, 63)}g`,
      `${good.slice(0, 63)}é`,
      `${good.slice(0, 63)}/`,
      `${good.slice(0, 63)}:`,
      `${good.slice(0, 63)}\``,
      ` ${good.slice(1)}`,
      "",
      "數".repeat(64),
    ]
    for (const bad of bads) expect([bad, curve.isMember(bad)]).toEqual([bad, false])
  })

  it("are spelled below p, and zero without a sign", () => {
    const sign = 2n ** 255n
    expect(curve.isMember(spelled(1n))).toBe(true) // the neutral point
    expect(curve.isMember(spelled(sign + 1n))).toBe(false)
    expect(curve.isMember(spelled(p - 1n))).toBe(false) // of order 2
    for (let n = p; n < sign; n++)
      for (const s of [0n, sign]) expect(curve.isMember(spelled(n + s))).toBe(false)
  })

  it("are on the curve: each y as noble decides", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.bigInt({ min: p - 400n, max: p + 18n })),
        (n) => {
          const hex = spelled(n).match(/../g)!.reverse().join("")
          let isMember: boolean
          try {
            isMember = Point.fromHex(hex).isTorsionFree()
          } catch {
            isMember = false
          }
          expect(curve.isMember(spelled(n))).toBe(isMember)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe("keys", () => {
  it("may be more than there is room for tables", async () => {
    const fresh = fastCurve(await instantiate(curveModule))
    const points = Array.from({ length: 6 }, (_, i) => power(BigInt(i * i + 2)))
    const keys = points.map((point) => fresh.key(text(point))!)
    for (const i of [0, 1, 2, 3, 4, 5, 1, 0, 5, 4]) {
      const of = [{ challenge: BigInt(i), response: 9n, value: 2 }]
      const proof = { alpha: text(y), beta: text(y), branches: of }
      expect(fresh.commitments(keys[i]!, [proof])).toEqual([expected(points[i]!, y, y, of)])
    }
  })

  it("may be the neutral point or the generator", () => {
    for (const point of [Point.ZERO, Point.BASE]) {
      const of = [{ challenge: 4n, response: q - 3n, value: 1 }]
      const proof = { alpha: text(y), beta: text(y), branches: of }
      expect(curve.commitments(curve.key(text(point))!, [proof])).toEqual([expected(point, y, y, of)])
    }
  })
})

describe("powers for encryption", () => {
  it("are those noble computes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scalar, scalar), { maxLength: 6 }), (all) => {
        expect(
          curve.blind(
            key,
            all.map(([k, value]) => ({ power: k, value })),
          ),
        ).toEqual(all.map(([k, value]) => ({ a: text(power(k)), b: text(times(y, k).add(power(value))) })))
      }),
      { numRuns: 60 },
    )
  })

  it("want scalars below the order", () => {
    expect(() => curve.blind(key, [{ power: q, value: 0n }])).toThrow(RangeError)
    expect(() => curve.blind(key, [{ power: 0n, value: -1n }])).toThrow(RangeError)
  })
})

describe("the product of pairs", () => {
  it("is the one noble computes, of none the neutral point", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(member, member), { maxLength: 6 }), (pairs) => {
        const sum = (points: readonly Point[]) => text(points.reduce((total, p) => total.add(p), Point.ZERO))
        expect(curve.sum(pairs.map(([a, b]) => ({ alpha: text(a), beta: text(b) })))).toEqual({
          alpha: sum(pairs.map(([a]) => a)),
          beta: sum(pairs.map(([, b]) => b)),
        })
      }),
      { numRuns: 40 },
    )
  })

  it("wants points", () => {
    expect(() => curve.sum([{ alpha: text(y), beta: spelled(p) }])).toThrow(RangeError)
  })
})
