import {
  applicant,
  type Case,
  holdsFor,
  isOwnCase,
  type MoveKind,
  type Mover,
  type State,
  stepAt,
  type Today,
  unsigned,
  unsignedOf,
} from "./course.ts"
import { noticeEnds } from "./due.ts"
import type { Ask, By } from "./procedure.ts"

/** A move the person may make now: a button on the page. */
export interface Offer {
  readonly kind: MoveKind
  readonly step?: string
  readonly label?: string
  /** For `pass`: in whose name. */
  readonly office?: string
  /** For `return`: the steps it can go back to. */
  readonly to?: readonly string[]
  readonly asks?: readonly Ask[]
  /** For `settle`: the objections not yet answered. */
  readonly objections?: readonly number[]
  readonly clause: string
}

/** Everything this person may do with the course now. `advance` accepts each of them, and nothing else of theirs. */
export function offer(c: Case, s: State, m: Mover, today: Today): Offer[] {
  const out: Offer[] = []
  const step = stepAt(c, s)
  const clause = step?.clause ?? c.procedure.clause
  if (step) {
    const mine = step.by.filter((b) => holdsFor(c, b, m) && !isOwnCase(c, b, m))
    const ends = noticeEnds(c, s, today.works)
    const open = s.objections.filter((o) => !o.settled)
    const about = { step: step.id, label: step.label, clause }
    if ((!ends || today.on > ends) && open.length === 0 && !hasSigned(s, step.id, m))
      for (const { office } of mine.filter((b) => unsigned(step, s).includes(b)))
        out.push({ kind: "pass", ...about, office, ...(step.asks ? { asks: step.asks } : {}) })
    if (mine.length > 0) {
      if (s.at > 0)
        out.push({ kind: "return", ...about, to: c.procedure.steps.slice(0, s.at).map((x) => x.id) })
      if (step.by.some((b) => b.office !== applicant)) out.push({ kind: "refuse", ...about })
      if (open.length > 0) out.push({ kind: "settle", ...about, objections: open.map((o) => o.id) })
    }
    if (ends && today.on <= ends) out.push({ kind: "object", ...about })
    if (m.number === c.applicant) out.push({ kind: "withdraw", clause })
  }
  if (mayAmend(c, s, m)) out.push({ kind: "amend", clause })
  return out
}

const hasSigned = (s: State, step: string, m: Mover) =>
  s.signed.some((g) => g.step === step && g.by === m.number)

function mayAmend(c: Case, s: State, m: Mover): boolean {
  const open = s.status === "open" || (s.status === "passed" && c.procedure.reopens === true)
  const first = c.procedure.steps[0]!
  return open && (m.number === c.applicant || first.by.some((b) => holdsFor(c, b, m) && !isOwnCase(c, b, m)))
}

/** For whom a course waits: an office at a place; the applicant's place is his or her number. */
export interface Waiting extends By {
  readonly place: string
}

export function waitingFor(c: Case, s: State): Waiting[] {
  return unsignedOf(c, s).map((b) => ({
    ...b,
    place: b.office === applicant ? c.applicant : (c.places[b.office] ?? ""),
  }))
}
