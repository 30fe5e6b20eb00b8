import { addDays } from "@qiaoliang/basics"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { caseOf, chain, day, people, request } from "./for-tests.ts"
import {
  advance,
  begin,
  by,
  type Case,
  type Move,
  type Mover,
  offer,
  type State,
  step,
  withExtra,
} from "./index.ts"

const everyone: readonly Mover[] = Object.values(people)
const cases: readonly Case[] = [
  caseOf(chain),
  caseOf(request),
  caseOf(withExtra(chain, "recommended", step("attested", by("academic-affairs"), "教务处核实成绩")), {
    places: { ...caseOf(chain).places, "academic-affairs": "本校" },
  }),
]

interface Tried {
  readonly who: number
  /** Take somebody who holds the office instead of anybody. */
  readonly fit: boolean
  readonly kind: Move["kind"]
  readonly step: number
  readonly office: number
  readonly wait: number
}

const tries = fc.array(
  fc.record<Tried>({
    who: fc.nat(everyone.length - 1),
    fit: fc.constantFrom(true, true, true, false),
    // Mostly ahead, so that many walks come to the end; each other move often enough to disturb them.
    kind: fc.oneof(
      { weight: 20, arbitrary: fc.constant("pass" as const) },
      { weight: 1, arbitrary: fc.constantFrom("return" as const, "amend" as const, "object" as const) },
      { weight: 2, arbitrary: fc.constant("settle" as const) },
      { weight: 1, arbitrary: fc.constantFrom("refuse" as const, "withdraw" as const) },
    ),
    step: fc.nat(5),
    office: fc.nat(1),
    wait: fc.constantFrom(0, 1, 5),
  }),
  { maxLength: 60, size: "max" },
)

function moveOf(c: Case, s: State, t: Tried): Move {
  // Mostly the step it stands at, so that walks get somewhere; sometimes any other.
  const at = c.procedure.steps[t.step < 4 ? s.at : t.step] ?? c.procedure.steps[0]!
  const office = at.by[t.office % at.by.length]!.office
  const says = { conduct: "品行端正，乐于奉献" }
  switch (t.kind) {
    case "pass":
      return { kind: "pass", step: at.id, office, version: s.version, says }
    case "return":
      return { kind: "return", step: at.id, to: c.procedure.steps[t.office]!.id, because: "退回补充" }
    case "refuse":
      return { kind: "refuse", step: at.id, because: "不同意" }
    case "withdraw":
      return { kind: "withdraw", because: "" }
    case "amend":
      return { kind: "amend", version: `v${s.moves}` }
    case "object":
      return { kind: "object", because: "有异议" }
    case "settle":
      return { kind: "settle", objection: s.objected, because: "已核实" }
  }
}

const whoFits = (c: Case, move: Move) =>
  move.kind === "pass"
    ? everyone.find((p) => p.holds.some((h) => h.office === move.office && h.place === c.places[move.office]))
    : undefined

/** Walk at random; tell each accepted move with the state before it. */
function walk(
  c: Case,
  all: readonly Tried[],
  saw: (s: State, move: Move, m: Mover, on: string) => void,
): State {
  let on = "2025-11-17"
  let s = begin(c, "v0", on)
  for (const t of all) {
    on = addDays(on, t.wait)
    const move = moveOf(c, s, t)
    const m = (t.fit && whoFits(c, move)) || everyone[t.who]!
    const next = advance(c, s, move, m, day(on))
    if (!next.ok) continue
    saw(s, move, m, on)
    s = next.value
  }
  return s
}

describe("whatever people try", () => {
  it("nothing is passed without every step, by a holder of the office named, on the last version", () => {
    fc.assert(
      fc.property(fc.nat(cases.length - 1), tries, (which, all) => {
        const c = cases[which]!
        const s = walk(c, all, () => {})
        if (s.status !== "passed") return
        for (const wanted of c.procedure.steps)
          for (const b of wanted.by) {
            const signatures = s.signed.filter((g) => g.step === wanted.id && g.office === b.office)
            expect(signatures).toHaveLength(1)
            const { by: number, version } = signatures[0]!
            expect(version).toBe(s.version)
            if (b.office === "applicant") expect(number).toBe(c.applicant)
            else {
              const held = everyone.filter((p) => p.number === number).flatMap((p) => p.holds)
              expect(held).toContainEqual(
                expect.objectContaining({ office: b.office, place: c.places[b.office] }),
              )
              expect(c.about).not.toContain(number)
            }
          }
      }),
      { numRuns: 3000 },
    )
  })

  it("what is accepted was offered, and what is offered is accepted", () => {
    fc.assert(
      fc.property(fc.nat(cases.length - 1), tries, (which, all) => {
        const c = cases[which]!
        walk(c, all, (s, move, m, on) => {
          const offered = offer(c, s, m, day(on))
          expect(offered.map((o) => o.kind)).toContain(move.kind)
          for (const o of offered.filter((x) => x.kind === "pass")) {
            const says = { conduct: "品行端正，乐于奉献" }
            const again: Move = { kind: "pass", step: o.step!, office: o.office!, version: s.version, says }
            expect(advance(c, s, again, m, day(on)).ok).toBe(true)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it("walks do reach the end", () => {
    let passed = 0
    fc.assert(
      fc.property(tries, (all) => {
        if (walk(cases[0]!, all, () => {}).status === "passed") passed++
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(passed).toBeGreaterThan(5)
  })
})
