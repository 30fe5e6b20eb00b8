import { createHash, createHmac, pbkdf2Sync } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { credentialScalar } from "./credentials.ts"
import { hashModulo, readScalar, sha256Base64, sha256Hex, toBase64, utf8 } from "./encodings.ts"
import { groupOf, looksLikeCredential, makeCredential, publicCredential } from "./index.ts"
import { readCanonical, readJson } from "./json.ts"
import { randomBase58, secureRandom } from "./random.ts"
import { hmac, pbkdf2, sha256 } from "./sha256.ts"

describe("hashing", () => {
  it("gives the digests of FIPS 180-4", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    expect(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    )
    expect(sha256Hex("a".repeat(1_000_000))).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    )
  })
  it("agrees with the platform on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (bytes, key) => {
        expect(Buffer.from(sha256(bytes))).toEqual(createHash("sha256").update(bytes).digest())
        expect(Buffer.from(hmac(key, bytes))).toEqual(createHmac("sha256", key).update(bytes).digest())
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64").replace(/=+$/, ""))
      }),
    )
    expect(Buffer.from(pbkdf2(utf8("passwd"), utf8("salt"), 3))).toEqual(
      pbkdf2Sync("passwd", "salt", 3, 32, "sha256"),
    )
  })
  it("reads a digest as a number and reduces it", () => {
    const digest = BigInt(`0x${sha256Hex("x")}`)
    expect(hashModulo("x", 1000n)).toBe(digest % 1000n)
    expect(sha256Base64("x")).toBe(createHash("sha256").update("x").digest("base64").slice(0, 43))
  })
})

describe("scalars", () => {
  it("have one spelling, below q", () => {
    expect(readScalar("0", 11n)).toBe(0n)
    expect(readScalar("10", 11n)).toBe(10n)
    for (const wrong of ["", "00", "01", "11", "-1", "+1", "1 ", "0x1", "1e1", "１", 1, null, "9".repeat(90)])
      expect(readScalar(wrong, 11n)).toBeNull()
  })
})

describe("JSON", () => {
  it("is canonical in one spelling only", () => {
    expect(readCanonical('{"a":[1,"二"]}')).toEqual({ a: [1, "二"] })
    for (const wrong of ['{"a": 1}', '{"a":1}\n', '{"a":1.0}', '{"a":"\\u4e8c"}', "{", '{"a":1,"a":1}'])
      expect(readCanonical(wrong)).toBeUndefined()
    expect(readCanonical("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined()
  })
  it("names no key twice, in whatever spelling", () => {
    expect(readJson('{ "a": {"a": "\\"a\\": {"}, "b": [{"a":1},{"a":2}] }')).toBeDefined()
    expect(readJson('{"a":1,"b":{"c":1,"\\u0063" :2}}')).toBeUndefined()
  })
})

describe("credentials", async () => {
  const group = await groupOf("Ed25519")
  const uuid = "EsMza38sMEwA4b"

  it("are typed with or without their dashes, and give the public side on the list", async () => {
    const { secret, public: listed } = makeCredential(group, uuid)
    expect(secret).toMatch(/^\w{5}-\w{6}-\w{5}-\w{6}$/)
    for (const typed of [secret, secret.replaceAll("-", ""), ` ${secret.replaceAll("-", "–")}\n`]) {
      expect(looksLikeCredential(typed)).toBe(secret)
      expect(await publicCredential(group, uuid, typed)).toBe(listed)
    }
    expect(await publicCredential(group, `${uuid}x`, secret)).not.toBe(listed)
  })
  it("are derived by two hashes that include the dashes, or the older ones by PBKDF2", () => {
    const secret = "abcde-fghijk-mnopq-rstuvw"
    const half = (i: number) =>
      createHash("sha256").update(`derive_credential|${uuid}|${i}|${secret}`).digest("hex")
    expect(credentialScalar(group, uuid, secret)).toBe(BigInt(`0x${half(0)}${half(1)}`) % group.q)
    const old = "Wyc-fah-dhL-Usv-aFB"
    const stretched = pbkdf2Sync(old, uuid, 1000, 32, "sha256").toString("hex")
    expect(credentialScalar(group, uuid, old)).toBe(BigInt(`0x${stretched}`) % group.q)
    expect(looksLikeCredential(old.replaceAll("-", ""))).toBe(old)
  })
  it("of other lengths, letters or check digits are none", async () => {
    for (const wrong of [
      "",
      "abcde",
      "Wyc-fah-dhL-Usv-aFC",
      "0bcde-fghijk-mnopq-rstuvw",
      "abcde-fghijk-mnopq-rstuv",
    ])
      expect(looksLikeCredential(wrong)).toBeNull()
    await expect(publicCredential(group, uuid, "abcde")).rejects.toThrow(RangeError)
  })
  it("use every letter alike", () => {
    const letters = randomBase58(58 * 40, secureRandom)
    expect(new Set(letters).size).toBe(58)
    expect(randomBase58(3, () => Uint8Array.of(255, 232, 0, 57, 58, 1))).toBe("1z1")
  })
})
