import { encryptBallot, groupOf, readElection } from "@qiaoliang/ballot"
import sodium from "libsodium-wrappers-sumo"
import { overWire } from "./wire.ts"

/** A delegate with a phone, without a browser: what the pages of a delegate do, over real HTTP. */
export async function delegateOver(address: string, assembly: string, number: string, password: string) {
  await sodium.ready
  const own = await overWire(address, number, password)
  const phone = sodium.crypto_box_keypair()
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

  /** The credential sealed to this phone. */
  const credential = async (election: string): Promise<string> => {
    const { elections } = await own.get<{ elections: { id: string; sealed: string | null }[] }>(
      "elections/mine",
      { assembly },
    )
    const sealed = elections.find((e) => e.id === election)?.sealed
    if (!sealed) throw new Error(`${number} was given no credential`)
    return sodium.to_string(
      sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), phone.publicKey, phone.privateKey),
    )
  }
  return {
    number,
    checkIn: (code: string) => own.post("roll/check", { assembly, code }),
    /** The phone's own key, for credentials to come. */
    register: () => own.post("elections/register-key", { assembly, key: text(phone.publicKey) }),
    /** Encrypted here, cast without a cookie. Answers the tracker. */
    vote: async (election: string, names: readonly string[]): Promise<string> => {
      const secret = await credential(election)
      const booth = (await (await fetch(`${address}/api/elections/booth?id=${election}`)).json()) as Booth
      const read = readElection(booth.election)
      if (!read.ok) throw new Error(read.error)
      const rows = rowsFor(booth, names)
      const ballot = encryptBallot(await groupOf(booth.group), read.value, secret, rows)
      const answer = await fetch(`${address}${booth.cast}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: ballot,
      })
      if (!answer.ok) throw new Error(`${number} cannot vote: ${await answer.text()}`)
      return ((await answer.json()) as { tracker: string }).tracker
    },
  }
}

export type Delegate = Awaited<ReturnType<typeof delegateOver>>

interface Booth {
  readonly election: string
  readonly group: Parameters<typeof groupOf>[0]
  readonly mode: "equal" | "surplus"
  readonly candidates: readonly { readonly name: string }[]
  readonly cast: string
}

/** 等额: 赞成 for the names, 反对 for the others. 差额: the names marked, or blank. */
const rowsFor = ({ mode, candidates }: Booth, names: readonly string[]): number[][] =>
  mode === "equal"
    ? candidates.map((c) => (names.includes(c.name) ? [1, 0, 0] : [0, 1, 0]))
    : [[names.length === 0 ? 1 : 0, ...candidates.map((c) => (names.includes(c.name) ? 1 : 0))]]
