import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { mine } from "#modules/home/contract.ts"
import { homeModule } from "#modules/home/index.ts"
import { addStudent } from "#modules/selection/build.ts"
import { createIn, electionsWorld, furnish } from "./build.ts"
import { concerns } from "./index.ts"
import { changeElection, insertIssue } from "./store.ts"

describe("the votes of a student", () => {
  let w: TestWorld
  let id: string
  beforeAll(async () => {
    w = await electionsWorld([homeModule([concerns])])
    const hall = await furnish(w)
    for (const number of ["D1", "S9"]) await addStudent(w, { number, name: number })
    id = await createIn(w, hall)
  }, 120_000)

  const told = async (number: string) =>
    unwrap(await (await w.as(number)).get(mine, {})).items.map((i) => [i.state, i.note, i.href])
  const change = (of: Parameters<typeof changeElection>[2]) =>
    w.world.db.scoped(w.university.id, (tx) => changeElection(tx, [id], of))

  it("say nothing while a vote is prepared", async () => {
    expect(await told("D1")).toEqual([])
  })

  it("wait for whoever was given a ballot; others may watch the board", async () => {
    await change({ state: "open" })
    const officer = { number: "CRED", name: "CRED号" }
    await w.world.db.scoped(w.university.id, (tx) =>
      insertIssue(
        tx,
        { electionId: id, version: 1, credentials: "[]", issued: 1, officer, at: w.world.clock() },
        [{ electionId: id, version: 1, number: "D1", key: null, sealed: null }],
      ),
    )
    const name = "桥梁大学第三十三次学生代表大会"
    expect(await told("D1")).toEqual([["todo", `请投票：${name}`, `/vote/${id}`]])
    expect(await told("S9")).toEqual([["plain", `代表正在投票：${name}`, `/vote/${id}/board`]])
    expect(await told("PARTY")).toEqual([])
    const other = await w.addUniversity("邻校")
    expect(unwrap(await (await w.as("D1", other)).get(mine, {})).items).toEqual([])
  })

  it("are quiet once closed, until the result is announced", async () => {
    await change({ state: "closed" })
    expect(await told("D1")).toEqual([])
  })
})
