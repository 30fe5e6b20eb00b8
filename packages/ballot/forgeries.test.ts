import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { EventType } from "./archive.ts"
import {
  archiveOf,
  hold,
  type Prepared,
  prepare,
  seats,
  shared,
  singles,
  smallElection,
  swapped,
  yesNo,
} from "./for-tests.ts"
import {
  decrypt,
  groupOf,
  makeTrusteeKey,
  ownedText,
  setupPayloads,
  tallyOf,
  verifyArchive,
  writeTrustees,
} from "./index.ts"

type Events = [EventType, ...string[]][]
const { prepared, ballots, result } = await smallElection((group) => singles(group, 2))
const { group, election } = prepared
const events = hold(prepared, ballots)
const verdict = (forged: readonly (readonly [EventType, ...string[]])[]) => verifyArchive(archiveOf(forged))
const lie = JSON.stringify({ result })
const places: Readonly<Record<string, number>> = Object.fromEntries(events.map(([type], i) => [type, i]))
/** The events with one of a type put in another's place. */
const withEvent = (type: EventType, ...data: string[]) =>
  events.with(places[type]!, [type, ...data]) as Events
const without = (type: EventType) => events.filter((_, i) => i !== places[type]) as Events

/** What whoever keeps the box could do, every hash made anew, and how it is told. */
const forgeries: Readonly<Record<string, readonly [() => Events, string]>> = {
  "totals exchanged, then honestly decrypted": [
    () => {
      const tally = JSON.parse(tallyOf(group, election, ballots).tally)
      tally[0] = [tally[0][1], tally[0][0], tally[0][2]]
      return hold(prepared, ballots, { tally: JSON.stringify(tally) })
    },
    "公布的密文总票与由选票重新计算的不同",
  ],
  "a ballot left out of the tally": [
    () => hold(prepared, ballots, { tally: tallyOf(group, election, ballots.slice(0, 2)).tally }),
    "公布的密文总票与由选票重新计算的不同",
  ],
  "another number of voters": [
    () => {
      const { tally, sized } = tallyOf(group, election, ballots)
      return withEvent("EncryptedTally", tally, sized.replace('"num_tallied":2', '"num_tallied":3'))
    },
    "公布的计票数与由选票重新计算的不同",
  ],
  "another result": [
    () => hold(prepared, ballots, { result: JSON.stringify({ result: [[1, 0, 1], result[1]] }) }),
    "公布的结果与解密得到的结果不同",
  ],
  "a result in another spelling": [() => hold(prepared, ballots, { result: `${lie} ` }), "公布的结果"],
  "a ballot changed": [
    () => hold(prepared, [ballots[0]!, swapped(ballots[1]!), ballots[2]!], { result: lie }),
    "第2张选票：选票签名所签的内容与选票不符",
  ],
  "a ballot of nobody on the list": [
    () =>
      hold(
        prepared,
        [
          ...ballots,
          prepare(group, prepared.hall, 1, [yesNo, seats]).cast(0, [
            [1, 0, 0],
            [1, 0, 0, 0, 0],
          ]),
        ],
        { result: lie },
      ),
    "第4张选票：选票属于另一场选举",
  ],
  "a ballot after the end": [
    () =>
      events.toSpliced(places.EndBallots! + 1, 0, [
        "Ballot",
        prepared.cast(2, [
          [1, 0, 0],
          [1, 0, 0, 0, 0],
        ]),
      ]),
    "投票截止以后才放进票箱的选票",
  ],
  "no end of voting": [() => without("EndBallots"), "“密文总票”不应出现在“选票”之后"],
  "a result without decryptions": [
    () => events.filter(([type]) => type !== "PartialDecryption"),
    "“结果”不应出现在“密文总票”之后",
  ],
  "a trustee missing": [() => without("PartialDecryption"), "缺少第2位监票人的部分解密"],
  "a trustee's decryption under another number": [
    () => {
      const [, decryption = ""] = events[places.PartialDecryption!]!
      return withEvent("PartialDecryption", decryption, ownedText(3, decryption))
    },
    "没有第3位监票人",
  ],
  "a decryption with another key": [
    () => {
      const stranger = decrypt(
        group,
        election,
        tallyOf(group, election, ballots).tally,
        makeTrusteeKey(group).secret,
      )
      return withEvent("PartialDecryption", stranger, ownedText(2, stranger))
    },
    "第2位监票人的部分解密无效",
  ],
  "a decryption signed for another": [
    () => {
      const [, decryption = ""] = events[places.PartialDecryption!]!
      return withEvent("PartialDecryption", decryption, ownedText(2, `${decryption} `))
    },
    "部分解密的署名不规范，或与所附的内容不符",
  ],
  "two results": [() => [...events, ["Result", JSON.stringify({ result: [[0, 0, 0]] })]], "不应出现在"],
  "no setup first": [() => events.slice(1), "第一个事件不是选举设置"],
  "two setups": [
    () => events.toSpliced(1, 0, ["Setup", ...prepare(group, singles(group, 1), 1, [yesNo]).setup]),
    "“选举设置”不应出现在“选举设置”之后",
  ],
}

