import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/world.ts"
import { mergeNeeds } from "#modules/needs/index.ts"
import { addUnion } from "../offices/build.ts"
import { handled, onBoard, raised } from "./build.ts"
import * as contract from "./contract.ts"

const { w, union } = await onBoard()
const presidium = await w.as("P1")
const affairs = await w.as("A1")
const general = async (period = "all", person = presidium) =>
  unwrap(await person.get(contract.general, { period }))

beforeAll(async () => {
  await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [{ number: "P9", kind: "presidium", title: "主席团成员" }],
  })
  const canteen = { categoryId: "usual-10" }
  for (const [i, faculty] of ["文学院", "理学院", "工学院"].entries()) {
    const need = await raised(w, union, { ...canteen, title: `食堂的事${i}`, faculty, className: `${i}班` })
    await handled(w, need, { open: i > 0, raisedOn: i === 0 ? "2025-09-12" : "2025-10-12" })
  }
  for (const month of ["2025-10-08", "2025-10-28"])
    await handled(w, await raised(w, union, { categoryId: "usual-2", title: "座位不够" }), {
      raisedOn: month,
    })
  const lead = await raised(w, union, { title: "宿舍断网" })
  const part = await raised(w, union, { title: "网络总断", faculty: "理学院", className: "1班" })
  for (const [need, on] of [
    [lead, "2025-10-09"],
    [part, "2025-11-03"],
  ] as const)
    await handled(w, need, { raisedOn: on })
  await w.world.within(w.university, nobody, async (ctx) => {
    unwrap(await mergeNeeds(ctx, lead, [part], "同一件事"))
  })
  await handled(w, await raised(w, union, { title: "不受理的事" }), { state: "declined" })
})

describe("board.general", () => {
  it("refuses the stranger, students and union members without the desk", async () => {
    expect((await w.stranger.get(contract.general, {})).status).toBe(401)
    for (const number of ["202399990001", "H1"])
      expect((await (await w.as(number)).get(contract.general, {})).status).toBe(403)
    const url = "/api/board/general.xlsx?period=all"
    expect((await w.stranger.send({ method: "GET", url })).statusCode).toBe(401)
    expect((await (await w.as("H1")).send({ method: "GET", url })).statusCode).toBe(403)
    expect((await affairs.send({ method: "GET", url })).statusCode).toBe(200)
  })

  it("is from three faculties or five classes, and in two months", async () => {
    const { rows, rule } = await general()
    expect(rule).toEqual({ faculties: 3, classes: 5, months: 2, source: "本产品自定" })
    const of = (name: string) => rows.find((r) => r.name === name)
    expect(of("食堂")).toMatchObject({
      general: true,
      needs: 3,
      voices: 3,
      faculties: 3,
      classes: null,
      recurs: 2,
    })
    expect(of("食堂")!.months).toEqual([
      { month: "2025-09", needs: 1 },
      { month: "2025-10", needs: 2 },
    ])
    expect(of("图书馆与自习")).toMatchObject({ general: false, needs: 2, recurs: 1 })
    expect(of("宿舍断网")).toMatchObject({
      kind: "merged",
      general: false,
      needs: 2,
      recurs: 2,
    })
    expect(rows.map((r) => r.general)).toEqual(
      rows.map((r) => r.general).toSorted((a, b) => Number(b) - Number(a)),
    )
  })

  it("of a month alone shows nothing that recurs", async () => {
    const { rows } = await general("2025-10")
    expect(rows.find((r) => r.name === "食堂")).toMatchObject({ general: false, needs: 2 })
  })

  it("does not tell of few voices whether they come from one faculty or class", async () => {
    const { rows } = await general()
    for (const name of ["图书馆与自习", "宿舍断网"])
      expect(rows.find((r) => r.name === name)).toMatchObject({ voices: 2, faculties: null, classes: null })
    for (const key of rows.map((r) => r.key))
      for (const item of unwrap(await presidium.get(contract.counted, { period: "all", key })).items)
        expect(item).toMatchObject({ faculties: null, classes: null })
  })

  it("opens what was counted, and names what is not public to its own desk only", async () => {
    const asked = { period: "all", key: "category:usual-10" }
    const own = unwrap(await presidium.get(contract.counted, asked))
    expect(own.items.map((i) => i.title).toSorted()).toEqual(["食堂的事0", "食堂的事1", "食堂的事2"])
    for (const person of [await w.as("P9"), affairs]) {
      const theirs = unwrap(await person.get(contract.counted, asked))
      expect(
        theirs.items
          .map((i) => i.title)
          .filter(Boolean)
          .toSorted(),
      ).toEqual(["食堂的事1", "食堂的事2"])
    }
    expect((await general("all", affairs)).rows.find((r) => r.kind === "merged")!.name).toBeNull()
    expect((await presidium.get(contract.counted, { period: "all", key: "category:x" })).status).toBe(404)
    expect((await w.stranger.get(contract.counted, asked)).status).toBe(401)
  })

  it("is another university's nothing", async () => {
    const there = await w.addUniversity("邻校")
    const { hold } = await import("../offices/build.ts")
    await hold(w, { kind: "student-affairs", number: "A7" }, there)
    expect((await general("all", await w.as("A7", there))).rows).toEqual([])
  })
})

describe("board.figures", () => {
  it("is open to everybody and hides what is small", async () => {
    const f = unwrap(await w.stranger.get(contract.figures, { period: "all" }))
    expect(f.all.count).toBe(7)
    expect(f.open).toBeNull()
    expect(f.fields.every((x) => x.count === null || x.count >= 5 || x.count === 0)).toBe(true)
    expect(JSON.stringify(f)).not.toContain("食堂的事")
    expect(f.periods.map((p) => p.key)).toEqual(["all", "2025-1", "2025-11", "2025-10", "2025-09"])
    expect((await w.stranger.get(contract.figures, { period: "2025-13" })).status).toBe(400)
    expect(unwrap(await w.stranger.get(contract.figures, { period: "2025-11" })).all.count).toBeNull()
  })
})
