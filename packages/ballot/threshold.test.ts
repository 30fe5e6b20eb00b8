import { describe, expect, it } from "vitest"
import { keysOfSeed } from "./cert.ts"
import { shared, unwrap } from "./for-tests.ts"
import {
  checkCert,
  checkDeal,
  checkTrusteeKey,
  groupOf,
  makeTrusteeKey,
  readTrustees,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
  thresholdTrustees,
  writeTrustees,
} from "./index.ts"
import { generatorOf } from "./proofs.ts"
import { secureRandom } from "./random.ts"
import { signatureOf } from "./signed.ts"
import { trusteePublic } from "./trustee-key.ts"

const group = await groupOf("Ed25519")
const contexts = [1, 2, 3].map((index) => ({ index, threshold: 2, size: 3 }))
const started = contexts.map((context) => thresholdStart(group, context))
const certs = started.map((each) => each.cert)
const deals = await Promise.all(contexts.map((c, i) => thresholdDeal(group, c, started[i]!.seed, certs)))
const finish = (i: number, dealt = deals) =>
  thresholdFinish(group, contexts[i]!, started[i]!.seed, certs, dealt)
const outputs = await Promise.all(
  contexts.map(async (_, i) => {
    const finished = await finish(i)
    return "output" in finished ? finished.output : ""
  }),
)
const entry = thresholdTrustees(group, { threshold: 2 }, certs, deals, outputs)

// biome-ignore lint/suspicious/noExplicitAny: malformed on purpose
type Malformed = any
const edited = (text: string, change: (json: Malformed) => void): string => {
  const json = JSON.parse(text)
  change(json)
  return JSON.stringify(json)
}

describe("a shared key", () => {
  it("is read with all its proofs, and belongs to the shares", async () => {
    const trustees = unwrap(readTrustees(group, writeTrustees([entry])))
    expect(trustees.entries).toEqual([{ kind: "Pedersen", first: 1, size: 3, threshold: 2 }])
    for (const [i, context] of contexts.entries()) {
      const secret = await thresholdSecret(group, context, started[i]!.seed, certs, deals)
      expect(group.same(generatorOf(group).power(BigInt(secret)), trustees.keys[i]!)).toBe(true)
    }
  })
  it("stands beside keys of single trustees", () => {
    const single = makeTrusteeKey(group).public
    const { entries, keys } = unwrap(readTrustees(group, writeTrustees([single, entry])))
    expect(entries.map((each) => each.first)).toEqual([1, 2])
    expect(keys).toHaveLength(4)
  })

  const wrong: Readonly<Record<string, readonly [(json: Malformed) => void, string]>> = {
    "another threshold": [
      (e) => {
        e.threshold = 1
      },
      "证书无效",
    ],
    "a threshold above the number": [
      (e) => {
        e.threshold = 4
      },
      "门限不合理",
    ],
    "certificates exchanged": [(e) => e.certs.reverse(), "证书无效"],
    "a certificate's message changed": [
      (e) => {
        e.certs[0].message = e.certs[1].message
      },
      "证书无效",
    ],
    "a commitment changed": [
      (e) => {
        e.coefexps[1] = e.coefexps[0]
      },
      "第2位共管密钥的监票人对多项式的承诺无效",
    ],
    "no signatures (the older shape)": [
      (e) => {
        delete e.signatures
      },
      "缺少对全部证书的签名",
    ],
    "a signature of others' certificates": [
      (e) => e.signatures.reverse(),
      "第1位共管密钥的监票人对全部证书的签名无效",
    ],
    "verification keys exchanged": [
      (e) => e.verification_keys.reverse(),
      "第1位共管密钥的监票人的验证公钥无效",
    ],
    "a verification key unsigned": [
      (e) => {
        delete e.verification_keys[2].signature
      },
      "第3位共管密钥的监票人的验证公钥无效",
    ],
    "a trustee fewer": [(e) => e.verification_keys.pop(), "人数前后不一"],
    "a further field": [
      (e) => {
        e.extra = 1
      },
      "字段不规范",
    ],
  }
  it.each(Object.entries(wrong))("is rejected: %s", (_, [change, reason]) => {
    const read = readTrustees(group, writeTrustees([edited(entry, (json) => change(json[1]))]))
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error).toContain(reason)
  })
  it("is rejected where a trustee publishes a key of another secret, proved and signed", () => {
    const key = trusteePublic(group, 4711n, secureRandom)
    const signature = signatureOf(
      group,
      keysOfSeed(group, started[1]!.seed).sign,
      key.public_key,
      secureRandom,
    )
    const read = readTrustees(
      group,
      writeTrustees([
        edited(entry, ([, e]) => {
          e.verification_keys[1] = { ...key, signature }
        }),
      ]),
    )
    expect(read).toMatchObject({ ok: false, error: "第2位共管密钥的监票人的验证公钥无效" })
  })
  it("of the older shape is taken in BELENIOS-2048 only whole", async () => {
    const belenios = await groupOf("BELENIOS-2048")
    const { trustees } = await shared(belenios, 1, 2, [])
    expect(readTrustees(belenios, trustees).ok).toBe(true)
    expect(
      readTrustees(
        belenios,
        edited(trustees, ([[, e]]) => {
          delete e.signatures
        }),
      ).ok,
    ).toBe(false)
  })
})

