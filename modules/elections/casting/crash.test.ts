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

/** How often the server is killed: a minute or two. */
const kills = 100
const voters = 24
/** Each votes again, as often as it takes to have new ballots on their way at every kill. */
const turns = Math.ceil(kills / 5)
const choices = [
  [0, 1, 1, 0],
  [0, 1, 0, 0],
]

let w: TestWorld
let id: string
let ballots: string[][]
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
  ballots = []
  for (const secret of slips.values()) {
    const own: string[] = []
    for (let i = turns; i > 0; i--) own.push(await fill(w, id, secret, [choices[(i - 1) % 2]!]))
    ballots.push(own)
  }
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
  let killed = 0
  const killing = (async () => {
    while (killed < kills) {
      await sleep(20 + ((killed * 97) % 400))
      await kill()
      await start()
      killed++
    }
  })()
  // One after another in two lines, so that each kill finds some on their way: turn after turn, then all of them again.
  const inTurns = (some: readonly string[][]) =>
    Array.from({ length: turns }, (_, i) => some.map((own) => own[i]!)).flat()
  const inLine = async (line: readonly string[]) => {
    do
      for (const ballot of line) {
        await persist(ballot, acknowledged)
        await sleep(60)
      }
    while (killed < kills)
  }
  const half = voters / 2
  const lines = [inTurns(ballots.slice(0, half)), inTurns(ballots.slice(half))]
  await Promise.all([killing, ...lines.map(inLine)])
  const heights = new Map(acknowledged)
  await Promise.all(lines.flat().map((ballot) => persist(ballot, acknowledged)))
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
    ballots: voters * turns,
    counted: voters,
    result: [[0, voters, voters, 0]],
  })
}, 900_000)
