import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { changesBetween, type Paragraph } from "./changes.ts"

const side = (all: readonly Paragraph[], without: "gone" | "new") =>
  all
    .filter((p) => p.kind !== without)
    .map((p) =>
      p.parts
        .filter((s) => s.kind !== without)
        .map((s) => s.text)
        .join(""),
    )
    .join("\n")

describe("changesBetween", () => {
  it("keeps what stayed and marks the words that changed in a paragraph", () => {
    const all = changesBetween(
      "第一条 服务同学。\n第二条 主席团每月召开一次会议。",
      "第一条 服务同学。\n第二条 主席团每两周召开一次会议。\n第三条 公开经费。",
    )
    expect(all.map((p) => p.kind)).toEqual(["same", "changed", "new"])
    const gone = all[1]!.parts.filter((s) => s.kind === "gone").map((s) => s.text)
    expect(gone.join("")).toContain("月")
    expect(all[1]!.parts[0]).toEqual({ kind: "same", text: expect.stringContaining("第二条 主席团") })
  })

  it("shows a paragraph that has nothing in common as one that went and one that came", () => {
    const kinds = changesBetween("执行主席轮值。", "Members meet weekly.").map((p) => p.kind)
    expect(kinds).toEqual(["gone", "new"])
  })

  it("loses nothing: either text can be read back from it", () => {
    const text = fc.array(fc.constantFrom("学", "生", "会", "\n", "。", "轮值", "a "), { maxLength: 30 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(""), b.join("")]
        const all = changesBetween(before, after)
        expect(side(all, "new")).toBe(before)
        expect(side(all, "gone")).toBe(after)
      }),
    )
  })
})
