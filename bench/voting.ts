import { once } from "node:events"
import { Worker } from "node:worker_threads"
import {
  groupOf,
  makeCredential,
  makeTrusteeKey,
  newUuid,
  setupPayloads,
  writeCredentials,
  writeElection,
  writeTrustees,
} from "@qiaoliang/ballot"
import { newId } from "@qiaoliang/basics"
import { modules } from "#apps/server/modules.ts"
import { createApp } from "#kit/server/http.ts"
import { migrateAll } from "#kit/server/migrate.ts"
import { World } from "#kit/server/world.ts"
import { boxesOf } from "#modules/elections/casting/box.ts"
import { beginChain, headOf } from "#modules/elections/casting/chain.ts"
import { slot } from "#modules/elections/casting/slot.ts"
import { insertElection } from "#modules/elections/store.ts"
import { addUniversity, asOf, type Ground } from "./product.ts"
import { type Line, timed } from "./report.ts"

/** How long a hall may take: seconds. */
const aim = 60
const atOnce = 200

/** A hall of delegates who all vote at once, over real HTTP; every ballot in the box at the end. */
export async function votingLines(ground: Ground, voters = 3000): Promise<Line[]> {
  const { url } = await ground.database()
  await migrateAll(url, modules)
  const box = { name: "elections", at: import.meta.url, clauses: [], served: [], routes: slot }
  const world = new World({ url, modules: [box], identify: async () => null })
  const app = await createApp(world, { quiet: true })
  try {
    const { id, university, ballots } = await openVote(world, voters)
    const address = await app.listen({ port: 0, host: "127.0.0.1" })
    const waits: number[] = []
    let turnedAway = 0
    const taken = await timed(() =>
      inTurns(ballots, atOnce, async (ballot) => {
        const sent = performance.now()
        while (!(await cast(`${address}/api/elections/ballots/${id}`, ballot))) {
          turnedAway++
          await new Promise((resume) => setTimeout(resume, 200))
        }
        waits.push(performance.now() - sent)
      }),
    )
    const head = await world.db.scoped(university, (tx) => headOf(tx, id))
    if (head?.ballots !== voters) throw new Error(`${head?.ballots} ballots in the box of ${voters} sent`)
    const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)]!
    const rate = (voters / taken) * 1000
    return [
      {
        name: `voting: ${voters} delegates at once, of ${aim} s`,
        figure: taken / 1000 / aim,
        aim: 1,
        raw: `${(taken / 1000).toFixed(1)} s; ${rate.toFixed(0)} a second, p99 ${(p99 / 1000).toFixed(1)} s, ${turnedAway} asked to retry, none lost`,
      },
    ]
  } finally {
    await app.close()
    await boxesOf(world).close()
    await world.close()
  }
}

async function cast(to: string, body: string): Promise<boolean> {
  const answer = await fetch(to, { method: "POST", headers: { "content-type": "application/json" }, body })
  if (answer.status !== 200 && answer.status !== 503) throw new Error(await answer.text())
  await answer.arrayBuffer()
  return answer.status === 200
}

async function inTurns<T>(of: readonly T[], lines: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = of.values()
  await Promise.all(
    Array.from({ length: lines }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}

/** An open vote on five candidates, three answers each, with a ballot filled in for everybody. */
async function openVote(world: World, voters: number) {
  const { id: university } = await addUniversity(world, "投票大学")
  const group = await groupOf("Ed25519")
  const uuid = newUuid()
  const trustees = writeTrustees([1, 2].map(() => makeTrusteeKey(group).public))
  const names = ["甲", "乙", "丙", "丁", "戊"]
  const questions = names.map((question) => ({ question, answers: ["赞成", "反对", "弃权"], min: 1, max: 1 }))
  const text = writeElection(group, uuid, { name: "选举", description: "", questions }, trustees)
  const made = Array.from({ length: voters }, () => makeCredential(group, uuid))
  const credentials = writeCredentials(made.map((c) => c.public))
  const id = newId()
  await world.db.scoped(university, async (tx) => {
    await insertElection(tx, {
      id,
      assemblyId: "a",
      unionId: "u",
      uuid,
      series: id,
      previous: null,
      round: 1,
      title: "选举",
      office: "presidium",
      post: "主席团成员",
      seats: 5,
      mode: "equal",
      method: "electronic",
      group: "Ed25519",
      tie: "vacant",
      candidates: [],
      trust: { kind: "mandatory", threshold: 2 },
      trustees: [],
      attempt: 1,
      tellers: [],
      state: "open",
      rules: null,
      rulesBasis: null,
      rulesOn: null,
      present: voters,
      openedAt: new Date(`${asOf}T02:00:00Z`),
      closedAt: null,
      countedOn: null,
      announcedOn: null,
      courseId: null,
      ratifiedOn: null,
      filedOn: null,
      receipt: null,
      because: null,
      result: null,
    })
    const setup = setupPayloads(text, trustees, credentials)
    await beginChain(
      tx,
      { electionId: id, timestamp: 1_763_000_000, election: text, trustees, credentials },
      setup,
    )
  })
  const half = Math.ceil(voters / 2)
  const parts = [made.slice(0, half), made.slice(half)].map(async (part) => {
    const workerData = { text, secrets: part.map((c) => c.secret) }
    const worker = new Worker(new URL("./voting-ballots.ts", import.meta.url), { workerData })
    const [ballots] = (await once(worker, "message")) as [string[]]
    return ballots
  })
  return { id, university, ballots: (await Promise.all(parts)).flat() }
}
