import { ok, type Result } from "@qiaoliang/basics"
import { type Archive, looksLikeArchive, type ReadEvent, readArchive } from "./archive.ts"
import { type BallotContext, type BallotFault, checkBallots } from "./check-ballots.ts"
import type { Election } from "./election.ts"
import { sha256Hex } from "./encodings.ts"
import { type Group, type GroupName, groupOf } from "./group.ts"
import { hasKeys, isCount, readCanonical } from "./json.ts"
import { orderFault } from "./order.ts"
import { addFactors, type Factors, type Owned, resultFrom } from "./result.ts"
import { readSetup, type Setup } from "./setup.ts"
import { tallyOf } from "./tally.ts"

/** What is checked, in this order; the rest is not looked at once something is wrong. */
export const verifySteps = ["chain", "setup", "ballots", "tally", "decryptions", "result"] as const
export type VerifyStep = (typeof verifySteps)[number]

export interface VerifyOptions {
  /** Told as each step begins: where the archive does not hold, it is the last one begun. */
  readonly step?: (step: VerifyStep) => void
  readonly progress?: (done: number, of: number) => void
  /** Checks the ballots some other way, for instance in slices on several threads; null where all hold. */
  readonly check?: (
    context: BallotContext,
    ballots: readonly string[],
    progress: (done: number) => void,
  ) => Promise<BallotFault | null>
  /** Where the groups come from, for instance from the second implementation. */
  readonly group?: (name: GroupName) => Promise<Group>
}

export interface Verified {
  readonly ok: boolean
  /** Ballots in the box, earlier ones of the same voter included. */
  readonly ballots: number
  /** Ballots counted: of each voter the last. Known once the box is closed. */
  readonly counted?: number
  /** One row a question; where blank is allowed the blank votes come first. Only of a finished election. */
  readonly result?: readonly (readonly number[])[]
  /** The first thing wrong, a Chinese sentence. */
  readonly error?: string
  readonly notArchive?: true
  readonly election?: Election
  /** How many could vote. */
  readonly credentials?: number
  /** Whether the result is not yet there: voting goes on, or the tally waits for trustees. */
  readonly inProgress?: boolean
  /** The events in order: what delegates compare, as their hashes fix everything before them. */
  readonly checkpoints: readonly Checkpoint[]
}

export interface Checkpoint {
  readonly height: number
  readonly type: ReadEvent["type"]
  readonly hash: string
}

/** Checks everything an archive says, in the order of its chain. Never throws on whatever bytes it is given. */
export async function verifyArchive(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verified> {
  const { step = () => {} } = options
  step("chain")
  const archive = readArchive(bytes)
  if (!archive.ok)
    return {
      ok: false,
      ballots: 0,
      error: archive.error,
      checkpoints: [],
      ...(looksLikeArchive(bytes) ? {} : { notArchive: true }),
    }
  const { events } = archive.value
  const ballots = textsOf(archive.value, "Ballot")
  const known = {
    ballots: ballots.length,
    checkpoints: events.map(({ height, type, hash }) => ({ height, type, hash })),
  }
  const disorder = orderFault(events)
  if (disorder) return { ...known, ok: false, error: disorder }
  step("setup")
  const setup = await readSetup(events[0]!.data, options.group ?? groupOf)
  if (!setup.ok) return { ...known, ok: false, error: setup.error }
  const { election, credentials } = setup.value
  const about = { ...known, election, credentials: credentials.length }
  step("ballots")
  const checking = checkAll(setup.value, ballots, options)
  // While others check the ballots. Whatever comes of it counts only if they all hold.
  const early = options.check ? attempt(setup.value, ballots, archive.value) : null
  const fault = await checking
  if (fault) return { ...about, ok: false, error: `第${fault.at + 1}张选票：${fault.error}` }
  for (const each of early?.steps ?? []) step(each)
  const outcome = early?.outcome ?? afterVoting(setup.value, ballots, archive.value, step)
  return outcome.ok ? { ...about, ok: true, ...outcome.value } : { ...about, ok: false, error: outcome.error }
}

const textsOf = ({ events }: Archive, type: ReadEvent["type"]): string[] =>
  events.flatMap((event) => (event.type === type ? event.data : []))

/** How many ballots are checked before others may have the thread. */
const slice = 8

async function checkAll(
  { group, election, credentials }: Setup,
  ballots: readonly string[],
  { check, progress = () => {} }: VerifyOptions,
): Promise<BallotFault | null> {
  const context: BallotContext = { election, credentials: new Set(credentials) }
  const done = (count: number) => progress(count, ballots.length)
  done(0)
  if (check) return check(context, ballots, done)
  for (let from = 0; from < ballots.length; from += slice) {
    const to = Math.min(from + slice, ballots.length)
    const fault = checkBallots(group, context, ballots, from, to)
    if (fault) return fault
    done(to)
    await new Promise((resume) => setTimeout(resume, 0))
  }
  return null
}

/** What follows the ballots, before it is known whether they hold; null where one that does not is in the way. */
function attempt(setup: Setup, ballots: readonly string[], archive: Archive) {
  const steps: VerifyStep[] = []
  try {
    return { outcome: afterVoting(setup, ballots, archive, (step) => steps.push(step)), steps }
  } catch {
    return null
  }
}

type Outcome = Pick<Verified, "counted" | "result" | "inProgress">

const refuse = (error: string): { ok: false; error: string } => ({ ok: false, error })

function afterVoting(
  setup: Setup,
  ballots: readonly string[],
  archive: Archive,
  step: (step: VerifyStep) => void,
): Result<Outcome, string> {
  const { group, election, trustees } = setup
  const closed = archive.events.some((event) => event.type === "EndBallots")
  if (!closed) return ok({ inProgress: true })
  step("tally")
  const { tally, sized, counted } = tallyOf(group, election, ballots)
  const published = textsOf(archive, "EncryptedTally")
  if (published.length === 0) return ok({ inProgress: true, counted })
  if (published[0] !== tally) return refuse("公布的密文总票与由选票重新计算的不同")
  if (published[1] !== sized) return refuse("公布的计票数与由选票重新计算的不同")
  step("decryptions")
  const factors: Factors = new Map()
  for (const { data } of archive.events.filter((event) => event.type === "PartialDecryption")) {
    const owned = readOwned(data)
    if (!owned) return refuse("部分解密的署名不规范，或与所附的内容不符")
    if (owned.owner > trustees.keys.length) return refuse(`没有第${owned.owner}位监票人，却有其部分解密`)
    const fault = addFactors(factors, group, election, trustees, tally, owned)
    if (fault) return refuse(fault)
  }
  const [announced] = textsOf(archive, "Result")
  if (announced === undefined) return ok({ inProgress: true, counted })
  const result = resultFrom(group, election, trustees, tally, factors, counted)
  if (!result.ok) return result
  step("result")
  if (announced !== result.value) return refuse("公布的结果与解密得到的结果不同")
  const { result: rows } = JSON.parse(announced) as { result: number[][] }
  return ok({ inProgress: false, counted, result: rows })
}

/** `{owner, payload}` as it stands after a partial decryption. */
export const ownedText = (owner: number, decryption: string): string =>
  JSON.stringify({ owner, payload: sha256Hex(decryption) })

function readOwned([decryption = "", text = ""]: readonly string[]): Owned | null {
  const json = readCanonical(text)
  if (!hasKeys(json, "owner", "payload") || !isCount(json.owner) || json.owner === 0) return null
  return json.payload === sha256Hex(decryption) ? { owner: json.owner, payload: decryption } : null
}
