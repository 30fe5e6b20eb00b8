import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { clusters, openIndex, type Thesaurus } from "./index.ts"

const kitchen: Thesaurus = {
  things: ["洗碗机 洗碗", "冰箱 冰柜", "灯 路灯", "外卖 送餐", "电动车 电瓶车"],
  places: ["厨房", "院子 庭院"],
  settings: ["通知"],
  complaints: ["坏了 故障 修 维修", "太快 限速 飞快", "太吵 噪音 安静"],
  slots: { gate: ["东门", "西门"] },
  numbered: {
    block: { nouns: "栋|号楼", place: "住宅" },
    wing: { numeral: "[a-z]", nouns: "座|区" },
  },
  plain: ["邻居"],
  phrases: ["您好", "请回复", "谢谢"],
}
const words = [...kitchen.things, ...kitchen.places, ...kitchen.complaints, ...kitchen.slots.gate!]
  .flatMap((line) => line.split(" "))
  .concat("12栋", "3号楼", "水管", "邻居", "abc", "，", "！", "🙂")
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(""))
const texts = fc.array(text, { minLength: 2, maxLength: 12 })
const filled = (all: readonly string[]) => {
  const index = openIndex(kitchen)
  for (const [i, one] of all.entries()) index.add(String(i), one)
  return index
}
const everything = { limit: 1000, atLeast: 0 }

describe("whatever is written", () => {
  it("scores two texts the same either way round, between 0 and 1, and a search agrees", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const index = filled(all)
        for (const [a, one] of all.entries())
          for (const b of all.keys()) {
            const score = index.alike(String(a), String(b))
            expect(score).toBe(index.alike(String(b), String(a)))
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
            const near = index.nearest(one, everything).find(({ id }) => id === String(b))
            expect(near?.score ?? 0).toBe(score)
          }
      }),
      { numRuns: 60 },
    )
  })

  it("answers by what is in it, not by how it came in", () => {
    fc.assert(
      fc.property(texts, text, text, (all, passing, asked) => {
        const index = filled(all)
        const before = index.nearest(asked, everything)
        index.add("passing", passing)
        expect(index.remove("passing")).toBe(true)
        expect(index.remove("passing")).toBe(false)
        expect(index.nearest(asked, everything)).toEqual(before)
        const backwards = openIndex(kitchen)
        for (const [i, one] of [...all.entries()].reverse()) backwards.add(String(i), one)
        expect(backwards.nearest(asked, everything)).toEqual(before)
      }),
    )
  })

  it("proposes groups that share nobody and hold those asked about", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const groups = clusters(
          kitchen,
          all.map((one, i) => ({ id: String(i), text: one })),
        )
        const ids = groups.flatMap((group) => group.ids)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { ids, pairs } of groups) {
          expect(ids.length).toBeGreaterThan(1)
          expect(pairs.length).toBeGreaterThanOrEqual(ids.length - 1)
          for (const { a, b, score } of pairs) {
            expect(ids).toContain(a)
            expect(ids).toContain(b)
            expect(score).toBeGreaterThanOrEqual(0.5)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe("what tells for and against", () => {
  const score = (a: string, b: string) => filled([a, b]).alike("0", "1")

  it("takes other words of one meaning for the same", () => {
    expect(score("您好，送餐的电瓶车太快", "外卖电动车希望限速，谢谢")).toBeGreaterThan(0.8)
    expect(score("十二栋的灯坏了", "12号楼的灯要修")).toBeGreaterThan(0.6)
  })

  it("not another place, number, thing or complaint", () => {
    expect(score("东门的灯坏了", "西门的灯坏了")).toBeLessThan(0.5)
    expect(score("12栋的灯坏了", "13栋的灯坏了")).toBeLessThan(0.5)
    expect(score("厨房的灯坏了", "院子的灯坏了")).toBeLessThan(score("厨房的灯坏了", "厨房的灯要修"))
    expect(score("厨房的冰箱坏了", "厨房的灯坏了")).toBeLessThan(0.5)
    expect(score("洗碗机坏了", "洗碗机太吵")).toBeLessThan(0.5)
  })

  it("reads letters as numbers where a slot says so, and not inside a word", () => {
    expect(score("A座的灯坏了", "a区的灯坏了")).toBeGreaterThan(0.5)
    expect(score("A座的灯坏了", "B座的灯坏了")).toBeLessThan(0.5)
    expect(score("APP座的灯坏了", "a座的灯坏了")).toBe(score("xyz座的灯坏了", "a座的灯坏了"))
  })

  it("finds a meaning inside a longer word", () => {
    const words = { ...kitchen, things: [...kitchen.things, "电冰箱柜门"] }
    const index = openIndex(words)
    index.add("0", "冰箱坏了")
    expect(index.nearest("电冰箱柜门故障")[0]?.shared).toContain("冰箱")
  })

  it("shows the words that matched, the most telling first", () => {
    const [near] = filled(["厨房的冰柜故障"]).nearest("厨房冰箱坏了")
    expect(near?.shared).toEqual(["冰箱", "坏了", "厨房"])
    expect(filled(["厨房的冰柜故障"]).nearest("院子太吵")).toEqual([])
  })

  it("gives an id its new text", () => {
    const index = filled(["冰箱坏了"])
    index.add("0", "洗碗机太吵")
    expect(index.size).toBe(1)
    expect(index.nearest("冰柜故障")).toEqual([])
    expect(index.nearest("洗碗机噪音")).toHaveLength(1)
    expect(() => index.alike("0", "1")).toThrow("not in the index: 1")
  })

  it("gathers a matter told a hundred times into one group, without its neighbour", () => {
    const many = Array.from({ length: 100 }, (_, i) => ({
      id: `a${i}`,
      text: i % 2 ? "东门灯坏了" : "东门的路灯故障",
    }))
    const groups = clusters(kitchen, [...many, { id: "b", text: "西门的灯坏了" }])
    expect(groups).toHaveLength(1)
    expect(groups[0]!.ids).toHaveLength(100)
  })
})

describe("hostile input", () => {
  it.each([
    ["nothing", ""],
    ["spaces", " \n\t "],
    ["punctuation", "，。！？……——《》"],
    ["emoji", "😀😀👩‍👩‍👧‍👦"],
    ["half a pair", "\ud83d\ud83d"],
    ["only phrases", "您好，请回复，谢谢"],
    ["names of an object's own", "constructor __proto__ toString"],
    ["a pattern", "(a+)+$ .* [一二三"],
  ])("%s is like nothing else", (_, written) => {
    const index = filled([written, "冰箱坏了"])
    expect(index.nearest(written).every(({ id }) => id === "0")).toBe(true)
    expect(index.nearest("冰箱坏了").map(({ id }) => id)).toEqual(["1"])
  })

  it("reads 10,000 characters in no time, Latin in either case and width", () => {
    const started = performance.now()
    filled(["一".repeat(10_000), "冰箱坏了".repeat(2500), "十".repeat(10_000)]).nearest("冰箱".repeat(5000))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(filled(["CET4 报错"]).nearest("ｃｅｔ４打不开")[0]?.shared).toEqual(["cet4"])
  })
})
