import {
  groupOf,
  readArchive,
  readTrustees,
  type TrusteeEntry,
  trackerOf,
  type Verified,
  type VerifyStep,
} from "@qiaoliang/ballot"

/** All the page shows of one archive: plain data, sent from a worker. */
export interface Report {
  readonly verified: Verified
  /** Where `verified` does not hold, the step at which it does not. */
  readonly failed: VerifyStep | null
  readonly size: number
  /** Ballots in the order of the box; none where the chain itself is broken. */
  readonly ballots: readonly BoxBallot[]
  readonly trustees: readonly TrusteeEntry[]
}

export interface BoxBallot {
  readonly height: number
  readonly tracker: string
  /** A later ballot of the same credential counts instead. */
  readonly replaced: boolean
}

export async function reportOf(bytes: Uint8Array, verified: Verified, last: VerifyStep): Promise<Report> {
  const archive = readArchive(bytes)
  const events = archive.ok ? archive.value.events : []
  const { election, ok } = verified
  const trustees =
    ok && election ? readTrustees(await groupOf(election.group), events[0]!.data[1]!) : undefined
  const box = events.flatMap(({ height, type, data }) =>
    type === "Ballot" ? [{ height, tracker: trackerOf(data[0]!), voter: ok ? voterOf(data[0]!) : "" }] : [],
  )
  const counts = new Map(box.map(({ voter, height }) => [voter, height]))
  return {
    verified,
    failed: ok ? null : last,
    size: bytes.length,
    ballots: box.map(({ height, tracker, voter }) => ({
      height,
      tracker,
      replaced: ok && counts.get(voter) !== height,
    })),
    trustees: trustees?.ok ? trustees.value.entries : [],
  }
}

/** Of a ballot that was checked. */
const voterOf = (ballot: string): string => (JSON.parse(ballot) as { credential: string }).credential
