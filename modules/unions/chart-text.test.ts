import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { textWidth, wrap } from "./chart-text.ts"

describe("breaking words", () => {
  it("never loses a sign and never exceeds the width, whatever the name", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(..."学习与学术科技部新媒体运营中心"),
          minLength: 1,
          maxLength: 60,
        }),
        (name) => {
          const lines = wrap(name, 13, 92)
          expect(lines.join("")).toBe(name)
          for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(92)
        },
      ),
    )
  })
  it("breaks in even lines, so that no sign hangs alone", () => {
    expect(wrap("学习与学术科技部", 13, 92)).toEqual(["学习与学", "术科技部"])
  })
})
