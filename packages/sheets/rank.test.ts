import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dateCell } from "./dates.ts"
import { parseRank, type Rank, type RawCell } from "./index.ts"

const rank = (n: number, of?: number, window?: string) => ({
  kind: "rank",
  rank: n,
  ...(of === undefined ? {} : { of }),
  ...(window === undefined ? {} : { window }),
})
const none = (why: string) => ({ kind: "none", why })

describe("综合排名", () => {
  it.each<[RawCell, object]>([
    ["5/120", rank(5, 120)],
    ["２／２９", rank(2, 29)],
    [" 8 / 44", rank(8, 44)],
    ["9／53", rank(9, 53)],
    ["7/51（学年）", rank(7, 51, "year")],
    ["10/50（学期）", rank(10, 50, "semester")],
    ["学年：7/51", rank(7, 51, "year")],
    ["3/40（入学以来）", rank(3, 40, "overall")],
    ["最近1学年 7/51", rank(7, 51, "year")],
    ["第10名（共60人）", rank(10, 60)],
    ["10（60）", rank(10, 60)],
    ["第5名/共45人", rank(5, 45)],
    ["60人中第10名", rank(10, 60)],
    ["专业排名5/45", rank(5, 45)],
    ["第5名", rank(5)],
    ["5", rank(5)],
    [5, rank(5)],
    ["36/120", rank(36, 120)],
    ["5月18日", rank(5, 18)],
    ["18-May", rank(5, 18)],
    ["Jul-51", rank(7, 51)],
    ["4.17%", { kind: "percent", num: 417, den: 10_000 }],
    ["２.１７％", { kind: "percent", num: 217, den: 10_000 }],
    ["30%", { kind: "percent", num: 30, den: 100 }],
    [0.0417, { kind: "percent", num: 417, den: 10_000 }],
    ["前10%", { kind: "band", percent: 10 }],
    ["前30%", { kind: "band", percent: 30 }],
    ["30%以内", { kind: "band", percent: 30 }],
    ["前30%（学年）", { kind: "band", percent: 30, window: "year" }],
    ["—", none("dash")],
    ["/", none("dash")],
    ["--", none("dash")],
    ["无", none("dash")],
    ["", none("blank")],
    [null, none("blank")],
    ["　", none("blank")],
    ["新生", none("freshman")],
    ["新生不填", none("freshman")],
    ["大一新生", none("freshman")],
    ["一年级新生不填", none("freshman")],
    ["研究生不填", none("postgraduate")],
    ["硕士研究生", none("postgraduate")],
    ["缓考", none("deferred")],
  ])("reads %j", (raw, expected) => expect(parseRank(raw)).toEqual({ value: expected }))

  it.each<[RawCell]>([
    ["0/120"],
    ["121/120"],
    ["5/"],
    ["/5"],
    ["5/12/2025"],
    ["良好"],
    ["130%"],
    ["0%"],
    ["前五"],
    ["12月5日"],
    ["5.5"],
    ["-5"],
    [-5],
    [1.5],
    ["5 120"],
    [true],
    [{ kind: "formula", formula: "=A1" }],
    [{ kind: "error", shown: "#REF!" }],
    ["=1/5"],
  ])("refuses %j", (raw) => expect(parseRank(raw)).toHaveProperty("problem"))

  it("takes a date for what was typed, unless no rank can be it", () => {
    expect(parseRank(dateCell(45_795, "md"))).toEqual({ value: rank(5, 18) })
    expect(parseRank(dateCell(45_991, "md"))).toEqual({ value: rank(11, 30) })
    expect(parseRank(dateCell(13_028, "ym"))).toEqual({ value: rank(9, 35) })
    expect(parseRank(dateCell(45_996, "md"))).toHaveProperty("problem")
    expect(parseRank(dateCell(0.5, "time"))).toHaveProperty("problem")
  })

  it("reads every rank in every dress", () => {
    const dress = fc.constantFrom<(a: number, b: number) => string>(
      (a, b) => `${a}/${b}`,
      (a, b) => ` ${a} / ${b} `,
      (a, b) => `${a}／${b}`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      (a, b) => `第${a}名（共${b}人）`,
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        dress,
        (a, more, put) => {
          expect(parseRank(put(a, a + more))).toEqual({ value: rank(a, a + more) })
          if (more > 0) expect(parseRank(put(a + more, a))).toHaveProperty("problem")
        },
      ),
    )
  })
  it("keeps a percentage exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (hundredths) => {
        const parsed = parseRank(`${(hundredths / 100).toFixed(2)}%`) as {
          value: Extract<Rank, { kind: "percent" }>
        }
        expect(parsed.value.num * 10_000).toBe(hundredths * parsed.value.den)
      }),
    )
  })
  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRank(text)))
  })
})
