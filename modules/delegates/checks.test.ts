import { describe, expect, it } from "vitest"
import { checksOf, type Ground } from "./checks.ts"
import { type Composed, compose, countOf, inWords, unequal } from "./composition.ts"

const delegate = (i: number, more: Partial<Composed> = {}): Composed => ({
  number: `${i}`,
  name: `${i}号`,
  source: "class",
  society: null,
  cadre: false,
  delegation: "文学院",
  faculty: i % 2 ? "文学院" : "理学院",
  grade: i % 2 ? 2023 : 2024,
  className: null,
  registered: { sex: i % 3 ? "女" : "男", ethnicity: "汉族", political: "league", major: "汉语言文学" },
  ...more,
})

const delegates = Array.from({ length: 10 }, (_, i) => delegate(i))
const society = delegate(10, { source: "organisation", society: "辩论协会" })
const all = [...delegates, society]

const ground: Ground = {
  level: "school",
  kind: "congress",
  represented: 1000,
  faculties: ["文学院", "理学院"],
  grades: [2023, 2024],
  classes: [],
  mainSocieties: ["辩论协会"],
  allocation: null,
  vacancies: [],
  awaiting: 0,
  headless: [],
}
const failing = (of: readonly Composed[], more: Partial<Ground> = {}) =>
  checksOf(of, { ...ground, ...more })
    .filter((c) => !c.ok)
    .map((c) => c.key)

const floors = { version: 1, total: 11, seats: [], societies: [], exOfficio: 0, observers: 0 }

describe("the checks of the delegates", () => {
  it("all hold where everything is in order", () => expect(failing(all)).toEqual([]))
  it.each<[string, readonly Composed[], Partial<Ground>]>([
    ["seats", all, { vacancies: [{ label: "文学院", missing: 1 }] }],
    ["review", all, { awaiting: 2 }],
    ["register", [...all, delegate(12, { registered: null })], {}],
    ["share", all, { represented: 1101 }],
    ["faculties", all, { faculties: ["文学院", "理学院", "法学院"] }],
    ["grades", all, { grades: [2022, 2023, 2024] }],
    ["societies", delegates, {}],
    ["classes", all, { level: "faculty", classes: ["中文2301班"], mainSocieties: [] }],
    ["non-cadre", all.map((d, i) => (i < 5 ? { ...d, cadre: true } : d)), {}],
    ["women", all, { allocation: { ...floors, floors: { women: 8 } } }],
    ["party", all, { allocation: { ...floors, floors: { party: 1 } } }],
    ["minorities", all, { allocation: { ...floors, floors: { minorities: 1 } } }],
    ["heads", all, { headless: ["文学院"] }],
  ])("%s fails alone, and says what to do", (key, of, more) => {
    expect(failing(of, more)).toEqual([key])
    const check = checksOf(of, { ...ground, ...more }).find((c) => c.key === key)!
    expect(check.cure).toBeTruthy()
    expect(check.says).toBeTruthy()
  })
  it("takes exactly 60 % and exactly 1 %", () => {
    const ten = delegates.map((d, i) => ({ ...d, cadre: i < 4 }))
    expect(failing(ten, { mainSocieties: [], represented: 1000 })).toEqual([])
    expect(failing(ten, { mainSocieties: [], represented: 1001 })).toEqual(["share"])
  })
  it("asks nothing of choice where everybody comes", () => {
    const none = all.map((d) => ({ ...d, cadre: true, grade: 2023 }))
    expect(failing(none, { kind: "general", level: "faculty" })).toEqual([])
  })
})

describe("the composition", () => {
  it("sums to the whole in every breakdown, whoever is there", () => {
    let seed = 11
    const next = (n: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % n
    }
    for (let round = 0; round < 50; round++) {
      const some = Array.from({ length: next(120) }, (_, i) =>
        delegate(i, {
          grade: 2019 + next(6),
          cadre: next(2) === 0,
          source: (["class", "organisation", "ex-officio"] as const)[next(3)]!,
          registered:
            next(9) === 0
              ? null
              : {
                  sex: [null, "男", "女"][next(3)]!,
                  ethnicity: [null, "汉族", "回族", "苗族"][next(4)]!,
                  political: (["member", "probationary", "league", "other"] as const)[next(4)]!,
                  major: `专业${next(60)}`,
                },
        }),
      )
      const c = compose(some)
      expect(c.total).toBe(some.length)
      expect(unequal(c)).toEqual([])
    }
  })
  it("tells a breakdown that does not sum", () => {
    const c = compose(all)
    const wrong = {
      ...c,
      counts: c.counts.map((k) => (k.kind === "sex" ? { ...k, rows: k.rows.slice(1) } : k)),
    }
    expect(unequal(wrong)).toEqual(["sex"])
  })
  it("counts probationary members with the Party's, minorities together, and says so in practice's words", () => {
    const c = compose([
      delegate(1, { registered: { sex: "女", ethnicity: "回族", political: "member", major: null } }),
      delegate(2, { registered: { sex: "女", ethnicity: "苗族", political: "probationary", major: null } }),
      delegate(4),
    ])
    expect(countOf(c, "political", "中共党员（含预备党员）")).toBe(2)
    expect(countOf(c, "ethnicity", "少数民族")).toBe(2)
    expect(inWords(c.counts.find((k) => k.kind === "political")!.rows)).toBe(
      "中共党员（含预备党员）2名，占66.7%；共青团员1名，占33.3%",
    )
  })
})
