import { percent, ratio } from "@qiaoliang/basics"
import type { Line, ShownResult } from "./contract.ts"
import type { Election } from "./election.ts"
import { labelOf } from "./questions.ts"

/** The result of a round for everybody's eyes: names as the ballot has them, no numbers of students. */
export function shownResult(e: Election): ShownResult | null {
  if (!e.result) return null
  const { outcome, candidates, present, ...r } = e.result
  const name = (number: string) => {
    const c = e.candidates.find((k) => k.number === number)
    return c ? labelOf(c, e.candidates) : number
  }
  const among = (people: readonly { number: string }[], number: string) =>
    people.some((p) => p.number === number)
  return {
    present,
    issued: r.issued,
    recovered: r.recovered,
    valid: r.valid,
    invalid: r.invalid,
    blank: r.blank,
    candidates: candidates.map((c) => ({
      name: name(c.number),
      for: c.for,
      against: c.against,
      abstain: c.abstain,
      illegible: c.illegible,
      share: percent(ratio(c.for, present)),
      fate: among(outcome.elected, c.number)
        ? "elected"
        : among(outcome.tied, c.number)
          ? "tied"
          : "remaining",
    })),
    writeIns: [...r.writeIns],
    elected: outcome.elected.map((p) => name(p.number)),
    tied: outcome.tied.map((p) => name(p.number)),
    open: outcome.open,
    vacant: outcome.vacant,
  }
}

export const lineOf = (e: Election): Line => ({
  id: e.id,
  title: e.title,
  round: e.round,
  office: e.office,
  seats: e.seats,
  mode: e.mode,
  method: e.method,
  state: e.state,
  openedAt: e.openedAt?.toISOString() ?? null,
  closedAt: e.closedAt?.toISOString() ?? null,
  elected: shownResult(e)?.elected ?? [],
})
