import { describe, expect, it } from "vitest"
import { type Engine, type Group, groupOf, keyBase } from "./index.ts"

/** What a group does for a whole ballot, by each implementation: the same texts, the same refusals. */
const cases: readonly (readonly ["Ed25519" | "BELENIOS-2048", Engine])[] = [
  ["Ed25519", "fast"],
  ["Ed25519", "sodium"],
  ["Ed25519", "noble"],
  ["BELENIOS-2048", "fast"],
]

/** Of order two: on the curve, outside the group. */
const outside = {
  Ed25519: "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
  "BELENIOS-2048": "0",
}

function ask(group: Group) {
  const g = group.base(group.generator)
  const text = (k: bigint) => group.write(g.power(k))
  const y = keyBase(group, text(987654321n ** 7n))
  const pairs = [3n, 5n ** 40n, group.q - 2n].map((k) => ({ alpha: text(k), beta: text(k * k + 1n) }))
  const branches = [0, 1, 2].map((value) => ({
    challenge: group.q / BigInt(value + 3),
    response: group.q - BigInt(value * value + 1),
    value,
  }))
  const bad = { alpha: pairs[0]!.alpha, beta: outside[group.name] }
  return {
    recomputed: group.commitmentsOf(y, [
      ...pairs.map((pair) => ({ ...pair, branches })),
      { sum: [0, 1, 2], branches: branches.slice(1, 2) },
      { sum: [2], branches },
      { sum: [], branches: branches.slice(0, 1) },
      { ...bad, branches },
      { sum: [0, 6], branches },
    ]),
    one: group.commitments(y, pairs[1]!.alpha, pairs[1]!.beta, branches),
    refused: group.commitments(y, bad.alpha, bad.beta, branches),
    blind: group.blind(
      y,
      [
        [0n, 0n],
        [5n ** 50n, 1n],
        [group.q - 1n, group.q - 1n],
      ].map(([power, value]) => ({ power: power!, value: value! })),
    ),
    product: [[], pairs.slice(0, 1), pairs].map((each) => group.product(each)),
  }
}

describe("a whole ballot at once", async () => {
  const said = new Map(
    await Promise.all(
      cases.map(async ([name, engine]) => [engine + name, ask(await groupOf(name, engine))] as const),
    ),
  )

  it.each(cases)(
    "%s on %s: proofs of pairs and of products, and none with a part outside",
    (name, engine) => {
      const { recomputed, one, refused, product } = said.get(engine + name)!
      expect(recomputed.map((each) => each !== null)).toEqual([
        true,
        true,
        true,
        true,
        true,
        true,
        false,
        false,
      ])
      expect(recomputed[1]!.commitments).toEqual(one)
      expect(recomputed[3]).toMatchObject(product[2]!)
      expect(recomputed[4]).toEqual(recomputed[2])
      expect(recomputed[5]).toMatchObject(product[0]!)
      expect(refused).toBeNull()
    },
  )

  it("gives the same texts, whoever computes Ed25519", () => {
    const [fast, sodium, noble] = (["fast", "sodium", "noble"] as const).map((e) => said.get(`${e}Ed25519`))
    expect(fast).toEqual(noble)
    expect(sodium).toEqual(noble)
  })
})
