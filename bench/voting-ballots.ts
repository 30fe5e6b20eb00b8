import { parentPort, workerData } from "node:worker_threads"
import { encryptBallot, groupOf, readElection } from "@qiaoliang/ballot"

/** Ballots for the bench, made on a thread of its own: one for each credential, saying yes to the first. */
const { text, secrets } = workerData as { text: string; secrets: readonly string[] }
const group = await groupOf("Ed25519")
const election = readElection(text)
if (!election.ok) throw new Error(election.error)
const rows = election.value.questions.map((_, i) => (i === 0 ? [1, 0, 0] : [0, 1, 0]))
parentPort!.postMessage(secrets.map((secret) => encryptBallot(group, election.value, secret, rows)))
