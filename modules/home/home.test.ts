import { unwrap } from "@qiaoliang/basics"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import type { ConcernSource } from "#kit/server/concern.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { addStudent, form, openCallBy } from "#modules/calls/build.ts"
import { apply, work } from "#modules/calls/contract.ts"
import { callsModule, concerns as ofCalls } from "#modules/calls/index.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { mine } from "./contract.ts"
import { homeModule } from "./index.ts"
import { inOrder } from "./order.ts"

it("puts what waits first, by its last day, then what is new", () => {
  const of = (title: string, more: object = {}) => ({ heading: "needs" as const, title, href: "/x", ...more })
  const sorted = inOrder([
    of("stands"),
    of("stands until", { by: "2025-11-20" }),
    of("new", { state: "news" }),
    of("waits", { state: "todo" }),
    of("waits until", { state: "todo", by: "2025-11-16" }),
  ])
  expect(sorted.map((c) => c.title)).toEqual(["waits until", "waits", "new", "stands until", "stands"])
  expect(sorted.at(-1)?.state).toBe("plain")
})

describe("home.mine", () => {
  let w: TestWorld
  let league: Person
  let school: string
  let call: string
  beforeAll(async () => {
    const modules = [charterModule(articles), congressModule, callsModule(() => []), homeModule([ofCalls])]
    w = await testWorld({ modules })
    for (const f of ["文学院", "数学学院"]) await addFaculty(w, f)
    school = await addUnion(w, { name: "校学生会" })
    const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
    await hold(w, { kind: "school-league", number: "L1" })
    await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
    await addStudent(w, { number: "S36", rank: "36/120", name: "陈思远" })
    await addStudent(w, { number: "S37", rank: "37/120" })
    await addStudent(w, { number: "M1", rank: null, faculty: "数学学院" })
    league = await w.as("L1")
    call = await openCallBy(league, school, ["school-member"])
    await openCallBy(await w.as("F1"), faculty, ["faculty-staff"])
  })

  const lines = async (number: string) =>
    unwrap(await (await w.as(number)).get(mine, {})).items.map((i) => [i.title, i.note, i.by])

  it("refuses the stranger", async () => {
    expect(await w.stranger.get(mine, {})).toMatchObject({ status: 401 })
  })

  it("says which calls are open to me, and whether I qualify by my record", async () => {
    const school = "校学生会：工作人员选拔通知"
    const faculty = "文学院学生会：工作人员选拔通知"
    const by = "2025-11-30"
    expect(await lines("S36")).toEqual(
      expect.arrayContaining([
        [school, "我符合条件", by],
        [faculty, "我符合条件", by],
      ]),
    )
    expect(await lines("S37")).toContainEqual([school, "我不符合条件", by])
    expect(await lines("M1")).toEqual([[school, "有条件待核实", by]])
  })

  it("knows who is in the register, and who is not", async () => {
    expect(unwrap(await (await w.as("S36")).get(mine, {})).student).toEqual({
      name: "陈思远",
      faculty: "文学院",
      className: "汉语2301",
    })
    const other = unwrap(await league.get(mine, {}))
    expect(other.student).toBeNull()
    expect(other.items.map((i) => i.note)).toContain("名册中没有我，须核对学籍")
  })

  it("says of a call I have answered where it stands, to nobody else", async () => {
    const me = await w.as("S36")
    const { posts } = unwrap(await league.get(work, { id: call }))
    unwrap(await me.post(apply, { callId: call, postId: posts[0]!.id, ...form }))
    const applied = ["校学生会：学业发展部工作部门成员", "已报名，选拔进行中", undefined]
    expect(await lines("S36")).toContainEqual(applied)
    expect(await lines("S37")).not.toContainEqual(applied)
  })

  it("knows nothing of another university", async () => {
    const other = await w.addUniversity("邻校")
    await addStudent(w, { number: "S36", rank: "1/120" }, other)
    const answer = unwrap(await (await w.as("S36", other)).get(mine, {}))
    expect(answer).toMatchObject({ student: { name: "学生S36" }, items: [], missing: [] })
  })
})

describe("a room that fails", () => {
  afterEach(() => vi.restoreAllMocks())

  it("hides no other; it is logged under the number the page shows", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {})
    const broken: ConcernSource = async (ctx) => {
      await ctx.tx.client.query("select from nothing_of_the_kind")
      return []
    }
    const fine =
      (title: string): ConcernSource =>
      async (ctx) => {
        const { rows } = await ctx.tx.client.query<{ n: number }>("select 1 as n")
        return [{ heading: "needs", title: `${title}${rows[0]?.n}`, href: "/needs/x" }]
      }
    const w = await testWorld({ modules: [homeModule([fine("a"), broken, fine("b")])] })
    const answer = unwrap(await (await w.as("S1")).get(mine, {}))
    expect(answer.items.map((i) => i.title)).toEqual(["a1", "b1"])
    expect(answer.missing).toHaveLength(1)
    expect(logged).toHaveBeenCalledWith("home.mine", answer.missing[0], expect.any(Error))
  })
})
