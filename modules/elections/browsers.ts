import {
  decrypt,
  encryptBallot,
  groupOf,
  makeCredential,
  makeTrusteeKey,
  readElection,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
  verifyArchive,
} from "@qiaoliang/ballot"
import { unwrap } from "@qiaoliang/basics"
import sodium from "libsodium-wrappers-sumo"
import type { TestWorld } from "#kit/server/test-world.ts"
import type { Hall } from "./build.ts"
import * as contract from "./contract.ts"

/** What the browsers of trustees, officer and delegates do, for tests. */

/** What the browsers of a vote's people keep to themselves. */
export interface Secrets {
  /** By number of the trustee: the scalar, or the seed. */
  readonly keys: Map<string, string>
  readonly phones: Map<string, { publicKey: Uint8Array; privateKey: Uint8Array }>
}

export const noSecrets = (): Secrets => ({ keys: new Map(), phones: new Map() })

/** Each trustee's browser takes its steps until it is done, or so many of them. */
export async function makeKeys(
  w: TestWorld,
  id: string,
  numbers: readonly string[],
  s: Secrets,
  rounds = 3,
): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const number of numbers) {
      const person = await w.as(number)
      const t = unwrap(await person.get(contract.trustee, { id }))
      const group = await groupOf(t.group)
      const at = { index: t.index, threshold: t.threshold, size: t.size }
      const post = async (kind: "key" | "cert" | "deal" | "output", body: string) =>
        unwrap(await person.post(contract.postMessage, { id, kind, body }))
      const certs = t.certs as string[]
      if (t.next === "key") {
        const key = makeTrusteeKey(group)
        s.keys.set(number, key.secret)
        await post("key", key.public)
      } else if (t.next === "cert") {
        const { seed, cert } = thresholdStart(group, at)
        s.keys.set(number, seed)
        await post("cert", cert)
      } else if (t.next === "deal")
        await post("deal", await thresholdDeal(group, at, s.keys.get(number)!, certs))
      else if (t.next === "output") {
        const done = await thresholdFinish(group, at, s.keys.get(number)!, certs, t.deals as string[])
        if ("output" in done) await post("output", done.output)
        else throw new Error(`blames ${done.blame}`)
      }
    }
}

/** Phones of some delegates hand over their keys. */
export async function registerPhones(
  w: TestWorld,
  assembly: string,
  numbers: readonly string[],
  s: Secrets,
): Promise<void> {
  await sodium.ready
  for (const number of numbers) {
    const pair = s.phones.get(number) ?? sodium.crypto_box_keypair()
    s.phones.set(number, pair)
    const key = Buffer.from(pair.publicKey).toString("base64")
    unwrap(await (await w.as(number)).post(contract.registerKey, { assembly, key }))
  }
}

/** What the officer's browser does; answers the slips it printed, by number. */
export async function giveOut(w: TestWorld, id: string): Promise<Map<string, string>> {
  await sodium.ready
  const officer = await w.as("CRED")
  const list = unwrap(await officer.get(contract.issuing, { id }))
  const group = await groupOf(list.group)
  const slips = new Map<string, string>()
  const publics: string[] = []
  const envelopes = list.delegates.map((d) => {
    const made = makeCredential(group, list.uuid)
    publics.push(made.public)
    if (!d.key) {
      slips.set(d.number, made.secret)
      return { number: d.number, key: null, sealed: null }
    }
    const sealed = sodium.crypto_box_seal(made.secret, Buffer.from(d.key, "base64"))
    return { number: d.number, key: d.key, sealed: Buffer.from(sealed).toString("base64") }
  })
  unwrap(await officer.post(contract.issue, { id, credentials: publics.toSorted(), envelopes }))
  return slips
}

/** The delegate's private credential, from the phone's envelope or the slip. */
export async function credentialOf(
  w: TestWorld,
  hall: Hall,
  id: string,
  number: string,
  s: Secrets,
  slips: ReadonlyMap<string, string>,
): Promise<string> {
  const mine = unwrap(await (await w.as(number)).get(contract.mine, { assembly: hall.assembly }))
  const own = mine.elections.find((e) => e.id === id)
  if (own?.envelope === "slip") return slips.get(number)!
  const phone = s.phones.get(number)!
  return sodium.to_string(
    sodium.crypto_box_seal_open(Buffer.from(own!.sealed!, "base64"), phone.publicKey, phone.privateKey),
  )
}

/** A ballot's text as the booth makes it. */
export async function fill(w: TestWorld, id: string, secret: string, choices: number[][]): Promise<string> {
  const booth = unwrap(await w.stranger.get(contract.booth, { id }))
  const read = readElection(booth.election!)
  if (!read.ok) throw new Error(read.error)
  return encryptBallot(await groupOf(booth.group), read.value, secret, choices)
}

/** Cast without a cookie. */
export async function cast(w: TestWorld, id: string, ballot: string) {
  const answer = await w.app.inject({
    method: "POST",
    url: `/api/elections/ballots/${id}`,
    headers: { "content-type": "application/json" },
    payload: ballot,
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** What the browsers of these trustees do after closing. */
export async function openBox(w: TestWorld, id: string, numbers: readonly string[], s: Secrets) {
  let last: { state: string; missing: number } | undefined
  for (const number of numbers) {
    const person = await w.as(number)
    const t = unwrap(await person.get(contract.trustee, { id }))
    const group = await groupOf(t.group)
    const read = readElection(t.election!)
    if (!read.ok) throw new Error(read.error)
    const kept = s.keys.get(number)!
    const secret =
      t.kind === "mandatory"
        ? kept
        : await thresholdSecret(
            group,
            { index: t.index, threshold: t.threshold, size: t.size },
            kept,
            t.certs as string[],
            t.deals as string[],
          )
    const body = decrypt(group, read.value, t.tally!, secret)
    last = unwrap(await person.post(contract.postDecryption, { id, body }))
  }
  return last!
}

export async function archiveOf(w: TestWorld, id: string): Promise<Uint8Array> {
  const answer = await w.stranger.send({ method: "GET", url: `/api/elections/archive/${id}.bel` })
  return new Uint8Array(answer.rawPayload)
}

/** Give out, open, cast these choices by the delegates in their order, close, open the box; the archive verifies. */
export async function holdVote(
  w: TestWorld,
  hall: Hall,
  id: string,
  choices: readonly number[][][],
  trustees: readonly string[],
  s: Secrets,
) {
  const chair = await w.as("CHAIR")
  const slips = await giveOut(w, id)
  unwrap(await chair.post(contract.open, { id }))
  for (const [i, rows] of choices.entries()) {
    const credential = await credentialOf(w, hall, id, hall.delegates[i]!, s, slips)
    const { status, body } = await cast(w, id, await fill(w, id, credential, rows))
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  unwrap(await chair.post(contract.close, { id }))
  await openBox(w, id, trustees, s)
  const verified = await verifyArchive(await archiveOf(w, id))
  if (!verified.ok) throw new Error(verified.error)
  return unwrap(await chair.get(contract.one, { id }))
}
