import { type Day, unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { caseOf, chain, day, people, request } from "./for-tests.ts"
import {
  advance,
  begin,
  by,
  draw,
  dueOf,
  type Move,
  type Mover,
  mermaid,
  offer,
  overdue,
  procedure,
  type State,
  step,
  waitingFor,
  withExtra,
} from "./index.ts"

const c = caseOf(chain)
const monday = "2025-11-17"
const says = { conduct: "品行端正，乐于奉献" }
const pass = (id: string, office: string, version = "v1"): Move => ({
  kind: "pass",
  step: id,
  office,
  version,
  says,
})
const go = (s: State, move: Move, m: Mover, on: Day = monday) => unwrap(advance(c, s, move, m, day(on)))
const refused = (s: State, move: Move, m: Mover, on: Day = monday) => {
  const answer = advance(c, s, move, m, day(on))
  return answer.ok ? undefined : answer.error
}

const fresh = begin(c, "v1", monday)
const recommended = go(fresh, pass("recommended", "faculty-league"), people.league)
const agreed = go(recommended, pass("agreed", "faculty-party"), people.party)
const reviewed = go(
  go(agreed, pass("reviewed", "school-league"), people.committee),
  pass("reviewed", "student-affairs"),
  people.affairs,
)

describe("a chain", () => {
  it("is walked by the offices named, and ends passed", () => {
    const published = go(reviewed, pass("published", "school-league"), people.committee, "2025-11-21")
    const done = go(published, pass("determined", "school-party"), people.top, "2025-11-24")
    expect(done).toMatchObject({ status: "passed", at: 5 })
    expect(done.signed.map((g) => g.step)).toEqual([
      "recommended",
      "agreed",
      "reviewed",
      "reviewed",
      "published",
      "determined",
    ])
  })
  it("refuses a stranger, another faculty's office, and a step out of turn, citing the clause", () => {
    expect(refused(fresh, pass("recommended", "faculty-league"), people.stranger)).toMatchObject({
      code: "not-allowed",
      clause: "5.2",
    })
    expect(refused(fresh, pass("recommended", "faculty-league"), people.otherLeague)?.code).toBe(
      "not-allowed",
    )
    expect(refused(fresh, pass("agreed", "faculty-party"), people.party)).toMatchObject({
      code: "against-clause",
      because: "还没有到这一步：须先完成“学院（系）团组织推荐”",
    })
    expect(refused(agreed, pass("agreed", "faculty-party"), people.party)?.code).toBe("conflict")
  })
  it("lets nobody act on their own case, whatever post they hold", () => {
    expect(refused(fresh, pass("recommended", "faculty-league"), people.ownLeague)?.because).toBe(
      "不能办理与自己有关的事项",
    )
    expect(offer(c, fresh, people.ownLeague, day(monday)).map((o) => o.kind)).not.toContain("pass")
  })
  it("asks for the words the step needs", () => {
    const silent: Move = { kind: "pass", step: "recommended", office: "faculty-league", version: "v1" }
    expect(refused(fresh, silent, people.league)).toMatchObject({ code: "invalid", at: "conduct" })
  })
})

describe("a joint step", () => {
  it("takes both offices in either order, each once, by different people", () => {
    const half = go(agreed, pass("reviewed", "student-affairs"), people.both)
    expect(half.at).toBe(2)
    expect(waitingFor(c, half)).toEqual([{ office: "school-league", place: "本校" }])
    expect(refused(half, pass("reviewed", "student-affairs"), people.affairs)?.code).toBe("conflict")
    expect(refused(half, pass("reviewed", "school-league"), people.both)?.code).toBe("not-allowed")
    expect(go(half, pass("reviewed", "school-league"), people.committee).at).toBe(3)
  })
  it("can be left backwards, and then what had been signed no longer stands", () => {
    const half = go(agreed, pass("reviewed", "student-affairs"), people.affairs)
    const back = go(
      half,
      { kind: "return", step: "reviewed", to: "recommended", because: "材料不全" },
      people.committee,
    )
    expect(back).toMatchObject({ at: 0, signed: [], status: "open" })
    expect(
      refused(half, { kind: "return", step: "reviewed", to: "recommended", because: "" }, people.committee)
        ?.at,
    ).toBe("because")
    expect(
      refused(
        half,
        { kind: "return", step: "reviewed", to: "published", because: "材料不全" },
        people.committee,
      )?.at,
    ).toBe("to")
  })
})

describe("a public notice", () => {
  it("stands open for its working days, weekends not counted", () => {
    const thursday = "2025-11-20"
    const s = { ...reviewed, since: thursday }
    expect(refused(s, pass("published", "school-league"), people.committee, "2025-11-25")).toMatchObject({
      code: "against-clause",
      clause: "5.3",
      because: "公示到2025年11月25日结束，期满后才能办理",
    })
    expect(go(s, pass("published", "school-league"), people.committee, "2025-11-26").at).toBe(4)
  })
  it("takes objections from anybody until it ends, and passes only when each is answered", () => {
    const objected = go(reviewed, { kind: "object", because: "与事实不符" }, people.stranger)
    expect(
      refused(reviewed, { kind: "object", because: "太晚了" }, people.stranger, "2025-11-21")?.code,
    ).toBe("conflict")
    expect(refused(agreed, { kind: "object", because: "还没公示" }, people.stranger)?.code).toBe("conflict")
    expect(
      refused(objected, pass("published", "school-league"), people.committee, "2025-11-21")?.because,
    ).toBe("有1条异议尚未答复")
    const settle: Move = { kind: "settle", objection: 1, because: "经查不属实" }
    expect(refused(objected, settle, people.party)?.code).toBe("not-allowed")
    const settled = go(objected, settle, people.committee)
    expect(go(settled, pass("published", "school-league"), people.committee, "2025-11-21").at).toBe(4)
    expect(refused(settled, settle, people.committee)?.code).toBe("conflict")
  })
})

describe("versions", () => {
  it("bind an approval to the document that was read; a change resets what came after", () => {
    expect(refused(agreed, pass("reviewed", "student-affairs", "v0"), people.affairs)?.because).toBe(
      "材料已经改动，不是您看到的版本",
    )
    const changed = go(agreed, { kind: "amend", version: "v2" }, people.league)
    expect(changed).toMatchObject({ at: 0, version: "v2", signed: [] })
    expect(refused(agreed, { kind: "amend", version: "v2" }, people.party)?.code).toBe("not-allowed")
    expect(refused(agreed, { kind: "amend", version: "v1" }, people.league)?.code).toBe("invalid")
  })
  it("of an approved request: changed, it goes back to review; of a chain, it stays", () => {
    const r = caseOf(request)
    const asked = begin(r, "v1", monday)
    expect(asked.at).toBe(1)
    const may = (m: Mover) =>
      advance(
        r,
        asked,
        { kind: "pass", step: "reviewed", office: "school-league", version: "v1" },
        m,
        day(monday),
      )
    expect(may(people.committee).ok).toBe(false)
    const approved = unwrap(may(people.deputy))
    expect(approved.status).toBe("passed")
    const changed = unwrap(
      advance(r, approved, { kind: "amend", version: "v2" }, people.student, day(monday)),
    )
    expect(changed).toMatchObject({ status: "open", at: 1, version: "v2" })
  })
})

describe("the end", () => {
  it("comes by refusal with a reason, or by the applicant's withdrawal, and nothing follows", () => {
    const no: Move = { kind: "refuse", step: "agreed", because: "不宜推荐" }
    const over = go(recommended, no, people.party)
    expect(over.status).toBe("refused")
    expect(refused(recommended, no, people.league)?.code).toBe("not-allowed")
    expect(refused(over, pass("agreed", "faculty-party"), people.party)?.code).toBe("conflict")
    expect(go(recommended, { kind: "withdraw", because: "" }, people.student).status).toBe("withdrawn")
    expect(refused(recommended, { kind: "withdraw", because: "" }, people.league)?.code).toBe("not-allowed")
    expect(offer(c, over, people.party, day(monday))).toEqual([])
  })
})

describe("deadlines", () => {
  it("count working days from the day the step began", () => {
    expect(dueOf(c, fresh, day(monday).works)).toBe("2025-11-20")
    expect(overdue(c, fresh, day("2025-11-20"))).toBeNull()
    expect(overdue(c, fresh, day("2025-11-24"))).toEqual({ step: "recommended", due: "2025-11-20", days: 2 })
    expect(overdue(c, { ...fresh, status: "passed" }, day("2026-11-24"))).toBeNull()
  })
})

describe("the data", () => {
  it("can have steps added, and refuses chains nobody could walk", () => {
    const more = withExtra(chain, "agreed", step("attested", by("academic-affairs"), "教务处核实成绩"))
    expect(more.steps.map((s) => s.id)).toEqual([
      "recommended",
      "agreed",
      "attested",
      "reviewed",
      "published",
      "determined",
    ])
    expect(more.steps[2]?.extra).toBe(true)
    expect(() => withExtra(chain, "nothing", step("x", by("a"), "x"))).toThrow()
    expect(() => withExtra(chain, null, step("agreed", by("a"), "x"))).toThrow()
    expect(() => procedure("x", "1.1", "x", [])).toThrow()
    expect(() => procedure("x", "1.1", "x", [step("a", [], "a")])).toThrow()
  })
  it("is drawn with what is done, what is here, what is ahead", () => {
    expect(draw(chain, agreed).map((d) => d.stage)).toEqual(["done", "done", "here", "ahead", "ahead"])
    expect(mermaid(chain, (b) => b.office)).toContain(
      'reviewed[["student-affairs、school-league<br/>联合审查"]]',
    )
  })
})
