import {
  codeOfHash,
  continues,
  contradict,
  type EventType,
  encryptBallot,
  eventRecords,
  groupOf,
  isSigned,
  makeCredential,
  readElection,
  trackerOf,
  verifyArchive,
} from "@qiaoliang/ballot"
import { unwrap } from "@qiaoliang/basics"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { archiveOf, cast, credentialOf, fill, giveOut, makeKeys, noSecrets } from "./browsers.ts"
import { createIn, electionsWorld, furnish, type Hall } from "./build.ts"
import * as contract from "./contract.ts"
import { brokenAt, continuity, countingOf, standsAt } from "./screens/board-check.ts"
import { hexOf } from "./screens/bytes.ts"

/**
 * Whoever runs the server owns its database and its signing key. Here the operator rewrites the box behind the
 * product's back, every hash made anew, and the product serves it to everybody in good faith. Before each rehearsal
 * the box is the honest one again, and nobody is alarmed.
 */
let w: TestWorld
let hall: Hall
let id: string
let honest: string[]
let before: Awaited<ReturnType<typeof look>>
let seen: { height: number; tracker: string }[]
const s = noSecrets()

beforeAll(async () => {
  w = await electionsWorld()
  hall = await furnish(w, { delegates: 6 })
  id = await createIn(w, hall)
  const chair = await w.as("CHAIR")
  unwrap(await chair.post(contract.adoptRules, { id, basis: "大会举手表决通过", on: "2025-11-30" }))
  await makeKeys(w, id, ["S1", "S2", "S3"], s)
  const slips = await giveOut(w, id)
  unwrap(await chair.post(contract.open, { id }))
  const ballotOf = async (number: string, row: number[]) =>
    fill(w, id, await credentialOf(w, hall, id, number, s, slips), [row])
  honest = [
    await ballotOf("D1", [0, 1, 1, 0]),
    await ballotOf("D2", [0, 1, 0, 0]),
    await ballotOf("D3", [0, 0, 1, 1]),
    await ballotOf("D1", [0, 0, 0, 1]),
  ]
  seen = []
  for (const ballot of honest) {
    const { body } = await cast(w, id, ballot)
    seen.push({ height: body.height, tracker: trackerOf(ballot) })
  }
  before = await look()
}, 120_000)

/** What a delegate's browser, or anybody, is shown. */
async function look() {
  const { events, checkpoint, signingKey } = unwrap(await w.stranger.get(contract.board, { id }))
  return { lines: events, checkpoint: checkpoint!, key: signingKey, archive: await archiveOf(w, id) }
}
type Look = Awaited<ReturnType<typeof look>>

const chain = ({ lines }: Look) => brokenAt(lines, (text) => hexOf(trackerOf(text)), hexOf)
const alarm = ({ lines, checkpoint }: Look) => continuity(lines, checkpoint, before.checkpoint)
const stands = ({ lines }: Look, voter: number) => standsAt(lines[seen[voter]!.height], seen[voter]!)

