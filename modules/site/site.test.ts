import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { addFaculty, addUnion } from "#modules/offices/build.ts"
import { disclosures, home, structure } from "./contract.ts"
import { siteModule } from "./index.ts"

const published = Array.from({ length: 8 }, (_, i) => ({
  id: `d${i}`,
  title: "学生会改革情况公开",
  schoolYear: "2025—2026",
  union: "校学生会",
  publishedOn: "2025-11-01",
  href: `/disclosures/d${i}`,
}))

let w: TestWorld

beforeAll(async () => {
  const site = siteModule({ disclosures: async () => published, notices: async () => 3 })
  w = await testWorld({ modules: [site] })
  await addFaculty(w, "数学学院")
  await addUnion(w, { name: "数学学院学生会", level: "faculty", faculty: "数学学院" })
  await addUnion(w, {
    name: "校学生会",
    posts: [
      { number: "X1", name: "王小明", kind: "presidium", title: "执行主席" },
      { number: "X2", name: "李小红", kind: "head", title: "部长" },
      { number: "X2", name: "李小红", kind: "member", title: "干事" },
    ],
  })
})

describe("the public pages", () => {
  it("show the unions, the school's first, each person counted once", async () => {
    const seen = unwrap(await w.stranger.get(home, {}))
    expect(seen.university).toEqual({ name: "桥梁大学", shortName: "桥梁" })
    expect(seen.unions.map((u) => [u.name, u.staff])).toEqual([
      ["校学生会", 2],
      ["数学学院学生会", undefined],
    ])
    expect(seen.disclosures).toHaveLength(6)
    expect(seen.counts).toEqual({ unions: 2, disclosures: 8, notices: 3 })
    expect(unwrap(await w.stranger.get(disclosures, {})).items).toHaveLength(8)
  })
  it("show a union's build in counts", async () => {
    const seen = unwrap(await w.stranger.get(structure, {}))
    expect(seen.unions[0]).toMatchObject({ name: "校学生会", presidium: 1, departments: [] })
  })
  it("name no person and no number", async () => {
    for (const of of [home, structure, disclosures]) {
      const text = JSON.stringify(await w.stranger.get(of, {}))
      for (const secret of ["王小明", "李小红", "X1", "执行主席"]) expect(text).not.toContain(secret)
    }
  })
  it("show another university its own unions only", async () => {
    const there = await w.addUniversity("彼岸大学")
    expect(unwrap(await (await w.as("Y1", there)).get(home, {}))).toMatchObject({
      university: { name: "彼岸大学" },
      unions: [],
    })
  })
})
