import { reaches, thresholds } from "#policy/practice/congress-rules.ts"
import type { Share } from "./list.ts"

export interface Vote {
  readonly nominee: string
  readonly votes: number
}

export interface Round {
  readonly present: number
  readonly votes: readonly Vote[]
}

export interface Candidate {
  readonly id: string
  readonly grade: number
}

/** Seats still to be voted on, among whom, and why: as many votes for one as for another, or too few for any. */
export interface Contest {
  readonly grade: number | null
  readonly seats: number
  readonly among: readonly string[]
  readonly why: "tie" | "majority"
}

export interface Counted {
  /** By votes, the most first. */
  readonly elected: readonly string[]
  readonly contests: readonly Contest[]
  /** Who had more than half and no seat, by votes. */
  readonly reserve: readonly string[]
}

/**
 * Who is elected: for each share of the seats those with the most votes, and more than half of those present.
 * Equal at the cut: nobody of them, until they were voted on again. Pure.
 */
export function countVotes(
  shares: readonly Share[],
  candidates: readonly Candidate[],
  rounds: readonly Round[],
): Counted {
  const elected: string[] = []
  const reserve: string[] = []
  let contests: Contest[] = shares.map(({ grade, seats }) => ({
    grade,
    seats,
    among: candidates.filter((c) => grade === null || c.grade === grade).map((c) => c.id),
    why: "majority",
  }))
  for (const round of rounds) {
    const votes = new Map(round.votes.map((v) => [v.nominee, v.votes]))
    contests = contests.flatMap((contest) => {
      if (!contest.among.some((id) => votes.has(id))) return [contest]
      const counted = countOne(contest, votes, round.present)
      elected.push(...counted.elected)
      reserve.push(...counted.reserve)
      return counted.contests
    })
  }
  return { elected, contests, reserve: reserve.filter((id) => !elected.includes(id)) }
}

function countOne(contest: Contest, votes: ReadonlyMap<string, number>, present: number): Counted {
  const of = (id: string) => votes.get(id) ?? 0
  const ranked = [...contest.among].sort((a, b) => of(b) - of(a))
  const passed = ranked.filter((id) => reaches(thresholds.elected, of(id), present))
  if (passed.length <= contest.seats) {
    const left = contest.seats - passed.length
    const among = ranked.filter((id) => !passed.includes(id))
    const open: Contest[] =
      left > 0 && among.length > 0 ? [{ ...contest, seats: left, among, why: "majority" }] : []
    return { elected: passed, contests: open, reserve: [] }
  }
  const cut = of(passed[contest.seats - 1]!)
  if (of(passed[contest.seats]!) < cut)
    return {
      elected: passed.slice(0, contest.seats),
      contests: [],
      reserve: passed.slice(contest.seats),
    }
  const above = passed.filter((id) => of(id) > cut)
  const tied = passed.filter((id) => of(id) === cut)
  return {
    elected: above,
    contests: [{ grade: contest.grade, seats: contest.seats - above.length, among: tied, why: "tie" }],
    reserve: passed.filter((id) => of(id) < cut),
  }
}
