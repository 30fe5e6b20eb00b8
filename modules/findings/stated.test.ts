import { describe, expect, it } from "vitest"
import { statedDay, statedUniversity } from "./stated.ts"

describe("the day the titles state", () => {
  const today = "2026-11-23"
  it.each([
    [["填报单位：校团委   截至2025年11月", "2026年1月名单"], "2025-11-30"],
    [["截至2025年11月15日"], "2025-11-15"],
    [["截至2026年12月"], today],
    [["工作人员名单（2024—2025学年）", "（2025-2026学年）"], "2026-08-31"],
    [["工作人员名单（2026—2027学年）"], today],
    [["代表名单（2025年10月26日）", "2025年9月"], "2025-10-26"],
    [["学生名册"], today],
    [["截至2025年13月"], today],
  ])("%j", (texts, day) => {
    expect(statedDay(texts, today)).toBe(day)
  })
})

describe("the university the titles name", () => {
  it("is the one most of them name", () => {
    expect(
      statedUniversity(["明湖大学学生会工作人员名单", "填报单位：共青团明湖大学委员会", "交流自镜湖大学"]),
    ).toBe("明湖大学")
  })
  it("may be a college, but not one of a university's own", () => {
    expect(statedUniversity(["江南职业技术学院学生会工作人员名单"])).toBe("江南职业技术学院")
    expect(statedUniversity(["计算机学院学生会工作人员名单"])).toBe("")
  })
})
