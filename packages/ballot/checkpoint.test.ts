import { generateKeyPairSync, sign } from "node:crypto"
import { describe, expect, it } from "vitest"
import { checkpointText, contradict, isSigned, readCheckpoints, writeCheckpoint } from "./index.ts"

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519")
  return { privateKey, key: publicKey.export({ type: "spki", format: "pem" }).toString() }
}
const { privateKey, key } = pair()
const at = (height: number, digit: string) => {
  const c = { election: "Hxv1EumDbxbHfB", height, hash: digit.repeat(64) }
  return { ...c, signature: sign(null, Buffer.from(checkpointText(c)), privateKey).toString("base64") }
}

describe("a signed checkpoint", () => {
  it("is signed by its key, and by no other nor for another height, hash or election", async () => {
    const c = at(7, "a")
    expect(await isSigned(c, key)).toBe(true)
    expect(await isSigned(c, pair().key)).toBe(false)
    expect(await isSigned(c, "")).toBe(false)
    for (const change of [
      { height: 8 },
      { hash: "b".repeat(64) },
      { election: "Hxv1EumDbxbHfC" },
      { signature: "?" },
    ])
      expect(await isSigned({ ...c, ...change }, key)).toBe(false)
  })

  it("contradicts another state at the same height, and nothing else", () => {
    expect(contradict(at(7, "a"), at(7, "b"))).toBe(true)
    expect(contradict(at(7, "a"), at(7, "a"))).toBe(false)
    expect(contradict(at(7, "a"), at(8, "b"))).toBe(false)
    expect(contradict(at(7, "a"), { ...at(7, "b"), election: "another" })).toBe(false)
  })

  it("is read as a person passes it on, several together, with their keys or one key for all", () => {
    const [a, b] = [at(7, "a"), at(12, "b")]
    const both = writeCheckpoint({ checkpoint: a, key }) + writeCheckpoint({ checkpoint: b, key })
    const found = [a, b].map((checkpoint) => ({ checkpoint, key: key.trim() }))
    expect(readCheckpoints(both)).toEqual(found)
    const bare = [a, b].map((checkpoint) => writeCheckpoint({ checkpoint, key: "" })).join("\n")
    expect(readCheckpoints(`${key}\n${bare}`)).toEqual(found)
    expect(readCheckpoints(bare.replaceAll("\n", "\r\n  "))).toEqual(
      found.map((each) => ({ ...each, key: "" })),
    )
  })

  it("is read out of what the board answers and of evidence", () => {
    const seen = { signingKey: key, checkpoint: { ...at(7, "a"), code: "ABCD" } }
    const evidence = {
      alarm: "rewritten",
      before: seen,
      now: { ...seen, checkpoint: at(9, "b"), events: [] },
    }
    expect(readCheckpoints(JSON.stringify(evidence))).toEqual([
      { checkpoint: at(7, "a"), key },
      { checkpoint: at(9, "b"), key },
    ])
  })

  it.each(["", "{", "[]", "null", "7", '{"a":[[[[[[[[[{}]]]]]]]]]}', "qiaoliang checkpoint 1\nx\n1\nabc\n"])(
    "is not found in %s",
    (text) => expect(readCheckpoints(text)).toEqual([]),
  )
})
