/** Runs in the browser: encrypts ballots and says how long each took. */
import { encryptBallot, groupOf, readElection } from "@qiaoliang/ballot"

export interface Encryption {
  /** election.json */
  readonly election: string
  readonly secret: string
  readonly rows: number[][]
  readonly count: number
}

/** Milliseconds. */
export interface Encrypted {
  readonly loading: number
  readonly each: number
}

async function encrypt({ election, secret, rows, count }: Encryption): Promise<Encrypted> {
  const start = performance.now()
  const read = readElection(election)
  if (!read.ok) throw new Error(read.error)
  const group = await groupOf(read.value.group)
  const loaded = performance.now()
  for (let i = 0; i < count; i++) encryptBallot(group, read.value, secret, rows)
  return { loading: loaded - start, each: (performance.now() - loaded) / count }
}

Object.assign(globalThis, { encrypt })
