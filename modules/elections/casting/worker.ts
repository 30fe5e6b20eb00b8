import { parentPort } from "node:worker_threads"
import {
  checkBallot,
  type Election,
  type Group,
  groupOf,
  readCredentials,
  readElection,
  tallyOf,
} from "@qiaoliang/ballot"
import type { Answers, FromWorker, Setting, ToWorker, Work } from "./work.ts"

/** The heavy arithmetic of ballots, away from the thread that answers everybody else. */

interface Known {
  readonly group: Promise<Group>
  readonly election: Election
  readonly credentials: ReadonlySet<string>
}

const settings = new Map<string, Known>()
const port = parentPort!

function learn(s: Setting): void {
  const election = readElection(s.election)
  if (!election.ok) throw new Error(election.error)
  settings.set(s.id, {
    group: groupOf(s.group),
    election: election.value,
    credentials: new Set(s.credentials),
  })
}

async function answer(id: string, work: Work): Promise<Answers[Work["kind"]]> {
  if (work.kind === "credentials") return readCredentials(await groupOf(work.group), work.text)
  const known = settings.get(id)
  if (!known) throw new Error(`a worker was not told of election ${id}`)
  const group = await known.group
  return work.kind === "ballot"
    ? checkBallot(group, known.election, known.credentials, work.ballot)
    : tallyOf(group, known.election, work.ballots)
}

port.on("message", (told: ToWorker) => {
  if ("setting" in told) return learn(told.setting)
  if ("forget" in told) return void settings.delete(told.forget)
  answer(told.election, told.work).then(
    (given) => port.postMessage({ job: told.job, answer: given } satisfies FromWorker),
    (error: Error) => port.postMessage({ job: told.job, failure: error.message } satisfies FromWorker),
  )
})
