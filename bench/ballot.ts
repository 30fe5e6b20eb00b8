import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { checkBallot, type GroupName, groupOf, newUuid } from "@qiaoliang/ballot"
import { archiveOf, hold, prepare, singles, template, unwrap, yesNo } from "../packages/ballot/for-tests.ts"
import { Reference } from "../packages/ballot/reference-for-tests.ts"
import { openVotersPage } from "./ballot-page.ts"
import { interleaved, type Line, ms, ratio, timed } from "./report.ts"

/** Five candidates, three answers each. */
const questions = Array.from({ length: 5 }, () => yesNo)
const rows = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
]
const delegates = 300
/** Ballots the reference checks in one process, for the figure of one; and those we do for one figure. */
const few = 8
const times = 10

const cli = fileURLToPath(new URL("../apps/cli/main.ts", import.meta.url))

/** Ballots and an archive in Ed25519, against Debian's belenios-tool 2.0 in BELENIOS-2048. */
export async function ballotLines(rounds: number): Promise<Line[]> {
  return [...(await oneBallot(rounds * 3)), await wholeArchive(rounds)]
}

async function oneBallot(rounds: number): Promise<Line[]> {
  const group = await groupOf("Ed25519")
  const { election, text, credentials, publics, cast } = prepare(group, singles(group, 3), 1, questions)
  const ballot = cast(0, rows)
  const verify = () => unwrap(checkBallot(group, election, publics, ballot))
  const reference = begun()
  const filled = begun()
  for (let i = 0; i < few; i++) filled.add("Ballot", filled.ballot(filled.secret, rows))
  const page = await openVotersPage()
  try {
    const encrypt = (count: number) =>
      page.encrypt({ election: text, secret: credentials[0]!.secret, rows, count })
    const first = await encrypt(1)
    await encrypt(3 * times)
    for (let i = 0; i < 3 * times; i++) verify()
    const taken = await interleaved(rounds, {
      verify: async () => worked(() => Array.from({ length: times }, verify)) / times,
      encrypt: async () => (await encrypt(times)).each,
      empty: async () => worked(() => reference.run(["election", "verify"])),
      filled: async () => worked(() => filled.run(["election", "verify"])),
      start: () => timed(async () => reference.run(["setup", "generate-token"])),
      generate: () => timed(async () => reference.ballot(reference.secret, rows)),
    })
    const cold = `a page's first ${ms(first.each)}, after ${ms(first.loading)} of loading`
    return [
      ratio(
        "verify a ballot of 5 × 3 ÷ belenios-tool 2.0",
        taken.verify,
        (taken.filled - taken.empty) / few,
        0.1,
        "processor time",
      ),
      ratio("encrypt it in Chromium ÷ belenios-tool", taken.encrypt, taken.generate - taken.start, 0.5, cold),
    ]
  } finally {
    await page.close()
    reference.remove()
    filled.remove()
  }
}

/**
 * Milliseconds of processor time, of this process and of those it ran: one thread against one thread, whoever
 * else keeps the machine busy.
 */
function worked(work: () => unknown): number {
  const total = () => {
    const { user, system } = process.cpuUsage()
    // Those waited for stand in fields 16 and 17, in hundredths of a second.
    const [children, more] = readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ").slice(13, 15)
    return (user + system) / 1000 + (Number(children) + Number(more)) * 10
  }
  const before = total()
  work()
  return total() - before
}

/** An election of the reference tool, open, and a credential in it. */
function begun(): Reference & { secret: string } {
  const reference = new Reference()
  const uuid = newUuid()
  reference.singles(3)
  const { secrets } = reference.credentials(uuid, 1)
  reference.begin(uuid, template(...questions))
  return Object.assign(reference, { secret: secrets[0]! })
}

/** The whole command each: start, chain, keys, ballots on all processors, tally, decryptions, result. */
async function wholeArchive(rounds: number): Promise<Line> {
  const ours = new Reference()
  const theirs = new Reference()
  try {
    ours.write("election.bel", await finished("Ed25519"))
    theirs.write("election.bel", await finished("BELENIOS-2048"))
    const taken = await interleaved(rounds, {
      ours: () =>
        timed(async () => {
          const run = spawnSync(process.execPath, [cli, "verify", join(ours.folder, "election.bel")])
          if (run.status !== 0) throw new Error(`${run.stderr}`)
        }),
      theirs: () => timed(async () => theirs.run(["election", "verify"])),
    })
    return ratio(`verify an archive of ${delegates} ballots ÷ belenios-tool`, taken.ours, taken.theirs, 0.06)
  } finally {
    ours.remove()
    theirs.remove()
  }
}

async function finished(name: GroupName): Promise<Uint8Array> {
  const group = await groupOf(name)
  const prepared = prepare(group, singles(group, 3), delegates, questions)
  return archiveOf(
    hold(
      prepared,
      Array.from({ length: delegates }, (_, i) => prepared.cast(i, rows)),
    ),
  )
}
