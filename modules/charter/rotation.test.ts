import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { importsModule } from "#modules/imports/index.ts"
import { hold } from "#modules/offices/build.ts"
import { rostersImport, unions, unionsOf } from "#modules/unions/index.ts"
import { rostersOn } from "#modules/unions/store.ts"
import * as contract from "./contract.ts"
import { charterModule, rotatingOn } from "./index.ts"

const imports = importsModule([rostersImport(rotatingOn)])

let w: TestWorld
let league: Person
let school: string

const presidium = [
  ["李甲", "主席"],
  ["李乙", "副主席"],
  ["李丙", "学生会副主席"],
  ["李丁", "执行主席"],
  ["李戊", "主席团成员"],
] as const

/** Bring the school union's roster in; answers what was refused. */
async function bring(asOf: string, ask: readonly (readonly [string, string])[] = presidium) {
  const lines = ["明湖大学学生会工作人员名单,,", "姓名,职务,部门", ...ask.map(([n, t]) => `${n},${t},主席团`)]
  const bytes = new TextEncoder().encode(lines.join("\n"))
  const done = unwrap(await imports.work().bring(w.university, nobody, { fileName: "名单.csv", bytes, asOf }))
  return done.problems.filter((p) => p.kind === "refused")
}

const kinds = (day: string) =>
  w.world.db.scoped(w.university.id, async (tx) =>
    (await rostersOn(tx, [school], day)).get(school)?.map((p) => `${p.name} ${p.title} ${p.kind}`),
  )

beforeAll(async () => {
  w = await testWorld({ modules: [imports, unions, charterModule([])] })
  await hold(w, { kind: "school-league", number: "L1" })
  league = await w.as("L1")
})

describe("主席、副主席 on an imported roster (2.2b)", () => {
  it("are taken while no charter has adopted the rotation", async () => {
    expect(await bring("2025-09-01")).toEqual([])
    const [union] = await w.world.db.scoped(w.university.id, (tx) => unionsOf(tx))
    school = union!.id
    const charter = { name: "章程", adoptedBy: "第三十次", public: true, words: "第一条" }
    unwrap(await league.post(contract.adopt, { union: school, adoptedOn: "2024-10-20", ...charter }))
    expect(await bring("2025-09-02")).toEqual([])
  })
  it("are taken on a day before the rotation, refused from its first", async () => {
    unwrap(
      await league.post(contract.adoptRotation, { union: school, from: "2025-10-01", source: "章程第九条" }),
    )
    expect(await bring("2025-09-30")).toEqual([])
    const refused = await bring("2025-10-01")
    expect(refused).toMatchObject([
      {
        file: "名单.csv",
        row: 3,
        clause: "2.2b",
        because: "李甲列为“主席”：本会章程已实行轮值制度，不设主席、副主席",
      },
      { row: 4, clause: "2.2b" },
      { row: 5, clause: "2.2b" },
    ])
    for (const r of refused) expect(r.cure).toBe("改设执行主席，由主席团成员按学期轮值")
  })
  it("stay in the presidium they were elected into", async () => {
    expect(await kinds("2025-10-01")).toEqual(presidium.map(([name, title]) => `${name} ${title} presidium`))
  })
  it("leave a roster with 执行主席 alone", async () => {
    expect(
      await bring("2025-10-02", [
        ["李丁", "执行主席"],
        ["李戊", "轮值主席"],
        ["李甲", "主席团成员"],
      ]),
    ).toEqual([])
  })
  it("are taken again once the rotation is given up", async () => {
    unwrap(
      await league.post(contract.adoptRotation, {
        union: school,
        adopted: false,
        from: "2025-11-01",
        source: "章程修正案",
      }),
    )
    expect(await bring("2025-11-01")).toEqual([])
  })
  it("are another union's own matter", async () => {
    unwrap(
      await league.post(contract.adoptRotation, { union: school, from: "2025-11-10", source: "章程第九条" }),
    )
    const bytes = new TextEncoder().encode("明湖大学研究生会工作人员名单,,\n姓名,职务,部门\n王甲,主席,主席团")
    const file = { fileName: "研究生会.csv", bytes, asOf: "2025-11-10" }
    expect(unwrap(await imports.work().bring(w.university, nobody, file)).counts.refused).toBe(0)
    expect(await bring("2025-11-10")).toHaveLength(3)
  })
})
