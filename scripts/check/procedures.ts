import { type Calendar, weekdays } from "@qiaoliang/basics"
import {
  advance,
  applicant,
  type By,
  begin,
  type Case,
  type Mover,
  noticeEnds,
  offer,
  type Procedure,
  type State,
  stepAt,
} from "@qiaoliang/procedure"

/** What procedures are held against: the law's clauses, the offices it names, the marks a post can carry. */
export interface Known {
  readonly clauses: ReadonlySet<string>
  readonly offices: ReadonlySet<string>
  readonly marks: ReadonlySet<string>
}

/** What is wrong with procedures: ids, clauses, offices, and whether each can be walked to its end and left. */
export const procedureFaults = (all: readonly Procedure[], known: Known): string[] => {
  const twice = all.filter((p, i) => all.findIndex((q) => q.id === p.id) !== i)
  return [
    ...twice.map((p) => `${p.id}: two procedures have this id`),
    ...all.flatMap((p) => [...misnamed(p, known), ...misled(p)].map((what) => `${p.id}: ${what}`)),
  ]
}

function misnamed(p: Procedure, { clauses, offices, marks }: Known): string[] {
  const out = clauses.has(p.clause) ? [] : [`clause ${p.clause} does not exist`]
  for (const step of p.steps) {
    if (step.clause !== undefined && !clauses.has(step.clause))
      out.push(`${step.id}: clause ${step.clause} does not exist`)
    for (const { office, only } of step.by) {
      if (!offices.has(office)) out.push(`${step.id}: no office ${office}`)
      if (only !== undefined && !marks.has(only)) out.push(`${step.id}: no post is marked ${only}`)
    }
  }
  return out
}

/** Walks it as the offices named would, joint steps in one order and in the other; somebody can end it at every step. */
function misled(p: Procedure): string[] {
  const c: Case = {
    procedure: p,
    places: Object.fromEntries(p.steps.flatMap((s) => s.by.map((b) => [b.office, b.office]))),
    about: ["about"],
    applicant: "applicant",
  }
  const inOrder = walk(c, (offices) => offices)
  const turned = walk(c, (offices) => offices.toReversed())
  return [...new Set([...inOrder, ...turned])]
}

function walk(c: Case, order: (offices: readonly By[]) => readonly By[]): string[] {
  const works: Calendar = weekdays
  const out: string[] = []
  let s: State = begin(c, "v1", "2025-11-17")
  for (const step of c.procedure.steps.slice(s.at)) {
    if (stepAt(c, s)?.id !== step.id) return [...out, `${step.id} is not reached`]
    const on = noticeEnds(c, s, works) === undefined ? s.since : "2099-12-31"
    if (!canEnd(c, s, on)) out.push(`${step.id}: nobody can end it here`)
    for (const b of order(step.by)) {
      const says = Object.fromEntries((step.asks ?? []).map((a) => [a.key, "字".repeat(Math.max(a.min, 1))]))
      const move = { kind: "pass", step: step.id, office: b.office, version: s.version, says } as const
      const next = advance(c, s, move, holderOf(b, `${step.id} ${b.office}`), { on, works })
      if (!next.ok) return [...out, `${step.id}: ${b.office} cannot pass it (${next.error.because})`]
      s = { ...next.value, since: "2025-11-17" }
    }
  }
  return s.status === "passed" ? out : [...out, "its last step does not end it"]
}

const canEnd = (c: Case, s: State, on: string): boolean =>
  [...(stepAt(c, s)?.by ?? []).map((b) => holderOf(b, "decides")), holderOf({ office: applicant }, "")].some(
    (m) => offer(c, s, m, { on, works: weekdays }).some((o) => o.kind === "refuse" || o.kind === "withdraw"),
  )

const holderOf = (b: By, number: string): Mover =>
  b.office === applicant
    ? { number: "applicant", holds: [] }
    : { number, holds: [{ office: b.office, place: b.office, marks: b.only ? [b.only] : [] }] }