/** SQL of who owns the database: past the guard of the append-only tables. */
const operator = (run: (sql: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>) =>
  w.world.db.scoped(w.university.id, async (tx) => {
    await tx.client.query("alter table election_event disable trigger append_only")
    await run((text, values) => tx.client.query(text, [tx.university, id, ...values]))
    await tx.client.query("alter table election_event enable trigger append_only")
  })

/** The box with these ballots instead, chained anew from the setup. */
const rewrite = (ballots: readonly string[], end: readonly EventType[] = []) =>
  operator(async (sql) => {
    const { hash: setup } = before.lines[0]!
    const timestamp = timestampOf(before.archive)
    await sql("delete from election_event where university_id = $1 and election_id = $2 and height > 0", [])
    let parent = { hash: setup, height: 0 }
    for (const text of [...ballots, ...end.map(() => null)]) {
      const type = text === null ? "EndBallots" : "Ballot"
      const made = eventRecords(timestamp, parent, type, text === null ? [] : [text])
      const credential = text === null ? null : (JSON.parse(text) as { credential: string }).credential
      await sql(
        `insert into election_event (university_id, election_id, height, type, hash, bytes, tracker, credential)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [made.height, type, made.hash, Buffer.from(made.bytes), text && trackerOf(text), credential],
      )
      parent = made
    }
    await sql(
      "update election_head set height = $3, hash = $4, ballots = $5 where university_id = $1 and election_id = $2",
      [parent.height, parent.hash, ballots.length],
    )
  })

/** The header's time, in the twelve octal digits of its record. */
const timestampOf = (archive: Uint8Array): number =>
  Number.parseInt(String.fromCharCode(...archive.subarray(136, 147)), 8)

beforeEach(async () => {
  await rewrite(honest)
  const now = await look()
  expect((await verifyArchive(now.archive)).error).toBeUndefined()
  expect([chain(now), alarm(now)]).toEqual([null, null])
  expect(await isSigned(now.checkpoint, before.key)).toBe(true)
  expect(seen.map((_, voter) => stands(now, voter))).toEqual([true, true, true, true])
  expect(continues(before.archive, now.archive).ok).toBe(true)
})

describe("an operator at the database of a vote under way", () => {
  it("who drops a ballot is told by its voter, and by everybody who saw the box before", async () => {
    await rewrite(honest.toSpliced(1, 1))
    const now = await look()
    expect((await verifyArchive(now.archive)).ok).toBe(true)
    expect(stands(now, 1)).toBe(false)
    expect(alarm(now)).toBe("shorter")
    await rewrite([...honest.toSpliced(1, 1), honest[1]!])
    expect(alarm(await look())).toBe("rewritten")
    expect(continues(before.archive, (await look()).archive).ok).toBe(false)
  })

  it("who adds a ballot of nobody on the list is told by the archive", async () => {
    const booth = unwrap(await w.stranger.get(contract.booth, { id }))
    const election = readElection(booth.election!)
    if (!election.ok) throw new Error(election.error)
    const group = await groupOf(booth.group)
    const { secret } = makeCredential(group, booth.uuid)
    await rewrite([...honest, encryptBallot(group, election.value, secret, [[0, 1, 0, 0]])])
    const now = await look()
    expect([chain(now), alarm(now)]).toEqual([null, null])
    expect((await verifyArchive(now.archive)).error).toContain("第5张选票：")
  })

  it("who replaces the text of a ballot is told by the archive, whether the chain is made anew or not", async () => {
    const json = JSON.parse(honest[1]!)
    const { choices } = json.answers[0]
    json.answers[0].choices = [choices[1], choices[0], ...choices.slice(2)]
    const other = JSON.stringify(json)
    await rewrite(honest.with(1, other))
    expect((await verifyArchive(await archiveOf(w, id))).error).toContain("第2张选票：选票签名")
    expect(alarm(await look())).toBe("rewritten")
    await rewrite(honest)
    const { bytes } = eventRecords(timestampOf(before.archive), before.lines[1]!, "Ballot", [other])
    await operator(async (sql) => {
      await sql(
        "update election_event set bytes = $3 where university_id = $1 and election_id = $2 and height = 2",
        [Buffer.from(bytes)],
      )
    })
    expect((await verifyArchive(await archiveOf(w, id))).error).toContain("衔接不上")
  })

  it("who reorders ballots so that an earlier vote counts is told by its voter", async () => {
    expect(countingOf(before.lines).has(seen[3]!.tracker)).toBe(true)
    await rewrite([honest[3]!, honest[1]!, honest[2]!, honest[0]!])
    const now = await look()
    expect((await verifyArchive(now.archive)).ok).toBe(true)
    expect(countingOf(now.lines).has(seen[3]!.tracker)).toBe(false)
    expect([stands(now, 3), alarm(now)]).toEqual([false, "rewritten"])
  })

  it("who shows two people different boxes signs the proof of it", async () => {
    const mine = await look()
    await rewrite(honest.slice(0, 3).concat(honest[3]!).toReversed())
    const yours = await look()
    for (const shown of [mine, yours]) {
      expect(chain(shown)).toBeNull()
      expect(continuity(shown.lines, shown.checkpoint, null)).toBeNull()
      expect(await isSigned(shown.checkpoint, before.key)).toBe(true)
    }
    expect(contradict(mine.checkpoint, yours.checkpoint)).toBe(true)
    // The hall screen can show one of the two codes only.
    const { checkpoint } = unwrap(await w.stranger.get(contract.panel, { id }))
    expect(checkpoint!.code).toBe(codeOfHash(yours.checkpoint.hash))
    expect(checkpoint!.code).not.toBe(mine.checkpoint.code)
  })

  it("who ends the vote for some and not for others is told in the same way", async () => {
    const mine = await look()
    await rewrite(honest.slice(0, 3), ["EndBallots"])
    const yours = await look()
    expect([chain(yours), stands(yours, 3)]).toEqual([null, false])
    expect(alarm(yours)).toBe("rewritten")
    expect(contradict(mine.checkpoint, yours.checkpoint)).toBe(true)
  })
})
