import { unwrap } from "@qiaoliang/basics"
import { beforeAll, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { TestWorld } from "#kit/server/test-world.ts"
import { assemblyById, theAssembly } from "#modules/assembly/index.ts"
import { move } from "#modules/courses/contract.ts"
import { courseById } from "#modules/courses/index.ts"
import { openPosts } from "#modules/unions/index.ts"
import { giveOut, holdVote, makeKeys, noSecrets, registerPhones } from "./browsers.ts"
import { checkIn, createIn, electionsWorld, furnish, type Hall } from "./build.ts"
import * as contract from "./contract.ts"
import { documents, hallPanels, readiness } from "./index.ts"

let w: TestWorld
let hall: Hall
const s = noSecrets()
const chair = () => w.as("CHAIR")

beforeAll(async () => {
  w = await electionsWorld()
  hall = await furnish(w, { delegates: 8, present: 6 })
  await registerPhones(w, hall.assembly, hall.delegates, s)
}, 120_000)

const hold = (id: string, choices: readonly number[][][], trustees: readonly string[]) =>
  holdVote(w, hall, id, choices, trustees, s)

it("is told to be missing while nothing is arranged", async () => {
  await w.world.within(w.university, nobody, async (ctx) => {
    const assembly = (await assemblyById(ctx.tx, hall.assembly))!
    expect((await readiness(ctx, assembly)).map((r) => r.ready)).toEqual([false, false])
  })
})

it("holds a second round for an open seat with the same keys, all trustees needed", async () => {
  const first = await createIn(w, hall, { seats: 1, trust: { kind: "mandatory", threshold: 3 } })
  await makeKeys(w, first, ["S1", "S2", "S3"], s)
  unwrap(
    await (await chair()).post(contract.adoptRules, { id: first, basis: "大会表决通过", on: "2025-11-30" }),
  )
  // Three each of six present: nobody has more than half, so the seat stays open and all three stand again.
  const seen = await hold(
    first,
    [[[0, 1, 0, 0]], [[0, 1, 0, 0]], [[0, 1, 0, 0]], [[0, 0, 1, 0]], [[0, 0, 1, 0]], [[0, 0, 1, 0]]],
    ["S1", "S2", "S3"],
  )
  expect(seen).toMatchObject({ state: "counted", next: "next-round", result: { elected: [], open: 1 } })

  const second = unwrap(await (await chair()).post(contract.nextRound, { id: first })).id
  const again = unwrap(await (await chair()).get(contract.one, { id: second }))
  expect(again).toMatchObject({ round: 2, seats: 1, mode: "surplus" })
  expect(again.requirements.filter((r) => !r.ready).map((r) => r.key)).toEqual(["credentials"])
  const rows = [[0, 1, 0, 0]]
  const then = await hold(second, [rows, rows, rows, rows, [[0, 0, 1, 0]]], ["S2", "S3", "S1"])
  expect(then).toMatchObject({ state: "counted", result: { elected: ["丁一"], recovered: 5, open: 0 } })

  await w.world.db.scoped(w.university.id, async (tx) => {
    expect(
      (await hallPanels(tx, hall.assembly)).map((p) => [p.state, p.lines.at(-1), p.actions.length]),
    ).toEqual([
      ["done", "尚有1个名额未选出", 0],
      ["done", "当选：丁一", 1],
    ])
  })

  await w.world.within(w.university, nobody, async (ctx) => {
    const of = unwrap(await theAssembly(ctx, { assembly: hall.assembly }))
    const list = await documents(ctx, of)
    expect(list.map((d) => [d.title, d.waits])).toEqual([
      ["主席团选举办法", null],
      ["主席团选举结果报告单", null],
      ["主席团选举结果公告", "向大会公告"],
      ["主席团选举结果报告单（第2轮）", null],
      ["主席团选举结果公告（第2轮）", "向大会公告"],
    ])
  })

  // A result the Party committee does not ratify seats nobody.
  const { course } = unwrap(await (await chair()).post(contract.announce, { id: second }))
  const { state } = (await w.world.db.scoped(w.university.id, (tx) => courseById(tx, course)))!
  expect(state.status).toBe("open")
  unwrap(
    await (await w.as("PARTY")).post(move, {
      id: course,
      move: { kind: "refuse", step: "ratified", because: "选举程序需要重新核实" },
    }),
  )
  expect(unwrap(await (await chair()).get(contract.one, { id: second })).state).toBe("refused")
  const posts = await w.world.db.scoped(w.university.id, (tx) => openPosts(tx, hall.union))
  expect(posts.map((p) => p.number)).toEqual(["OLD1", "C1"])
})

it("holds an 等额 vote with a verdict on each; a hall below five has no electronic vote", async () => {
  const id = await createIn(w, hall, { candidates: ["C3", "C4"] })
  await makeKeys(w, id, ["S1", "S2", "S3"], s)
  unwrap(await (await chair()).post(contract.adoptRules, { id, basis: "大会表决通过", on: "2025-11-30" }))
  await checkIn(w, hall.assembly, ["D5", "D6"], "out")
  await expect(giveOut(w, id)).rejects.toThrow("不能保守秘密")
  await checkIn(w, hall.assembly, ["D5", "D6"])
  const yes = [1, 0, 0]
  const no = [0, 1, 0]
  const seen = await hold(
    id,
    [
      [yes, no],
      [yes, no],
      [yes, [0, 0, 1]],
      [yes, yes],
    ],
    ["S1", "S3"],
  )
  expect(seen.mode).toBe("equal")
  expect(seen.result!.candidates).toEqual([
    { name: "李三", for: 4, against: 0, abstain: 0, illegible: 0, share: "66.67%", fate: "elected" },
    { name: "赵四", for: 1, against: 2, abstain: 1, illegible: 0, share: "16.67%", fate: "remaining" },
  ])
})

it("starts the keys again where a trustee blames another, and forgets the old ones", async () => {
  const id = await createIn(w, hall, {
    office: "other",
    post: "出席上级学代会代表",
    candidates: ["C3", "C4"],
    title: "选举出席上级学代会代表",
  })
  await makeKeys(w, id, ["S1", "S2", "S3"], noSecrets(), 2)
  const [first, second] = [await w.as("S1"), await w.as("S2")]
  const post = (kind: "blame" | "output", body: string) =>
    second.post(contract.postMessage, { id, kind, body })
  expect(unwrap(await second.get(contract.trustee, { id })).next).toBe("output")
  expect(await post("output", JSON.stringify({ pok: {}, public_key: "0".repeat(64) }))).toMatchObject({
    status: 400,
  })
  expect(await post("blame", '{"blame":4}')).toMatchObject({ status: 400 })
  expect(unwrap(await post("blame", '{"blame":3}'))).toEqual({ next: "blamed" })
  const seen = unwrap(await (await chair()).get(contract.one, { id }))
  expect(seen.trustees[1]).toMatchObject({ number: "S2", blames: 3, done: ["cert", "deal"] })
  expect(seen.requirements.find((r) => r.key === "keys")).toMatchObject({ ready: false })
  expect(await second.post(contract.restartKeys, { id, because: "换了手机" })).toMatchObject({ status: 403 })
  unwrap(await first.post(contract.restartKeys, { id, because: "换了手机" }))
  expect(unwrap(await first.get(contract.trustee, { id }))).toMatchObject({
    attempt: 2,
    next: "cert",
    certs: [null, null, null],
  })
})

it("adopts the rules of the votes under preparation with the hall's own vote on them, and with no other", async () => {
  const id = await createIn(w, hall, {
    office: "other",
    post: "常任代表",
    candidates: ["C3", "C4"],
    title: "选举常任代表",
  })
  const decided = (kind: string, outcome: string) =>
    w.world.within(w.university, nobody, (ctx) =>
      ctx.emit("hall.decided", { assembly: hall.assembly, item: "I1", kind, outcome, vote: "V1" }),
    )
  const seen = async () => unwrap(await (await chair()).get(contract.one, { id })).requirements
  const ready = async () => (await seen()).find((r) => r.key === "rules")?.ready
  await decided("rules", "rejected")
  await decided("charter", "adopted")
  expect(await ready()).toBe(false)
  await decided("rules", "adopted")
  expect(await ready()).toBe(true)
})
