import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { trackerOf, verifyArchive } from "@qiaoliang/ballot"
import { unwrap } from "@qiaoliang/basics"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { archiveOf, fill, giveOut, makeKeys, noSecrets, openBox } from "../browsers.ts"
import { createIn, electionsWorld, furnish } from "../build.ts"
import * as contract from "../contract.ts"

/** How often the server is killed; `QIAOLIANG_KILLS=100` is the whole rehearsal, some three minutes. */
const kills = Number(process.env.QIAOLIANG_KILLS ?? 20)
const voters = 24

let w: TestWorld
let id: string
let ballots: string[]
let port: number
let server: ChildProcess | undefined
const s = noSecrets()

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

async function start(): Promise<void> {
  server = fork(
    fileURLToPath(new URL("./server-for-tests.ts", import.meta.url)),
    [w.world.url, String(port)],
    {
      stdio: "ignore",
      execArgv: [],
    },
  )
  await once(server, "message")
}

async function kill(): Promise<void> {
  const gone = once(server!, "exit")
  server!.kill("SIGKILL")
  await gone
}

beforeAll(async () => {
  w = await electionsWorld()
  const hall = await furnish(w, { delegates: voters })
  id = await createIn(w, hall, { trust: { kind: "mandatory", threshold: 3 } })
  await makeKeys(w, id, ["S1", "S2", "S3"], s)
  const chair = await w.as("CHAIR")
  unwrap(await chair.post(contract.adoptRules, { id, basis: "大会表决通过", on: "2025-11-30" }))
  const slips = await giveOut(w, id)
  unwrap(await chair.post(contract.open, { id }))
  ballots = await Promise.all([...slips.values()].map((secret) => fill(w, id, secret, [[0, 1, 1, 0]])))
  port = await freePort()
}, 120_000)
afterAll(() => void server?.kill("SIGKILL"))

/** As a phone does it: the same ballot again and again until the box says that it has it. */
async function persist(ballot: string, acknowledged: Map<string, number>): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/elections/ballots/${id}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: ballot,
      })
      if (answer.status === 200) {
        const { height } = (await answer.json()) as contract.Accepted
        acknowledged.set(trackerOf(ballot), height)
        return
      }
      if (answer.status !== 503) throw new Error(`${answer.status} ${await answer.text()}`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await sleep(50)
  }
}

it(`loses no acknowledged ballot and counts none twice when killed ${kills} times while voting`, async () => {
  const acknowledged = new Map<string, number>()
  await start()
  const voting = { over: false }
  const killing = (async () => {
    for (let i = 0; i < kills && !voting.over; i++) {
      await sleep(20 + ((i * 97) % 400))
      await kill()
      await start()
    }
  })()
  // Sent one after another in two lines, so that each kill finds some on their way; then all of them again.
  const half = ballots.length / 2
  const inLine = async (line: readonly string[]) => {
    for (const ballot of line) {
      await persist(ballot, acknowledged)
      await sleep(60)
    }
  }
  await Promise.all([inLine(ballots.slice(0, half)), inLine(ballots.slice(half))])
  voting.over = true
  await killing
  const heights = new Map(acknowledged)
  await Promise.all(ballots.map((b) => persist(b, acknowledged)))
  expect(acknowledged).toEqual(heights)
  await kill()
  server = undefined

  const board = unwrap(await w.stranger.get(contract.board, { id }))
  const inBox = new Map(board.events.flatMap((e) => (e.tracker ? [[e.tracker, e.height] as const] : [])))
  expect(inBox).toEqual(heights)
  unwrap(await (await w.as("CHAIR")).post(contract.close, { id }))
  await openBox(w, id, ["S1", "S2", "S3"], s)
  const verified = await verifyArchive(await archiveOf(w, id))
  expect(verified).toMatchObject({
    ok: true,
    ballots: voters,
    counted: voters,
    result: [[0, voters, voters, 0]],
  })
}, 600_000)
