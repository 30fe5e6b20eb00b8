import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cellProblem, headerCore, headerKey, normaliseText } from "./index.ts"

describe("normaliseText", () => {
  it("narrows letters and digits, keeps Chinese punctuation and rare ideographs", () => {
    expect(normaliseText("　２０２５级Ａ班 ")).toBe("2025级A班")
    expect(normaliseText("共青团员（入党积极分子），在册")).toBe("共青团员（入党积极分子），在册")
    expect(normaliseText("\t\u200b㛃䶮𬭎﨎\u00a0")).toBe("㛃䶮𬭎﨎")
    expect(normaliseText("填表人：      电话：")).toBe("填表人： 电话：")
  })
  it("is the same done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (s) => normaliseText(normaliseText(s)) === normaliseText(s)),
    )
  })
})

describe("headers", () => {
  it("are one whatever their gaps, brackets and breaks", () => {
    for (const written of ["院（系）", "院(系)", "院 系", "院\n系", " 院系：", "*院系"])
      expect(headerKey(written)).toBe("院系")
    expect(headerKey("姓  名")).toBe("姓名")
    expect(headerCore("综合排名（名次/总人数）")).toBe("综合排名")
    expect(headerKey("院系")).not.toBe(headerKey("学院"))
  })
})

describe("cellProblem", () => {
  it.each(["=1+1", "=cmd|'/C calc'!A0", "@SUM(A1)", "+cmd|x", "-2+3+cmd|x", "＝HYPERLINK(1)", " =A1"])(
    "reports %s",
    (text) => expect(cellProblem(text)).toBeDefined(),
  )
  it.each(["-", "—", "--", "-5", "+86 13800000000", "5-3", "-0.5%", "a=b", "张三@明湖", "−"])(
    "lets %s pass",
    (text) => expect(cellProblem(text)).toBeUndefined(),
  )
  it("reports formulas without result and error values", () => {
    expect(cellProblem({ kind: "formula", formula: "=A1" })).toContain("公式")
    expect(cellProblem({ kind: "error", shown: "#REF!" })).toContain("#REF!")
    expect(cellProblem(5)).toBeUndefined()
  })
})