describe("the rounds", () => {
  it("take certificates of the place they were made for", () => {
    expect(checkCert(group, certs[0]!, contexts[0]!)).toBe(true)
    expect(checkCert(group, certs[0]!, contexts[1]!)).toBe(false)
    expect(checkCert(group, certs[0]!, { ...contexts[0]!, threshold: 3 })).toBe(false)
    expect(
      checkCert(
        group,
        edited(certs[0]!, (c) => {
          c.message += " "
        }),
        contexts[0]!,
      ),
    ).toBe(false)
    expect(checkCert(group, "{", contexts[0]!)).toBe(false)
    expect(() => thresholdStart(group, { index: 4, threshold: 2, size: 3 })).toThrow(RangeError)
  })
  it("deal on one set of certificates", async () => {
    expect(checkDeal(group, contexts[0]!, certs, deals[0]!)).toBe(true)
    expect(checkDeal(group, contexts[1]!, certs, deals[0]!)).toBe(false)
    const other = certs.with(2, thresholdStart(group, contexts[2]!).cert)
    expect(checkDeal(group, contexts[0]!, other, deals[0]!)).toBe(false)
    await expect(thresholdDeal(group, contexts[2]!, started[2]!.seed, other)).rejects.toThrow(RangeError)
  })
  it("blame the dealer whose share was changed, exchanged or left out", async () => {
    const broken = edited(deals[1]!, (d) => {
      d.secrets[0] = d.secrets[0].replace(/.{4}"}$/, '0000"}')
    })
    expect(await finish(0, deals.with(1, broken))).toEqual({ blame: 2 })
    expect(await finish(1, deals.with(1, broken))).toHaveProperty("output")
    const exchanged = edited(deals[2]!, (d) => d.secrets.reverse())
    expect(await finish(0, deals.with(2, exchanged))).toEqual({ blame: 3 })
    expect(await finish(0, deals.slice(0, 2))).toEqual({ blame: 3 })
    const again = await thresholdDeal(group, contexts[1]!, started[1]!.seed, certs)
    const half = edited(deals[1]!, (d) => {
      d.secrets = JSON.parse(again).secrets
    })
    expect(await finish(0, deals.with(1, half))).toEqual({ blame: 2 })
  })
  it("tell nobody else's share", async () => {
    await expect(thresholdFinish(group, contexts[0]!, started[1]!.seed, certs, deals)).rejects.toThrow(
      RangeError,
    )
    expect(() => thresholdTrustees(group, { threshold: 2 }, certs, deals, outputs.toReversed())).toThrow(
      RangeError,
    )
  })
})

describe("a single key", () => {
  it("comes with a proof", () => {
    const { secret, public: shown } = makeTrusteeKey(group)
    expect(shown).not.toContain(secret)
    expect(checkTrusteeKey(group, shown)).toBe(true)
    expect(
      checkTrusteeKey(
        group,
        edited(shown, (k) => {
          k.pok.response = k.pok.challenge
        }),
      ),
    ).toBe(false)
    expect(
      checkTrusteeKey(
        group,
        edited(shown, (k) => {
          k.public_key = group.write(group.generator)
        }),
      ),
    ).toBe(false)
    expect(checkTrusteeKey(group, "[]")).toBe(false)
  })
})
