import { describe, expect, it } from "vitest"
import { type Group, groupOf, keyBase } from "./index.ts"
import {
  checkEqualLogs,
  checkLog,
  checkOr,
  generatorOf,
  type ProofText,
  proveDecryption,
  proveLog,
  proveOr,
} from "./proofs.ts"
import { secureRandom } from "./random.ts"

const add = (text: string, by: bigint, q: bigint): string => `${(BigInt(text) + by) % q}`

/** The proof with one scalar changed, in each way that matters. */
const twins = ({ challenge, response }: ProofText, q: bigint): ProofText[] => [
  { challenge: add(challenge, 1n, q), response },
  { challenge, response: add(response, 1n, q) },
  { challenge: `${BigInt(challenge) + q}`, response },
  { challenge, response: `${BigInt(response) + q}` },
  { challenge: `0${challenge}`, response },
  { challenge: response, response: challenge },
]

describe.each(["Ed25519", "BELENIOS-2048"] as const)("proofs in %s", async (name) => {
  const group: Group = await groupOf(name)
  const { q } = group
  const g = generatorOf(group)
  const x = 123456789n ** 5n
  const key = g.power(x)

  it("of a logarithm: accepted, and no twin", () => {
    const proof = proveLog(group, x, "pok|", secureRandom)
    expect(checkLog(group, key, "pok|", proof)).toBe(true)
    expect(checkLog(group, key, "sig|", proof)).toBe(false)
    expect(checkLog(group, g.power(x + 1n), "pok|", proof)).toBe(false)
    for (const twin of twins(proof, q)) expect(checkLog(group, key, "pok|", twin)).toBe(false)
  })

  it("of a decryption: accepted, and no twin", () => {
    const alpha = g.power(777n)
    const factor = group.power(alpha, x)
    const proof = proveDecryption(group, x, alpha, "decrypt|", secureRandom)
    expect(checkEqualLogs(group, { key, alpha, factor }, "decrypt|", proof)).toBe(true)
    const off = group.multiply(factor, group.generator)
    expect(checkEqualLogs(group, { key, alpha, factor: off }, "decrypt|", proof)).toBe(false)
    for (const twin of twins(proof, q))
      expect(checkEqualLogs(group, { key, alpha, factor }, "decrypt|", twin)).toBe(false)
  })

  it("that a pair holds one of some values: accepted for each of them, and no twin", () => {
    const y = keyBase(group, group.write(key))
    for (const value of [0, 1, 2]) {
      const r = 31337n
      const alpha = group.write(g.power(r))
      const beta = group.write(group.multiply(y.power(r), g.power(BigInt(value))))
      const values = [0, 1, 2]
      const proofs = proveOr(group, y, "prove|", [{ opening: { r, value }, values }], secureRandom)
      const check = (of: readonly ProofText[], claim = { alpha, beta, values }) =>
        checkOr(group, y, "prove|", [claim], of)
      expect(check(proofs)).toBeNull()
      expect(checkOr(group, y, "other|", [{ alpha, beta, values }], proofs)).toBe("proof")
      expect(check(proofs, { alpha, beta, values: [1, 2, 3] })).toBe("proof")
      expect(check(proofs, { alpha: beta, beta: alpha, values })).toBe("proof")
      expect(check(proofs, { alpha: "1x", beta, values })).toBe("member")
      expect(check(proofs.toReversed())).toBe("proof")
      for (const twin of twins(proofs[value]!, q))
        expect(check(proofs.with(value, twin))).toMatch(/proof|range/)
    }
  })

  it("are not made of what is false", () => {
    const y = keyBase(group, group.write(key))
    const opening = { r: 5n, value: 2 }
    expect(() => proveOr(group, y, "prove|", [{ opening, values: [0, 1] }], secureRandom)).toThrow(RangeError)
  })
})
