import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { commitmentsFrom } from "./commitments.ts"
import { toHex } from "./encodings.ts"
import { type Branch, type Group, groupOf } from "./index.ts"
import { comb, powersOf } from "./powers.ts"

const groups: readonly Group[] = await Promise.all([
  groupOf("Ed25519", "sodium"),
  groupOf("Ed25519", "noble"),
  groupOf("BELENIOS-2048"),
])
const [sodium, noble, belenios] = groups as [Group, Group, Group]
const scalar = fc.bigInt({ min: 0n, max: sodium.q - 1n })

describe.each(groups.map((group, i) => [`${group.name} ${i}`, group] as const))("%s", (_, group) => {
  const { generator, identity, q } = group
  const g = group.base(generator)

  it("is a group of order q", () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const product = group.multiply(g.power(a), g.power(b))
        expect(group.same(product, g.power(a + b))).toBe(true)
        expect(group.same(group.multiply(product, group.inverse(product)), identity)).toBe(true)
        expect(group.write(group.power(g.power(a), b))).toBe(group.write(g.power(a * b)))
      }),
      { numRuns: 5 },
    )
    for (const [p, k] of [
      [generator, 0n],
      [generator, q],
      [identity, 5n],
    ] as const)
      expect(group.same(group.power(p, k), identity)).toBe(true)
    expect(group.same(g.power(-1n), group.inverse(generator))).toBe(true)
  })
  it("reads what it writes, the identity too", () => {
    for (const p of [generator, identity, g.power(7n)]) {
      const text = group.write(p)
      expect(group.same(group.parse(text)!, p)).toBe(true)
      expect(group.same(group.known(text), p)).toBe(true)
    }
  })
  it("recomputes commitments as one power after another does", () => {
    const y = group.base(g.power(12345n))
    const [alpha, beta] = [g.power(99n), group.multiply(y.power(99n), generator)].map(group.write) as [
      string,
      string,
    ]
    const branches: Branch[] = [
      { challenge: 0n, response: 0n, value: 0 },
      { challenge: q - 1n, response: 17n, value: 1 },
      { challenge: 1n << 200n, response: q - 3n, value: 2 },
    ]
    const plain = commitmentsFrom(group, g)(y, alpha, beta, branches)
    expect(group.commitments(y, alpha, beta, branches)).toEqual(plain)
    expect(plain).toHaveLength(3)
    expect(group.commitments(y, "no element", beta, branches)).toBeNull()
    expect(group.commitments(y, alpha, `0${beta}`, branches)).toBeNull()
  })
})

describe("Ed25519", () => {
  it("spells the generator with the most significant byte first", () => {
    const text = "6666666666666666666666666666666666666666666666666666666666666658"
    for (const group of [sodium, noble]) expect(group.write(group.generator)).toBe(text)
  })
  it("is the same in both implementations", () => {
    fc.assert(
      fc.property(scalar, (k) => {
        const [a, b] = [sodium, noble].map((group) => group.write(group.power(group.generator, k)))
        expect(a).toBe(b)
      }),
      { numRuns: 10 },
    )
  })
  it("takes no point of small order or with a part of small order, and no other spelling", () => {
    const reversed = (bytes: Uint8Array) => toHex(bytes.toReversed())
    const torsion = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex)).filter((p) => !p.is0())
    const tainted = torsion.map((p) => ed25519.Point.BASE.add(p))
    const wrong = [
      ...[...torsion, ...tainted].map((p) => reversed(p.toBytes())),
      reversed(ed25519.Point.BASE.toBytes()).toUpperCase().replace("6", "A"),
      toHex(ed25519.Point.BASE.toBytes()), // not reversed
      `8${"0".repeat(62)}1`, // the identity with a sign
      "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee", // y = p + 1
      `${"0".repeat(63)}2`, // not on the curve
      "",
      "66",
    ]
    expect(wrong.length).toBeGreaterThan(20)
    for (const group of [sodium, noble]) {
      const y = group.base(group.generator)
      const fine = group.write(group.generator)
      for (const text of wrong) {
        expect(group.parse(text)).toBeNull()
        expect(group.commitments(y, text, fine, [{ challenge: 8n, response: 8n, value: 0 }])).toBeNull()
        expect(group.commitments(y, fine, text, [{ challenge: 8n, response: 8n, value: 0 }])).toBeNull()
      }
    }
  })
})

describe("BELENIOS-2048", () => {
  it("takes no element of another order, no zero, none from p up, and no other spelling", () => {
    const g = belenios.write(belenios.generator)
    const p =
      20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719n
    const wrong = [
      "0",
      "2",
      `${p - 1n}`,
      `${p}`,
      `${BigInt(g) + p}`,
      `0${g}`,
      `${p - BigInt(g)}`,
      "-1",
      "1.0",
      "a",
    ]
    for (const text of wrong) {
      expect(belenios.parse(text)).toBeNull()
      const y = belenios.base(belenios.generator)
      expect(belenios.commitments(y, text, g, [{ challenge: 2n, response: 2n, value: 0 }])).toBeNull()
      expect(belenios.commitments(y, g, text, [{ challenge: 2n, response: 2n, value: 0 }])).toBeNull()
    }
  })
})

describe("powers", () => {
  const p = 1_000_003n
  const arithmetic = {
    one: 1n,
    times: (a: bigint, b: bigint) => (a * b) % p,
    square: (a: bigint) => (a * a) % p,
  }
  const plain = (x: bigint, k: bigint) => {
    let out = 1n
    for (let i = 0n; i < k; i++) out = (out * x) % p
    return out
  }
  it("are those of plain multiplication, several at once or from a table", () => {
    const small = fc.bigInt({ min: 0n, max: 5000n })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: p - 1n }), fc.array(small, { maxLength: 4 }), (x, exponents) => {
        const expected = exponents.map((k) => plain(x, k))
        expect(powersOf(arithmetic, x, exponents)).toEqual(expected)
        expect(exponents.map(comb(arithmetic, x, 13))).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})
