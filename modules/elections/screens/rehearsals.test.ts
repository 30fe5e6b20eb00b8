import { generateKeyPairSync, sign } from "node:crypto"
import {
  checkpointText,
  codeOfHash,
  continues,
  contradict,
  encryptBallot,
  groupOf,
  isSigned,
  makeCredential,
  readArchive,
  setupPayloads,
  tallyOf,
  trackerOf,
  verifyArchive,
  writeCredentials,
} from "@qiaoliang/ballot"
import { archiveOf, hold, prepare, singles, swapped, yesNo } from "@qiaoliang/ballot/for-tests"
import { beforeEach, describe, expect, it } from "vitest"
import { brokenAt, continuity, countingOf, type Line, standsAt } from "./board-check.ts"
import { hexOf } from "./bytes.ts"

/**
 * A server that cheats, in every way the box allows it, with every hash made anew. It is told by what anybody can
 * do with the archive, by what a delegate's browser checks by itself, or by two people comparing what they were
 * shown; beside each stands the honest server, which is not accused.
 */
type Events = ReturnType<typeof hold>

const group = await groupOf("Ed25519")
const prepared = prepare(group, singles(group, 2), 4, [yesNo])
const [for_, against, abstain] = [[[1, 0, 0]], [[0, 1, 0]], [[0, 0, 1]]]
// The first votes twice; the last of her ballots counts.
const ballots = [
  prepared.cast(0, against!),
  prepared.cast(1, for_!),
  prepared.cast(2, for_!),
  prepared.cast(0, abstain!),
]
const events = hold(prepared, ballots)
const during = events.slice(0, 4) as Events

const { privateKey, publicKey } = generateKeyPairSync("ed25519")
const key = publicKey.export({ type: "spki", format: "pem" }).toString()

/** What a server shows of these events: its board as the pages list it, and its checkpoint, signed. */
function shown(of: Events) {
  const bytes = archiveOf(of)
  const read = readArchive(bytes)
  if (!read.ok) throw new Error(read.error)
  const lines = read.value.events.map(({ height, type, hash, data }): Line => {
    const ballot = type === "Ballot" ? data[0]! : null
    const credential = ballot && (JSON.parse(ballot) as { credential: string }).credential
    return { height, type, hash, tracker: ballot && trackerOf(ballot), credential }
  })
  return { bytes, lines, checkpoint: signed(lines.length - 1, lines.at(-1)!.hash) }
}

function signed(height: number, hash: string, by = privateKey) {
  const at = { election: prepared.election.uuid, height, hash }
  const signature = sign(null, Buffer.from(checkpointText(at)), by).toString("base64")
  return { ...at, signature, code: codeOfHash(hash) }
}

const chain = (lines: readonly Line[]) => brokenAt(lines, (text) => hexOf(trackerOf(text)), hexOf)
const own = (voter: number) => ({ height: voter + 1, tracker: trackerOf(ballots[voter]!) })

const honest = shown(events)
const before = shown(during).checkpoint
/** Nothing an honest server shows raises an alarm. */
const unaccused = async ({ bytes, lines, checkpoint } = honest) => {
  expect((await verifyArchive(bytes)).error).toBeUndefined()
  expect(chain(lines)).toBeNull()
  expect(continuity(lines, checkpoint, before)).toBeNull()
  expect(await isSigned(checkpoint, key)).toBe(true)
}

describe("a server that cheats is told by anybody who checks the archive", () => {
  beforeEach(() => unaccused())
  const error = async (forged: Events) => (await verifyArchive(archiveOf(forged))).error
  const result = JSON.stringify({ result: [[2, 0, 1]] })

  it("when it adds a ballot of somebody who is not on the list", async () => {
    const { secret } = makeCredential(group, prepared.election.uuid)
    const added = encryptBallot(group, prepared.election, secret, for_!)
    expect(await error(hold(prepared, [...ballots, added], { result }))).toContain("第5张选票：")
  })
  it("when it adds a ballot by copying one that is there", async () => {
    expect(await error(hold(prepared, [...ballots, ballots[1]!], { result }))).toContain(
      "重复了先前的一条记录",
    )
  })
  it("when it replaces what is in a ballot", async () => {
    const replaced = ballots.with(1, swapped(ballots[1]!))
    expect(await error(hold(prepared, replaced, { result }))).toContain("第2张选票：选票签名")
  })
  it("when it adds a ballot after the end of the vote", async () => {
    const end = events.findIndex(([type]) => type === "EndBallots")
    const late = events.toSpliced(end + 1, 0, ["Ballot", prepared.cast(3, against!)])
    expect(await error(late)).toContain("投票截止以后")
  })
  it("when it swaps the tally", async () => {
    const { tally } = tallyOf(group, prepared.election, ballots)
    const [row] = JSON.parse(tally) as [unknown[]]
    const swappedTally = JSON.stringify([[row[1], row[0], row[2]]])
    expect(await error(hold(prepared, ballots, { tally: swappedTally }))).toContain(
      "密文总票与由选票重新计算的不同",
    )
  })
  it("when it leaves a ballot of the box out of the tally", async () => {
    const { tally, sized } = tallyOf(group, prepared.election, ballots.toSpliced(2, 1))
    expect(await error(hold(prepared, ballots, { tally, sized }))).toContain("密文总票与由选票重新计算的不同")
  })
  it("when it lets a voter's earlier ballot count", async () => {
    const { tally, sized } = tallyOf(group, prepared.election, ballots.slice(0, 3))
    expect(await error(hold(prepared, ballots, { tally, sized }))).toContain("密文总票与由选票重新计算的不同")
  })
  it("when it announces another result", async () => {
    const lie = JSON.stringify({ result: [[1, 1, 1]] })
    expect(await error(hold(prepared, ballots, { result: lie }))).toContain("公布的结果与解密得到的结果不同")
  })
})

