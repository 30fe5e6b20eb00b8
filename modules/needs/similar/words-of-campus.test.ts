import { clusters } from "@qiaoliang/similar"
import { laterParaphrases, mattersToLearnBy, nearMisses, paraphrases } from "@qiaoliang/similar/for-tests"
import { describe, expect, it } from "vitest"
import { wordsOfCampus } from "./words-of-campus.ts"

const isOne = (a: string, b: string) =>
  clusters(wordsOfCampus, [
    { id: "a", text: a },
    { id: "b", text: b },
  ]).length === 1

describe("needs told in other words", () => {
  it("finds nine of ten matters again, and hardly ever takes two for one", () => {
    const groups = [...paraphrases, ...laterParaphrases]
    const items = groups.flatMap((group, i) => group.map((text, j) => ({ id: `${i}-${j}`, text })))
    const proposed = clusters(wordsOfCampus, items).map(
      ({ ids }) => new Set(ids.map((id) => id.split("-")[0])),
    )
    expect(new Set(proposed.flatMap((matters) => [...matters])).size).toBeGreaterThan(groups.length * 0.9)
    expect(proposed.filter((matters) => matters.size > 1).length).toBeLessThan(proposed.length * 0.05)
  })

  it("proposes four of five told anew among matters that sound alike, and few of those", () => {
    const items = mattersToLearnBy.flatMap(({ told, others }, i) => [
      ...told.map((text, j) => ({ id: `${i}-${j}`, matter: `${i}`, text })),
      ...others.map((text, j) => ({ id: `${i}~${j}`, matter: `${i}~${j}`, text })),
    ])
    const matterOf = new Map(items.map(({ id, matter }) => [id, matter]))
    const pairs = clusters(wordsOfCampus, items)
      .flatMap(({ ids }) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b])))
      .map((pair) => pair.map((id) => matterOf.get(id)))
    const right = pairs.filter(([a, b]) => a === b).length
    const all = mattersToLearnBy.reduce((sum, { told: { length } }) => sum + (length * (length - 1)) / 2, 0)
    expect(right / all).toBeGreaterThan(0.8)
    expect(right / pairs.length).toBeGreaterThan(0.85)
  })

  it("takes no more than one in ten near misses for one matter", () => {
    const wrong = nearMisses.filter(([a, b]) => isOne(a, b))
    expect(wrong.length).toBeLessThanOrEqual(nearMisses.length * 0.1)
  })

  it.each([
    ["外卖电动车在路口开得太快", "送餐的电瓶车希望限速", "电动车没有地方充电"],
    ["校医院夜里没有人值班", "希望校医院安排夜班医生", "校医院开药太贵"],
    ["东门路灯不亮", "东门的路灯坏了好几天", "西门路灯不亮"],
    ["A座空调不制冷", "A楼的空调不凉快", "B座空调不制冷"],
    ["203教室投影模糊", "203的投影仪看不清", "305教室投影模糊"],
    ["宿舍走廊总有人抽烟", "楼道里烟味很大", "宿舍楼道堆满垃圾"],
    ["12栋洗衣机坏了", "十二号楼的洗衣房报修没人来", "13栋洗衣机坏了"],
  ])("%s is %s, and not %s", (need, same, other) => {
    expect(isOne(need, same)).toBe(true)
    expect(isOne(need, other)).toBe(false)
  })
})

it("names each meaning once: no word stands twice on one line", () => {
  const lines = [
    ...wordsOfCampus.things,
    ...wordsOfCampus.places,
    ...wordsOfCampus.settings,
    ...wordsOfCampus.complaints,
  ]
  for (const line of lines) {
    const words = line.split(" ")
    expect(new Set(words).size, line).toBe(words.length)
    expect(words).not.toContain("")
  }
})
