import { describe, expect, it } from "vitest"
import { plain, termsOf, wantedOf } from "./terms.ts"

describe("terms", () => {
  it("are the pairs of characters beside each other, and the last of each run", () => {
    expect([...termsOf("食堂排队，Wi-Fi")]).toEqual(["食堂", "堂排", "排队", "队", "wi", "i", "fi"])
    expect([...termsOf("")]).toEqual([])
  })
  it("are asked for by pairs, and by the beginning where there is one character", () => {
    expect(wantedOf("食堂 排")).toEqual({ pairs: ["食堂"], firsts: ["排"] })
    expect(wantedOf("，。")).toEqual({ pairs: [], firsts: [] })
  })
  it("count whole characters beyond the first plane", () => {
    expect([...termsOf("𠮷野家")]).toEqual(["𠮷野", "野家", "家"])
  })
  it("are of one writing", () => {
    expect(plain("ＷｉＦｉ　连不上！")).toBe("wifi 连不上")
  })
})