describe("a server that cheats is told by a delegate's own browser", () => {
  beforeEach(() => unaccused())
  /** Whole archives, counted anew: nothing in the file itself is wrong. */
  const flawless = async (forged: readonly string[]) => {
    const box = shown(hold(prepared, forged))
    expect((await verifyArchive(box.bytes)).ok).toBe(true)
    return box
  }

  it("when it drops a ballot: the tracker is missing", async () => {
    const { lines } = await flawless(ballots.toSpliced(2, 1))
    expect(standsAt(honest.lines[own(2).height], own(2))).toBe(true)
    expect(standsAt(lines[own(2).height], own(2))).toBe(false)
  })
  it("when it drops a ballot somebody saw: the checkpoint seen before is not continued", async () => {
    const { lines, checkpoint } = await flawless(ballots.toSpliced(2, 1))
    expect(continuity(lines, checkpoint, before)).toBe("rewritten")
    const less = shown(events.slice(0, 3) as Events)
    expect(continuity(less.lines, less.checkpoint, before)).toBe("shorter")
  })
  it("when it replaces a ballot with the delegate's stolen credential: another tracker counts", async () => {
    const { lines } = await flawless([...ballots, prepared.cast(1, against!)])
    expect(countingOf(honest.lines).has(own(1).tracker)).toBe(true)
    expect(countingOf(lines).has(own(1).tracker)).toBe(false)
  })
  it("when it reorders ballots so that an earlier vote counts: trackers moved, nothing is continued", async () => {
    const [first, second, third, last] = ballots as [string, string, string, string]
    const { lines, checkpoint } = await flawless([last, second, third, first])
    expect(countingOf(honest.lines).has(trackerOf(last))).toBe(true)
    expect(countingOf(lines).has(trackerOf(last))).toBe(false)
    expect(standsAt(lines[own(0).height], own(0))).toBe(false)
    expect(continuity(lines, checkpoint, before)).toBe("rewritten")
  })
  it("when it adds a credential to the list once the vote is open: the first event is another", async () => {
    const [, trustees] = prepared.setup.slice(0, 2)
    const more = writeCredentials([...prepared.publics, makeCredential(group, prepared.election.uuid).public])
    const setup = setupPayloads(prepared.text, trustees!, more)
    const { bytes, lines, checkpoint } = shown(hold({ ...prepared, setup }, ballots))
    expect((await verifyArchive(bytes)).ok).toBe(true)
    expect(continuity(lines, checkpoint, before)).toBe("rewritten")
  })
  it("when its board lists what is not in its box: the chain does not follow", async () => {
    const forged = honest.lines.with(3, {
      ...honest.lines[3]!,
      tracker: trackerOf(prepared.cast(2, against!)),
    })
    expect(chain(forged)).toBe(3)
    expect(chain(honest.lines.toSpliced(2, 1))).toBe(2)
  })
  it("when it signs with another key, or for another state than it shows", async () => {
    const { height, hash } = honest.checkpoint
    const stranger = generateKeyPairSync("ed25519").privateKey
    expect(await isSigned(signed(height, hash, stranger), key)).toBe(false)
    expect(await isSigned({ ...honest.checkpoint, height: height - 1 }, key)).toBe(false)
    expect(continuity(honest.lines, before, null)).toBe("checkpoint")
  })
})

describe("a server that cheats is told by comparing what two people were shown", () => {
  const mine = shown(during)
  const yours = shown([...during.slice(0, 3), ["Ballot", prepared.cast(2, against!)]] as Events)

  it("when it shows them different boards: each is flawless, and the signed checkpoints contradict each other", async () => {
    await unaccused(mine)
    expect(contradict(mine.checkpoint, shown(during).checkpoint)).toBe(false)
    for (const { lines, checkpoint } of [mine, yours]) {
      expect(chain(lines)).toBeNull()
      expect(continuity(lines, checkpoint, null)).toBeNull()
      expect(await isSigned(checkpoint, key)).toBe(true)
    }
    expect(contradict(mine.checkpoint, yours.checkpoint)).toBe(true)
    expect(mine.checkpoint.code).not.toBe(yours.checkpoint.code)
  })
  it("when the boards differ in length: neither the checkpoint nor the archive of one is continued by the other's", () => {
    expect(continuity(honest.lines, honest.checkpoint, mine.checkpoint)).toBeNull()
    expect(continuity(honest.lines, honest.checkpoint, yours.checkpoint)).toBe("rewritten")
    expect(continues(mine.bytes, honest.bytes).ok).toBe(true)
    expect(continues(yours.bytes, honest.bytes)).toMatchObject({
      error: expect.stringContaining("第4个事件"),
    })
  })
})
