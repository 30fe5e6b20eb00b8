import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js"
import { describe, expect, it } from "vitest"
import { fromHex, toHex } from "./encodings.ts"
import { prepare, resigned, seats, singles, swapped, yesNo } from "./for-tests.ts"
import { checkBallot, encryptBallot, groupOf, isAllowed, makeCredential, trackerOf } from "./index.ts"

const group = await groupOf("Ed25519")
const prepared = prepare(group, singles(group, 1), 2, [yesNo, seats])
const { election, publics } = prepared
const check = (ballot: string) => checkBallot(group, election, publics, ballot)
const rows = [
  [1, 0, 0],
  [0, 1, 1, 0, 0],
]
const good = prepared.cast(0, rows)
const other = prepared.cast(0, [
  [0, 1, 0],
  [1, 0, 0, 0, 0],
])
const neighbour = prepared.cast(1, rows)
const json = JSON.parse(good)
const otherJson = JSON.parse(other)

// biome-ignore lint/suspicious/noExplicitAny: malformed on purpose
type Malformed = any
const unsigned = (change: (ballot: Malformed) => void) => {
  const copy = JSON.parse(good)
  change(copy)
  return JSON.stringify(copy)
}
const signed = (change: (ballot: Malformed) => void) => resigned(prepared, 0, good, change)
const plusQ = (text: string) => `${BigInt(text) + group.q}`

const tainted = (text: string) => {
  const point = ed25519.Point.fromBytes(fromHex(text).reverse())
  const small = ed25519.Point.fromHex(ED25519_TORSION_SUBGROUP.find((hex) => !/^010+$/.test(hex))!)
  return toHex(point.add(small).toBytes().toReversed())
}

