import type { Out } from "#kit/web/call.ts"
import type { trustee } from "../contract-asked.ts"
import { keep, kept, type TrusteeKept } from "./keeping.ts"

/** What a trustee's browser does in each round. Only messages that are public leave it. */
export type Ceremony = Out<typeof trustee>

const place = (id: string, number: string) => `${id}.${number}`

/**
 * The secret of the present attempt, or of an earlier round whose keys are used again; null where this browser has
 * none, or only one of an attempt given up.
 */
export function secretOf(id: string, number: string, of: Ceremony): TrusteeKept | null {
  for (const round of of.rounds) {
    const own = kept("trustee", place(round.id, number))
    if (own && fits(own, of)) return own.uuid === of.uuid ? own : carried(id, of, own.secret)
  }
  return null
}

/** Of this attempt; or of an earlier round, where the public part is there and was not made anew for this one. */
const fits = (own: Partial<TrusteeKept>, of: Ceremony): boolean =>
  own.index === of.index &&
  own.kind === of.kind &&
  (own.uuid === of.uuid
    ? own.attempt === of.attempt
    : of.rounds.some((r) => r.uuid === own.uuid) &&
      of.attempt === 1 &&
      (of.kind === "mandatory" ? of.keys : of.certs)[of.index - 1] !== null)

const carried = (id: string, of: Ceremony, secret: string): TrusteeKept => {
  const { uuid, title, index, attempt, kind } = of
  return { election: id, uuid, title, index, attempt, kind, secret, message: null, saved: true }
}

export const keepSecret = (id: string, number: string, own: TrusteeKept): boolean =>
  keep("trustee", place(id, number), own)

const contextOf = ({ index, threshold, size }: Ceremony) => ({ index, threshold, size })

/** Round 1: the secret, and the message that makes it known without giving it away. */
export async function begin(id: string, of: Ceremony): Promise<TrusteeKept> {
  const { groupOf, makeTrusteeKey, thresholdStart } = await import("./instruments.ts")
  const group = await groupOf(of.group)
  const own = {
    election: id,
    uuid: of.uuid,
    title: of.title,
    index: of.index,
    attempt: of.attempt,
    kind: of.kind,
  }
  if (of.kind === "mandatory") {
    const key = makeTrusteeKey(group)
    return { ...own, secret: key.secret, message: key.public, saved: false }
  }
  const { seed, cert } = thresholdStart(group, contextOf(of))
  return { ...own, secret: seed, message: cert, saved: false }
}

const all = (round: Ceremony["certs"]): string[] => round.filter((text) => text !== null)

/** Rounds 2 and 3. Throws RangeError where the secret is not the one the messages belong to. */
export async function go(
  of: Ceremony,
  secret: string,
): Promise<{ kind: "deal" | "output" | "blame"; body: string }> {
  const { groupOf, thresholdDeal, thresholdFinish } = await import("./instruments.ts")
  const group = await groupOf(of.group)
  const certs = all(of.certs)
  if (of.next === "deal")
    return { kind: "deal", body: await thresholdDeal(group, contextOf(of), secret, certs) }
  const done = await thresholdFinish(group, contextOf(of), secret, certs, all(of.deals))
  return "output" in done
    ? { kind: "output", body: done.output }
    : { kind: "blame", body: JSON.stringify({ blame: done.blame }) }
}

/** This trustee's part of opening the box. Throws where the secret is another, or the texts are none. */
export async function openBox(of: Ceremony, secret: string): Promise<string> {
  const { decrypt, groupOf, readElection, thresholdSecret } = await import("./instruments.ts")
  const group = await groupOf(of.group)
  const read = readElection(of.election ?? "")
  if (!read.ok || of.tally === null) throw new RangeError("no tally yet")
  const key =
    of.kind === "mandatory"
      ? secret
      : await thresholdSecret(group, contextOf(of), secret, all(of.certs), all(of.deals))
  return decrypt(group, read.value, of.tally, key)
}

/** The file a trustee keeps, and reads again on another device. */
export const fileOf = ({ election, uuid, title, index, attempt, kind, secret }: TrusteeKept): string =>
  JSON.stringify({ qiaoliang: "trustee", election, uuid, title, index, attempt, kind, secret }, null, 1)

/** Null where the file is none, or belongs to another election, trustee or attempt. */
export function fromFile(text: string, id: string, of: Ceremony): TrusteeKept | null {
  try {
    const read = JSON.parse(text) as Partial<TrusteeKept> & { qiaoliang?: string }
    return read.qiaoliang === "trustee" && typeof read.secret === "string" && fits(read, of)
      ? carried(id, of, read.secret)
      : null
  } catch {
    return null
  }
}
