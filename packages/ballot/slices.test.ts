import { describe, expect, it } from "vitest"
import { archiveOf, hold, singles, smallElection, swapped } from "./for-tests.ts"
import { checkInSlices, checkSlice, type SliceCheck, type VerifyStep, verifyArchive } from "./index.ts"

const { prepared, ballots, result } = await smallElection((group) => singles(group, 1))
const { group, election, publics: credentials } = prepared
const own: SliceCheck = async (slice) => checkSlice(group, { election, credentials }, slice)

describe("slices", () => {
  it("are all of the ballots once, however many threads there are", async () => {
    for (const threads of [1, 2, 15])
      for (const count of [0, 1, 2, 31, 300]) {
        const seen: string[] = []
        const told: number[] = []
        const list = Array.from({ length: count }, (_, i) => `${i}`)
        const thread: SliceCheck = async (slice) => {
          expect(slice.ballots).toEqual(list.slice(slice.from, slice.from + slice.ballots.length))
          expect(slice.ballots.length).toBeLessThanOrEqual(40)
          seen.push(...slice.ballots)
          return null
        }
        const all = Array.from({ length: threads }, () => thread)
        expect(await checkInSlices(list, all, (done) => told.push(done), 40)).toBeNull()
        expect(seen.toSorted()).toEqual(list.toSorted())
        expect(told.at(-1) ?? 0).toBe(count)
      }
  })
  it("answer the first fault, also where a later one is found before", async () => {
    const list = Array.from({ length: 30 }, (_, i) => `${i}`)
    const found: SliceCheck = async ({ from, ballots: some }) => {
      const at = some.findIndex((b) => b === "3" || b === "20")
      if (at >= 0 && from + at === 3) await new Promise((done) => setTimeout(done, 20))
      return at < 0 ? null : { at: from + at, error: "" }
    }
    expect(await checkInSlices(list, Array(8).fill(found), () => {})).toMatchObject({ at: 3 })
  })
})

describe("what follows the ballots, reckoned while others check them", () => {
  const verified = async (bytes: Uint8Array) => {
    const steps: VerifyStep[] = []
    const outcome = await verifyArchive(bytes, {
      step: (step) => steps.push(step),
      check: (_, texts, progress) => checkInSlices(texts, [own, own], progress),
    })
    return { outcome, steps }
  }
  it("counts where they hold", async () => {
    const { outcome, steps } = await verified(archiveOf(hold(prepared, ballots)))
    expect(outcome).toMatchObject({ ok: true, ballots: 3, counted: 2, result })
    expect(steps).toEqual(["chain", "setup", "ballots", "tally", "decryptions", "result"])
  })
  it("is not asked where one does not: the fault told is the ballot's", async () => {
    const forged = ballots.with(1, swapped(ballots[1]!))
    const { outcome, steps } = await verified(archiveOf(hold(prepared, forged)))
    expect(outcome).toMatchObject({ ok: false, error: "第2张选票：选票签名所签的内容与选票不符" })
    expect(outcome.result).toBeUndefined()
    expect(steps.at(-1)).toBe("ballots")
  })
  it.each(["{}", "[", "null", '{"credential":"x","answers":[]}'])("is not thrown at by %s", async (text) => {
    const events = hold(prepared, ballots).map((event) =>
      event[0] === "Ballot" && event[1] === ballots[1] ? (["Ballot", text] as const) : event,
    )
    const { outcome, steps } = await verified(archiveOf(events))
    expect(outcome.error).toMatch(/^第2张选票：/)
    expect(steps.at(-1)).toBe("ballots")
  })
  it("tells what is wrong behind ballots that hold", async () => {
    const lie = JSON.stringify({ result: result.map((row) => row.toReversed()) })
    const { outcome, steps } = await verified(archiveOf(hold(prepared, ballots, { result: lie })))
    expect(outcome).toMatchObject({ ok: false, error: "公布的结果与解密得到的结果不同" })
    expect(steps.at(-1)).toBe("result")
  })
})
