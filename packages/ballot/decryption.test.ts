import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js"
import { describe, expect, it } from "vitest"
import { fromHex, toHex } from "./encodings.ts"
import { singles, smallElection, unwrap } from "./for-tests.ts"
import { checkDecryption, decrypt, groupOf, isEnough, readTrustees, resultOf, tallyOf } from "./index.ts"

const { prepared, ballots, result } = await smallElection((of) => singles(of, 2))
const { group, election, hall } = prepared
const trustees = unwrap(readTrustees(group, hall.trustees))
const { tally, counted } = tallyOf(group, election, ballots)
const honest = [1, 2].map((owner) => ({
  owner,
  payload: decrypt(group, election, tally, hall.secrets.get(owner)!),
}))
const [first, second] = honest as [(typeof honest)[0], (typeof honest)[0]]
const check = (payload: string, owner = 1, of = tally) =>
  checkDecryption(group, election, trustees, owner, of, payload)

interface Decryption {
  decryption_factors: string[][]
  decryption_proofs: { challenge: string; response: string }[][]
}
const edited = (change: (json: Decryption) => void, text = first.payload): string => {
  const json = JSON.parse(text)
  change(json)
  return JSON.stringify(json)
}

describe("a partial decryption", () => {
  it("holds for its trustee and its tally only", () => {
    expect(check(first.payload)).toBe(true)
    expect(check(second.payload, 2)).toBe(true)
    for (const owner of [0, 2, 3]) expect(check(first.payload, owner)).toBe(false)
    const other = tallyOf(group, election, ballots.slice(0, 1)).tally
    expect(check(first.payload, 1, other)).toBe(false)
  })
  it("does not with a factor, a proof or a spelling changed", () => {
    const wrong = [
      edited((d) => d.decryption_factors[0]!.reverse()),
      edited((d) => d.decryption_proofs[1]!.reverse()),
      edited((d) => d.decryption_factors.pop()),
      edited((d) => d.decryption_proofs[0]!.pop()),
      edited((d) => {
        d.decryption_proofs[0]![0]!.response = `0${d.decryption_proofs[0]![0]!.response}`
      }),
      edited((d) => {
        d.decryption_proofs[0]![0]!.challenge += group.q
      }),
      `${first.payload} `,
      "{}",
      "",
    ]
    for (const payload of wrong) expect(check(payload)).toBe(false)
  })
  it("does not with a factor outside the group, even where its proof would hold", async () => {
    // A point of order 2 vanishes in even powers, and the proof's hash does not name the factor.
    const two = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex)).find(
      (p) => !p.is0() && p.double().is0(),
    )!
    let payload = first.payload
    const even = () =>
      BigInt((JSON.parse(payload) as Decryption).decryption_proofs[0]![0]!.challenge) % 2n === 0n
    while (!even()) payload = decrypt(group, election, tally, hall.secrets.get(1)!)
    expect(check(payload)).toBe(true)
    const tainted = edited((d) => {
      const factor = ed25519.Point.fromBytes(fromHex(d.decryption_factors[0]![0]!).reverse())
      d.decryption_factors[0]![0] = toHex(factor.add(two).toBytes().reverse())
    }, payload)
    expect(check(tainted)).toBe(false)
    const noble = await groupOf("Ed25519", "noble")
    const theirs = unwrap(readTrustees(noble, hall.trustees))
    expect(checkDecryption(noble, election, theirs, 1, tally, payload)).toBe(true)
    expect(checkDecryption(noble, election, theirs, 1, tally, tainted)).toBe(false)
  })
  it("is not made with what is no secret or no tally", () => {
    expect(() => decrypt(group, election, tally, "-1")).toThrow(RangeError)
    expect(() => decrypt(group, election, "[]", "5")).toThrow(RangeError)
  })
})

describe("the result", () => {
  const announce = (decryptions: typeof honest, most = counted) =>
    resultOf(group, election, trustees, tally, decryptions, most)

  it("is the sums, from all trustees in any order", () => {
    expect(unwrap(announce(honest))).toBe(JSON.stringify({ result }))
    expect(unwrap(announce(honest.toReversed()))).toBe(JSON.stringify({ result }))
  })
  it("is not had without one, with one twice, or with a sum above the number of ballots", () => {
    expect(isEnough(trustees, new Set([1, 2]))).toBe(true)
    expect(isEnough(trustees, new Set([1]))).toBe(false)
    expect(announce([first])).toMatchObject({ ok: false, error: "缺少第2位监票人的部分解密" })
    expect(announce([first, first])).toMatchObject({ error: "第1位监票人的部分解密出现了两次" })
    expect(announce([first, { ...second, owner: 1 }])).toMatchObject({ ok: false })
    expect(announce(honest, 0)).toMatchObject({ error: "第1题第2项解密后不是一个不超过票数的数" })
  })
})
