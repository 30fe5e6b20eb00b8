import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fewest, isQuorate, nextStep, type Progress, tally } from "./meeting.ts"
import { draftMinutes, type Happened } from "./minutes.ts"
import { paperOf } from "./paper.ts"

describe("quorum", () => {
  it.each([
    ["half", 3, 5, true],
    ["half", 2, 4, false],
    ["half", 2, 3, true],
    ["two-thirds", 2, 3, true],
    ["two-thirds", 3, 5, false],
    ["all", 4, 5, false],
    ["all", 5, 5, true],
    ["half", 0, 0, false],
  ] as const)("%s: %i of %i is %s", (quorum, here, members, met) => {
    expect(isQuorate(quorum, here, members)).toBe(met)
  })
  it("names the fewest that are enough, and no rule is looser than more than half", () => {
    const rule = fc.constantFrom("half", "two-thirds", "all" as const)
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 9 }), (quorum, members) => {
        const n = fewest(quorum, members)
        expect(isQuorate(quorum, n, members)).toBe(true)
        expect(isQuorate(quorum, n - 1, members)).toBe(false)
        expect(n * 2).toBeGreaterThan(members)
      }),
    )
  })
})

describe("tally", () => {
  const votes = (...choices: ("for" | "against" | "abstain")[]) => choices.map((choice) => ({ choice }))
  it("passes with more than half of those present; an abstention is no assent", () => {
    expect(tally(votes("for", "for", "against"), 3).passed).toBe(true)
    expect(tally(votes("for", "for", "abstain", "abstain"), 4).passed).toBe(false)
    expect(tally(votes("for", "for"), 4).passed).toBe(false)
  })
})

describe("nextStep", () => {
  const going: Progress = {
    state: "open",
    day: "2025-11-15",
    rollCalled: true,
    quorate: true,
    toConfirm: 0,
    pending: 1,
    votesMissing: null,
    confirmed: false,
  }
  it.each([
    [{ state: "convened", day: "2025-11-16" }, "wait"],
    [{ state: "convened" }, "open"],
    [{ rollCalled: false }, "roll"],
    [{ quorate: false }, "no-quorum"],
    [{ toConfirm: 1 }, "confirm"],
    [{}, "item"],
    [{ votesMissing: 2 }, "vote"],
    [{ votesMissing: 0 }, "count"],
    [{ pending: 0 }, "close"],
    [{ state: "closed" }, "minutes"],
    [{ state: "closed", confirmed: true }, "end"],
    [{ state: "cancelled" }, "end"],
  ] as const)("%j leads to %s", (change, step) => {
    expect(nextStep({ ...going, ...change }, "2025-11-15")).toBe(step)
  })
})

const happened: Happened = {
  day: "2025-11-15",
  time: "19:00",
  place: "活动中心201",
  presiding: "甲",
  attendance: [
    { number: "1", name: "甲", presence: "present" },
    { number: "2", name: "乙", presence: "present" },
    { number: "3", name: "丙", presence: "leave" },
  ],
  guests: ["沈知夏"],
  quorate: true,
  quorum: "主席团成员过半数",
  confirmed: ["主席团2025—2026学年第1次会议"],
  items: [
    {
      title: "审议春季工作计划",
      matter: "年度、学期工作计划和总结",
      said: "乙作了说明。",
      state: "decided",
      resolutions: [
        {
          words: "通过春季学期工作计划",
          name: "主席团决议〔2025〕1号",
          tally: { for: 2, against: 0, abstain: 0, present: 2, passed: true },
          votes: [
            { name: "甲", choice: "for" },
            { name: "乙", choice: "for" },
          ],
          owner: "乙",
          due: "2025-12-01",
          waitsForReport: true,
        },
      ],
    },
    { title: "冬季运动会", matter: null, said: "", state: "deferred", resolutions: [] },
  ],
}

it("minutes say what happened, in order", () => {
  expect(draftMinutes(happened).split("\n")).toEqual([
    "时间：2025年11月15日 19:00",
    "地点：活动中心201",
    "主持：甲",
    "出席：甲、乙",
    "请假：丙",
    "列席：沈知夏",
    "主席团成员3人，出席2人，符合主席团成员过半数出席的要求。",
    "会议确认了主席团2025—2026学年第1次会议的纪要。",
    "一、审议春季工作计划",
    "乙作了说明。",
    "会议表决通过《主席团决议〔2025〕1号》：通过春季学期工作计划。",
    "表决结果：出席2人，赞成2人、反对0人、弃权0人。",
    "本决议所涉为重要事项，待向学校团委报告后生效。",
    "由乙负责落实，于2025年12月1日前完成。",
    "二、冬季运动会",
    "会议决定暂缓审议本议题。",
  ])
})

it("the paper carries a watermark until the minutes are confirmed, and every vote by name", () => {
  const paper = paperOf({
    union: "桥梁大学学生会",
    title: "主席团2025—2026学年第2次会议",
    day: "2025-11-15",
    body: draftMinutes(happened),
    presiding: "甲",
    confirmed: null,
    resolutions: [{ name: null, words: "通过", passed: true, votes: [{ name: "甲", choice: "for" }] }],
  })
  expect(paper.watermark).toBe("待确认")
  const table = paper.blocks.find((b) => b.kind === "table")
  expect(table?.rows[1]).toEqual(["甲", "√", "", ""])
})
