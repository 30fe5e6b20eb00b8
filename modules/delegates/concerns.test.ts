import { newId, unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { mine } from "#modules/home/contract.ts"
import { homeModule } from "#modules/home/index.ts"
import { addAssembly, delegatesWorld, furnish, within } from "./build.ts"
import { concerns, insertDelegates } from "./index.ts"

describe("who represents a student", () => {
  let w: TestWorld
  beforeAll(async () => {
    w = (await delegatesWorld([homeModule([concerns])])).w
    const { school, science } = await furnish(w)
    const seat = (assemblyId: string, number: string, name: string, faculty: string, className: string) => ({
      id: newId(),
      assemblyId,
      number,
      name,
      voting: true,
      source: "class" as const,
      faculty,
      grade: 2023,
      className,
      society: null,
      cadre: false,
      delegation: `${faculty}代表团`,
      head: false,
      from: "2025-11-01" as const,
      to: null,
    })
    const coming = await addAssembly(w, school, { name: "第三十三次学代会", state: "convened" })
    const quiet = await addAssembly(w, school, { name: "还在筹备", state: "preparing" })
    const theirs = await addAssembly(w, science, { name: "理学院学代会", state: "open", day: "2025-11-17" })
    await within(w, (ctx) =>
      insertDelegates(
        ctx.tx,
        [
          seat(coming, "C1-01", "欧阳若曦", "文学院", "中文2301班"),
          seat(coming, "M1-01", "李明哲", "理学院", "数学2301班"),
          seat(quiet, "C1-02", "赵一帆", "文学院", "中文2301班"),
          seat(theirs, "M1-02", "王雨桐", "理学院", "数学2301班"),
        ],
        "test",
      ),
    )
  })

  const told = async (number: string) =>
    unwrap(await (await w.as(number)).get(mine, {})).items.map((i) => `${i.title}（${i.note}）`)

  it("is told of the own class, at assemblies that are called or sit, of the own unions", async () => {
    expect(await told("C1-05")).toEqual(["我班代表：欧阳若曦（第三十三次学代会，12月20日）"])
    expect((await told("M1-05")).toSorted()).toEqual([
      "我班代表：李明哲（第三十三次学代会，12月20日）",
      "我班代表：王雨桐（理学院学代会，11月17日）",
    ])
  })

  it("is told of the own faculty where the class has none, and of the own seat", async () => {
    expect(await told("C2-05")).toEqual(["我院代表：欧阳若曦（第三十三次学代会，12月20日）"])
    expect(await told("C1-01")).toEqual(["我是正式代表（第三十三次学代会，12月20日）"])
  })

  it("is told nothing of another university, nor to whoever is no student", async () => {
    expect(await told("L1")).toEqual([])
    const other = await w.addUniversity("邻校")
    expect(unwrap(await (await w.as("C1-05", other)).get(mine, {})).items).toEqual([])
    expect((await w.stranger.get(mine, {})).status).toBe(401)
  })
})
