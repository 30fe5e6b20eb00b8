import { beforeAll, describe, expect, it } from "vitest"
import { archiveOf, hold, singles, smallElection } from "./for-tests.ts"
import { groupOf, verifyArchive } from "./index.ts"

type Small = Awaited<ReturnType<typeof smallElection>>
let small: Small
let events: ReturnType<typeof hold>
beforeAll(async () => {
  small = await smallElection((group) => singles(group, 2))
  events = hold(small.prepared, small.ballots)
})

describe("an honest archive", () => {
  it("verifies, the last ballot of a voter counted", async () => {
    const verified = await verifyArchive(archiveOf(events))
    expect(verified.error).toBeUndefined()
    expect(verified).toMatchObject({ ok: true, ballots: 3, counted: 2, result: small.result })
  })
  it("verifies with the second implementation", async () => {
    const noble = await verifyArchive(archiveOf(events), { group: (name) => groupOf(name, "noble") })
    expect(noble).toMatchObject({ ok: true, result: small.result })
  })
  it("is in progress while open", async () => {
    const verified = await verifyArchive(archiveOf(events.slice(0, 3)))
    expect(verified).toMatchObject({ ok: true, ballots: 2, inProgress: true })
    expect(verified.result).toBeUndefined()
  })
})