/** What a voter or whoever carries ballots could send, and why it is refused. */
const refused: Readonly<Record<string, readonly [string, string]>> = {
  "no JSON": ["选票", "不是规范的紧凑 JSON"],
  "spaces between": [JSON.stringify(json, null, 1), "不是规范的紧凑 JSON"],
  "a line break after it": [`${good}\n`, "不是规范的紧凑 JSON"],
  "a key twice": [good.replace('"answers"', '"credential":"x","answers"'), "不是规范的紧凑 JSON"],
  "another order of keys": [
    JSON.stringify({ ...json, election_uuid: undefined, z: json.election_uuid }).replace(
      '"z"',
      '"election_uuid"',
    ),
    "字段不全、多余或顺序不对",
  ],
  "a further field": [
    signed((b) => {
      b.note = "x"
    }),
    "字段不全、多余或顺序不对",
  ],
  "another election": [
    signed((b) => {
      b.election_uuid = "1".repeat(14)
    }),
    "选举编号不同",
  ],
  "another description": [
    signed((b) => {
      b.election_hash = b.election_hash.replace(/^./, "_")
    }),
    "选举指纹不同",
  ],
  "a credential not on the list": [
    encryptBallot(group, election, makeCredential(group, election.uuid).secret, rows),
    "不在名单上",
  ],
  "signed by another": [resigned(prepared, 1, good, () => {}), "选票签名无效"],
  "changed after signing": [swapped(good), "所签的内容与选票不符"],
  "a signature of something else": [
    unsigned((b) => {
      b.signature.hash = otherJson.signature.hash
    }),
    "所签的内容与选票不符",
  ],
  "a signature from q up": [
    unsigned((b) => {
      b.signature.proof.response = plusQ(b.signature.proof.response)
    }),
    "签名中的数不规范或超出范围",
  ],
  "a signature with a leading zero": [
    unsigned((b) => {
      b.signature.proof.challenge = `0${b.signature.proof.challenge}`
    }),
    "签名中的数不规范或超出范围",
  ],
  "no signature": [
    unsigned((b) => {
      b.signature = null
    }),
    "选票的签名不规范",
  ],
  "a question missing": [signed((b) => b.answers.pop()), "题数与选举不符"],
  "a choice missing": [signed((b) => b.answers[0].choices.pop()), "第1题密文的个数或形式不对"],
  "a pair with a further field": [
    signed((b) => {
      b.answers[0].choices[0].m = "1"
    }),
    "第1题密文的个数或形式不对",
  ],
  "a proof too many": [
    signed((b) => b.answers[0].individual_proofs.push(b.answers[0].individual_proofs[0])),
    "第1题单项证明的个数不对",
  ],
  "a branch too many": [
    signed((b) => b.answers[0].individual_proofs[0].push(b.answers[0].individual_proofs[0][0])),
    "第1题单项证明的形式不对",
  ],
  "a number that is no text": [
    signed((b) => {
      b.answers[0].individual_proofs[0][0].challenge = 5
    }),
    "第1题单项证明的形式不对",
  ],
  "a branch of the sum missing": [
    signed((b) => b.answers[1].overall_proof.pop()),
    "第2题总数证明的个数或形式不对",
  ],
  "no proof of the blank": [
    signed((b) => {
      delete b.answers[1].blank_proof
    }),
    "缺少弃权证明",
  ],
  "a proof of a blank that is not allowed": [
    signed((b) => {
      b.answers[0].blank_proof = b.answers[1].blank_proof
    }),
    "带有不该有的弃权证明",
  ],
  "an alpha with a part of small order": [
    signed((b) => {
      b.answers[0].choices[1].alpha = tainted(b.answers[0].choices[1].alpha)
    }),
    "第1题第2项：密文不是群中的有效元素",
  ],
  "a beta with a part of small order": [
    signed((b) => {
      b.answers[1].choices[0].beta = tainted(b.answers[1].choices[0].beta)
    }),
    "第2题第1项：密文不是群中的有效元素",
  ],
  "an alpha in capitals": [
    signed((b) => {
      b.answers[0].choices[0].alpha = `A${b.answers[0].choices[0].alpha.slice(1)}`
    }),
    "第1题第1项：密文不是群中的有效元素",
  ],
  "an answer's scalar with a leading zero": [
    signed((b) => {
      b.answers[0].individual_proofs[2][1].response = `0${b.answers[0].individual_proofs[2][1].response}`
    }),
    "第1题第3项：证明中的数不规范或超出范围",
  ],
  "an answer's scalar from q up": [
    signed((b) => {
      b.answers[1].overall_proof[1].challenge = plusQ(b.answers[1].overall_proof[1].challenge)
    }),
    "第2题选择总数：证明中的数不规范或超出范围",
  ],
  "a blank's scalar from q up": [
    signed((b) => {
      b.answers[1].blank_proof[1].response = plusQ(b.answers[1].blank_proof[1].response)
    }),
    "第2题弃权：证明中的数不规范或超出范围",
  ],
  "a false proof of one choice": [
    signed((b) => b.answers[0].individual_proofs[0].reverse()),
    "第1题第1项：证明不成立",
  ],
  "more choices than allowed, each proved": [
    signed((b) => {
      b.answers[0].choices[1] = otherJson.answers[0].choices[1]
      b.answers[0].individual_proofs[1] = otherJson.answers[0].individual_proofs[1]
    }),
    "第1题选择总数：证明不成立",
  ],
  "a blank beside chosen names, each proved": [
    signed((b) => {
      b.answers[1].choices[0] = otherJson.answers[1].choices[0]
      b.answers[1].individual_proofs[0] = otherJson.answers[1].individual_proofs[0]
    }),
    "第2题选择总数：证明不成立",
  ],
  "a false proof of the blank": [signed((b) => b.answers[1].blank_proof.reverse()), "第2题弃权：证明不成立"],
  "another voter's answers copied": [
    signed((b) => {
      b.answers = JSON.parse(neighbour).answers
    }),
    "第1题第1项：证明不成立",
  ],
  "answers exchanged": [resigned(prepared, 0, swapped(good), () => {}), "第1题第1项：证明不成立"],
  megabytes: [`"${"x".repeat(5_000_000)}"`, "选票过长"],
}

describe("a ballot", () => {
  it("is accepted as cast, with its tracker", () => {
    for (const ballot of [good, other, neighbour])
      expect(check(ballot)).toMatchObject({ ok: true, value: { tracker: trackerOf(ballot) } })
    expect(check(signed(() => {})).ok).toBe(true)
  })
  it.each(Object.entries(refused))("is refused with its reason: %s", (_, [ballot, reason]) => {
    const checked = check(ballot)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.error).toContain(reason)
  })
  it("is refused for the same reasons by the second implementation", async () => {
    const noble = await groupOf("Ed25519", "noble")
    for (const [ballot] of Object.values(refused))
      expect(checkBallot(noble, election, publics, ballot)).toEqual(check(ballot))
  })
  it("cannot be made of choices the question does not allow", () => {
    for (const row of [
      [1, 1, 0],
      [0, 0, 0],
      [2, 0, 0],
      [1, 0],
      [1, 0, 0, 0],
    ]) {
      expect(isAllowed(yesNo, row)).toBe(false)
      expect(() => prepared.cast(0, [row, [1, 0, 0, 0, 0]])).toThrow(RangeError)
    }
    for (const row of [
      [1, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 1, 1, 1, 0],
    ])
      expect(isAllowed(seats, row)).toBe(false)
    for (const row of [
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 1],
    ])
      expect(isAllowed(seats, row)).toBe(true)
  })
})