describe("a forged archive", () => {
  it("is not what these are made from", async () => {
    expect(await verdict(events)).toMatchObject({ ok: true, result })
  })
  it.each(Object.entries(forgeries))("is told: %s", async (_, [forge, reason]) => {
    const verified = await verdict(forge())
    expect(verified.ok).toBe(false)
    expect(verified.error).toContain(reason)
    expect(verified.result).toBeUndefined()
  })
  it("is told with any one character changed and every hash made anew", async () => {
    const texts = events.flatMap(([type, ...data], i) =>
      data.slice(0, type === "Setup" ? 3 : 1).map((text, j) => ({ i, j, text })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom(...'0159af{"ΩZ'),
        async ({ i, j, text }, at, to) => {
          const place = at % text.length
          fc.pre(text[place] !== to)
          const other = text.slice(0, place) + to + text.slice(place + 1)
          expect((await verdict(changedEvent(i, j, other))).ok).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** The events with one text changed, and what depends on it by hash changed with it. */
function changedEvent(i: number, j: number, text: string): Events {
  const [type, ...data] = events[i]!
  const texts = data.with(j, text)
  if (type === "Setup")
    return events.with(i, [type, ...setupPayloads(texts[0]!, texts[1]!, texts[2]!)]) as Events
  if (type === "PartialDecryption") {
    const { owner } = JSON.parse(texts[1]!) as { owner: number }
    return events.with(i, [type, text, ownedText(owner, text)]) as Events
  }
  return events.with(i, [type, ...texts]) as Events
}

describe("whatever stands in an archive", () => {
  it("is judged, never thrown at", async () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        "[".repeat(50_000),
        "[".repeat(50_000) + "]".repeat(50_000),
        "[[]]",
        '[["Pedersen",{}]]',
      ),
    )
    const slots = events.flatMap(([, ...data], i) => data.map((_, j) => ({ i, j })))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...slots), texts, async ({ i, j }, text) => {
        const [type, ...data] = events[i]!
        expect((await verdict(events.with(i, [type, ...data.with(j, text)]))).ok).toBe(false)
        if (type === "Setup" && j < 3) expect((await verdict(changedEvent(i, j, text))).ok).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe("any election", async () => {
  const bit = fc.integer({ min: 0, max: 2 })
  const vote = fc.tuple(fc.nat(3), bit, fc.integer({ min: 0, max: 4 }))
  const halls = [singles(group, 1), await shared(group, 2, 3, [2, 3])]
  const mixed = {
    trustees: writeTrustees(halls.map((hall) => JSON.stringify(JSON.parse(hall.trustees)[0]))),
    secrets: new Map([
      [1, halls[0]!.secrets.get(1)!],
      [3, halls[1]!.secrets.get(2)!],
      [4, halls[1]!.secrets.get(3)!],
    ]),
  }
  const few: Prepared = prepare(group, mixed, 4, [yesNo, seats])

  it("counts the last vote of each, whatever they choose", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(vote, { maxLength: 5 }), async (votes) => {
        const rows = votes.map(([, choice, name]): number[][] => [
          [0, 1, 2].map((i) => Number(i === choice)),
          [0, 1, 2, 3, 4].map((i) => Number(i === name)),
        ])
        const box = votes.map(([voter], i) => few.cast(voter, rows[i]!))
        const last = new Map(votes.map(([voter], i) => [voter, rows[i]!]))
        const sum = [
          [0, 0, 0],
          [0, 0, 0, 0, 0],
        ].map((row, q) =>
          row.map((_, i) => [...last.values()].reduce((total, each) => total + each[q]![i]!, 0)),
        )
        const verified = await verdict(hold(few, box))
        expect(verified).toMatchObject({ ok: true, ballots: votes.length, counted: last.size, result: sum })
      }),
      { numRuns: 6, examples: [[[]]] },
    )
  })
  it("of the second implementation is the same", async () => {
    const noble = await groupOf("Ed25519", "noble")
    const small = await smallElection((of) => singles(of, 1), noble)
    const bytes = archiveOf(hold(small.prepared, small.ballots))
    const here = await verifyArchive(bytes)
    expect(here).toMatchObject({ ok: true, result: small.result })
    expect(await verifyArchive(bytes, { group: async () => noble })).toEqual(here)
  })
})
