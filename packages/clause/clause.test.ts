import { ratio } from "@qiaoliang/basics"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  atLeast,
  atLeastShare,
  atMost,
  atMostShare,
  between,
  deviation,
  fitCount,
  fitShare,
  type Judged,
  judge,
  type Limit,
  ruleKit,
  spell,
  stricter,
  underEachReading,
  worst,
} from "./index.ts"

const explanation = (approved: boolean) => ({ clause: "1", reason: "r", approved })

describe("force", () => {
  it("decides what a deviation comes to", () => {
    expect(deviation("must", explanation(true))).toBe("violated")
    expect(deviation("principle", undefined)).toBe("violated")
    expect(deviation("principle", explanation(false))).toBe("violated")
    expect(deviation("principle", explanation(true))).toBe("explained")
    expect(deviation("general", undefined)).toBe("warning")
    expect(deviation("general", explanation(false))).toBe("explained")
    expect(deviation("may", undefined)).toBe("met")
  })
  it("sums up by the worst", () => {
    expect(worst(["met", "unknown", "explained"])).toBe("unknown")
    expect(worst(["warning", "violated"])).toBe("violated")
    expect(worst([])).toBe("met")
  })
})

describe("limits", () => {
  it("include both ends", () => {
    const fits = [19, 20, 30, 31].map((n) => fitCount(between(20, 30), n).within)
    expect(fits).toEqual([false, true, true, false])
  })
  it("hold shares exactly", () => {
    expect(fitShare(atMostShare(3, 10), 36, 120)).toBe(true)
    expect(fitShare(atMostShare(3, 10), 10, 33)).toBe(false)
    expect(fitShare(atLeastShare(1, 2), 20, 41)).toBe(false)
    expect(fitShare(atLeastShare(1, 2), 0, 0)).toBe(true)
  })
  it("are spelt shortly", () => {
    expect([atMost(5), atLeast(2), between(2, 3), atLeastShare(1, 2)].map(spell)).toEqual([
      "≤5",
      "≥2",
      "2—3",
      "≥50%",
    ])
  })
  it("give way only to stricter ones", () => {
    expect(stricter(atMost(40), atMost(41))).toMatchObject({ ok: false, error: { clause: "11.2" } })
    expect(stricter(atMost(40), atMost(35))).toEqual({ ok: true, value: atMost(35) })
    expect(stricter(between(20, 30), between(18, 30)).ok).toBe(false)
    expect(stricter(between(20, 30), atLeast(25))).toEqual({ ok: true, value: between(25, 30) })
    expect(stricter(atMostShare(3, 10), atMostShare(1, 4)).ok).toBe(true)
    expect(stricter(atMostShare(3, 10), atMostShare(1, 3)).ok).toBe(false)
    expect(stricter(atMost(40), atMostShare(1, 4)).ok).toBe(false)
  })
  it("once accepted admit nothing the Opinions do not", () => {
    const bound = fc.option(fc.nat(80), { nil: undefined })
    fc.assert(
      fc.property(bound, bound, bound, bound, fc.nat(100), (a, b, c, d, n) => {
        const limit: Limit = {
          kind: "count",
          ...(a === undefined ? {} : { min: a }),
          ...(b === undefined ? {} : { max: b }),
        }
        const local: Limit = {
          kind: "count",
          ...(c === undefined ? {} : { min: c }),
          ...(d === undefined ? {} : { max: d }),
        }
        const got = stricter(limit, local)
        if (got.ok && fitCount(got.value, n).within) expect(fitCount(limit, n).within).toBe(true)
      }),
    )
  })
})

describe("judging", () => {
  interface Hall extends Judged {
    readonly rooms: readonly string[] | null
  }
  const hall = (rooms: number | null, more: Partial<Judged> = {}): Hall => ({
    asOf: "2025-11-15",
    unit: { id: "h", name: "h" },
    explanations: [],
    limits: {},
    readings: {},
    rooms: rooms === null ? null : Array.from({ length: rooms }, (_, i) => `${i}`),
    ...more,
  })
  const kit = ruleKit<Hall, "1">({ "1": { force: "general", words: "一般不超过6间" } })
  const rule = kit.rule("1", {
    quote: "6间",
    readings: { all: { label: "全部", source: "s" }, none: { label: "不计", source: "s" } },
    count: (f, reading) => (reading === "none" ? [] : (f.rooms?.map((name) => ({ name })) ?? null)),
    what: "房间",
    unit: "间",
    limit: atMost(6),
    evidence: "清点房间",
  })
  it("names the rows, the reading and the cure", () => {
    const [found] = judge(rule, hall(8))
    expect(found).toMatchObject({ verdict: "warning", value: 8, limit: "≤6", reading: "全部" })
    expect(found?.rows).toHaveLength(8)
    expect(found?.because).toBe("房间8间，一般不超过6间")
    expect(found?.cure).toBe("房间减少2间；或登记情况说明")
  })
  it("says unknown where there is no evidence, and what to bring", () => {
    expect(judge(rule, hall(null))[0]).toMatchObject({ verdict: "unknown", value: null, cure: "清点房间" })
  })
  it("points out what is kept and yet short of practice, whatever the force; the same said to be broken is violated", () => {
    const strict = ruleKit<Hall, "1">({ "1": { force: "must", words: "须事先" } })
    const told = (answer: "yes" | "no" | "short") =>
      judge(
        strict.rule("1", { quote: "事先", holds: () => ({ answer, because: "b", cure: "早些报" }) }),
        hall(1),
      )[0]
    expect(told("short")).toMatchObject({ verdict: "warning", cure: "早些报" })
    expect(told("yes")?.verdict).toBe("met")
    expect(told("no")?.verdict).toBe("violated")
  })
  it("takes an explanation, and a stricter local limit", () => {
    expect(judge(rule, hall(7, { explanations: [explanation(false)] }))[0]).toMatchObject({
      verdict: "explained",
      explanation: { reason: "r" },
    })
    expect(judge(rule, hall(5, { limits: { "1": atMost(4) } }))[0]).toMatchObject({
      verdict: "warning",
      limit: "≤4",
      local: true,
    })
  })
  it("judges under each reading, and under the first where the chosen one is unknown", () => {
    const each = underEachReading(rule, hall(8))
    expect([each.all?.[0]?.verdict, each.none?.[0]?.verdict]).toEqual(["warning", "met"])
    expect(judge(rule, hall(8, { readings: { "1": "other" } }))[0]?.verdict).toBe("warning")
  })
  it("tells how many a share needs in whole numbers", () => {
    const share = kit.rule("1", {
      quote: "6间",
      share: () => ({ part: [{ name: "a" }], whole: { length: 101 } }),
      what: "已清扫",
      limit: { kind: "share", atLeast: ratio(1, 100) },
    })
    expect(judge(share, hall(1))[0]).toMatchObject({ verdict: "warning", value: "1/101" })
    expect(judge(share, hall(1))[0]?.because).toContain("不少于2人")
  })
})
