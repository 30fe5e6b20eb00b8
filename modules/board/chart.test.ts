import { describe, expect, it } from "vitest"
import { selfContained } from "../../kit/paper/drawing.ts"
import { bars, lines, svgOf } from "./chart.ts"

describe("bars", () => {
  it("are as long as their numbers say; a hidden one has none and says so", () => {
    const { shapes, height } = bars([
      { name: "食堂", value: 10, said: "10" },
      { name: "宿舍", value: 5, said: "5" },
      { name: "心理支持", value: null, said: "若干" },
    ])
    const widths = shapes.flatMap((s) => (s.kind === "bar" ? [s.w] : []))
    expect(widths).toHaveLength(2)
    expect(widths[0]! / widths[1]!).toBeCloseTo(2)
    expect(shapes).toContainEqual(expect.objectContaining({ text: "若干", muted: true }))
    expect(height).toBe(90)
  })
  it("never leave their drawing, however long a name or number", () => {
    const { shapes, width } = bars([
      { name: "名称很长很长很长很长很长的单位名称", value: 100_000, said: "100000件" },
    ])
    for (const s of shapes) if (s.kind === "bar") expect(s.x + s.w).toBeLessThan(width - 40)
    expect(shapes.some((s) => s.kind === "text" && s.text.endsWith("…"))).toBe(true)
  })
})

describe("lines", () => {
  it("are broken where a number is hidden", () => {
    const { shapes } = lines(
      ["收到"],
      [
        { label: "9月", values: [4] },
        { label: "10月", values: [null] },
        { label: "11月", values: [8] },
      ],
    )
    const line = shapes.find((s) => s.kind === "line")
    expect(line?.kind === "line" ? line.d.match(/M/g) : []).toHaveLength(2)
    expect(shapes.filter((s) => s.kind === "dot")).toHaveLength(2)
  })
  it("stand with one point and with nothing but zeros", () => {
    expect(svgOf(lines(["收到"], [{ label: "9月", values: [0] }]))).not.toContain("NaN")
  })
})

it("a drawing for a document refers to nothing, whatever its words", () => {
  const svg = svgOf(bars([{ name: `<script>"&`, value: 1, said: "1" }]))
  expect(selfContained(svg)).toContain("&lt;script&gt;")
})
