import type { EventType } from "./archive.ts"
import { credentialScalar } from "./credentials.ts"
import { decrypt } from "./decryption.ts"
import { sha256Base64 } from "./encodings.ts"
import {
  type ElectionTemplate,
  encryptBallot,
  eventRecords,
  type Group,
  groupOf,
  header,
  joined,
  makeCredential,
  makeTrusteeKey,
  newUuid,
  type Question,
  readElection,
  readTrustees,
  resultOf,
  setupPayloads,
  tallyOf,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
  thresholdTrustees,
  writeCredentials,
  writeElection,
  writeTrustees,
} from "./index.ts"
import { proveLog } from "./proofs.ts"
import { secureRandom } from "./random.ts"
import { ownedText } from "./verify.ts"

/** Elections small enough for a test, made with the package's own door. */

export const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (result.ok) return result.value
  throw new Error(result.error)
}

export const yesNo: Question = { question: "张三", answers: ["赞成", "反对", "弃权"], min: 1, max: 1 }
export const seats: Question = {
  question: "委员",
  answers: ["甲", "乙", "丙", "丁"],
  min: 1,
  max: 2,
  blank: true,
}
export const template = (...questions: Question[]): ElectionTemplate => ({
  name: "第一次学生代表大会 🗳",
  description: "选举",
  questions,
  administrator: "筹委会",
  credentialAuthority: "资格审查委员会",
})

/** Appends events to an archive. */
export function archiveWriter(timestamp = 1_795_640_463) {
  const parts = [header(timestamp)]
  let parent: { hash: string; height: number } | null = null
  return {
    add(type: EventType, ...payloads: string[]) {
      const { bytes, hash, height } = eventRecords(timestamp, parent, type, payloads)
      parts.push(bytes)
      parent = { hash, height }
    },
    bytes: () => joined(parts),
  }
}

export interface Hall {
  readonly trustees: string
  /** Secret scalars by owner number. */
  readonly secrets: ReadonlyMap<number, string>
}

export const singles = (group: Group, count: number): Hall => {
  const keys = Array.from({ length: count }, () => makeTrusteeKey(group))
  return {
    trustees: writeTrustees(keys.map((key) => key.public)),
    secrets: new Map(keys.map((key, i) => [i + 1, key.secret])),
  }
}

export function prepare(group: Group, hall: Hall, voters: number, questions: readonly Question[]) {
  const uuid = newUuid()
  const text = writeElection(group, uuid, template(...questions), hall.trustees)
  const election = unwrap(readElection(text))
  const credentials = Array.from({ length: voters }, () => makeCredential(group, uuid))
  const list = writeCredentials(credentials.map((each) => each.public))
  return {
    group,
    hall,
    election,
    credentials,
    setup: setupPayloads(text, hall.trustees, list),
    publics: new Set(credentials.map((each) => each.public)),
    cast: (voter: number, rows: number[][]) =>
      encryptBallot(group, election, credentials[voter]!.secret, rows),
  }
}
export type Prepared = ReturnType<typeof prepare>

/** The texts of every event of an election held to its end. */
export function hold(prepared: Prepared, ballots: readonly string[], forge: Partial<Forged> = {}) {
  const { group, hall, election, setup } = prepared
  const honest = tallyOf(group, election, ballots)
  const tally = forge.tally ?? honest.tally
  const decryptions = [...hall.secrets].map(([owner, secret]) => ({
    owner,
    payload: decrypt(group, election, tally, secret),
  }))
  const trustees = unwrap(readTrustees(group, hall.trustees))
  const result =
    forge.result ?? unwrap(resultOf(group, election, trustees, tally, decryptions, honest.counted))
  const sized = forge.sized ?? honest.sized
  const events: [EventType, ...string[]][] = [
    ["Setup", ...setup],
    ...ballots.map((ballot): [EventType, string] => ["Ballot", ballot]),
    ["EndBallots"],
    ["EncryptedTally", tally, sized],
    ...decryptions.map(({ owner, payload }): [EventType, string, string] => [
      "PartialDecryption",
      payload,
      ownedText(owner, payload),
    ]),
    ["Result", result],
  ]
  return events
}
interface Forged {
  readonly tally: string
  readonly sized: string
  readonly result: string
}

export function archiveOf(events: readonly (readonly [EventType, ...string[]])[]): Uint8Array {
  const writer = archiveWriter()
  for (const [type, ...payloads] of events) writer.add(type, ...payloads)
  return writer.bytes()
}

/** One answer of the ballots of a small election; three voters, one of whom votes twice. */
export async function smallElection(hall: (group: Group) => Hall | Promise<Hall>, group?: Group) {
  const of = group ?? (await groupOf("Ed25519"))
  const prepared = prepare(of, await hall(of), 3, [yesNo, seats])
  const ballots = [
    prepared.cast(0, [
      [1, 0, 0],
      [0, 1, 1, 0, 0],
    ]),
    prepared.cast(1, [
      [0, 1, 0],
      [1, 0, 0, 0, 0],
    ]),
    prepared.cast(0, [
      [0, 0, 1],
      [0, 0, 0, 1, 0],
    ]),
  ]
  return {
    prepared,
    ballots,
    result: [
      [0, 1, 1],
      [1, 0, 0, 1, 0],
    ],
  }
}

/** A key shared so that any `threshold` of `size` can decrypt; only `present` have their secrets at hand. */
export async function shared(
  group: Group,
  threshold: number,
  size: number,
  present: readonly number[],
): Promise<Hall> {
  const contexts = Array.from({ length: size }, (_, i) => ({ index: i + 1, threshold, size }))
  const started = contexts.map((context) => thresholdStart(group, context))
  const certs = started.map((each) => each.cert)
  const deals = await Promise.all(contexts.map((c, i) => thresholdDeal(group, c, started[i]!.seed, certs)))
  const outputs = await Promise.all(
    contexts.map(async (c, i) => {
      const finished = await thresholdFinish(group, c, started[i]!.seed, certs, deals)
      if ("blame" in finished) throw new Error(`dealer ${finished.blame}`)
      return finished.output
    }),
  )
  const secrets = await Promise.all(
    present.map(async (index) => {
      const secret = await thresholdSecret(
        group,
        contexts[index - 1]!,
        started[index - 1]!.seed,
        certs,
        deals,
      )
      return [index, secret] as const
    }),
  )
  return {
    trustees: writeTrustees([thresholdTrustees(group, { threshold }, certs, deals, outputs)]),
    secrets: new Map(secrets),
  }
}

/** The same ballot with two answers' ciphertexts exchanged, compact as before. */
export function swapped(ballot: string): string {
  const json = JSON.parse(ballot) as { answers: { choices: unknown[] }[] }
  const { choices } = json.answers[0]!
  json.answers[0]!.choices = [choices[1], choices[0], ...choices.slice(2)]
  return JSON.stringify(json)
}

/** A ballot whose content was changed and which its voter has signed again. */
export function resigned(
  { group, election, credentials }: Prepared,
  voter: number,
  ballot: string,
  // biome-ignore lint/suspicious/noExplicitAny: malformed on purpose
  change: (ballot: any) => void,
): string {
  const json = JSON.parse(ballot)
  delete json.signature
  change(json)
  const x = credentialScalar(group, election.uuid, credentials[voter]!.secret)
  const hash = sha256Base64(JSON.stringify(json))
  return JSON.stringify({
    ...json,
    signature: { hash, proof: proveLog(group, x, `sig|${hash}|`, secureRandom) },
  })
}
