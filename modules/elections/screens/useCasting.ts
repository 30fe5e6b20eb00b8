import { useCallback, useEffect, useRef, useState } from "react"
import { call, type Out, type Refusal } from "#kit/web/call.ts"
import { board, type booth } from "../contract-asked.ts"
import type { Accepted } from "../shapes.ts"
import { type Alarm, standsAt } from "./board-check.ts"
import { ballotsOf, type Cast, keep, kept } from "./keeping.ts"
import { send } from "./send.ts"

/** `missing`: the ballot is not where the box said it is. */
export type Checked = "holds" | "missing" | Alarm

export interface Casting {
  readonly step: "rest" | "encrypting" | "sending" | "checking" | "done"
  /** How often the box did not answer. */
  readonly tries: number
  readonly refused: Refusal | undefined
  /** In the box, the last counts. */
  readonly cast: readonly Cast[]
  readonly checked: Checked | undefined
  /** Encrypts the choices, keeps the ballot until the box has it, and checks the board. */
  readonly vote: (secret: string, choices: number[][]) => Promise<void>
  readonly again: () => void
}

type Of = Out<typeof booth>

/**
 * From choices to a ballot on the board. A ballot not yet acknowledged is sent on when the page opens again. `open`
 * is the public credential in use, where it is known: ballots of others on the same device are not shown.
 */
export function useCasting(of: Of, open: string | null): Casting {
  const [step, setStep] = useState<Casting["step"]>(() => {
    const { waiting, cast } = ballotsOf(of.id)
    return waiting ? "sending" : cast.length > 0 ? "done" : "rest"
  })
  const [tries, setTries] = useState(0)
  const [refused, setRefused] = useState<Refusal>()
  const [checked, setChecked] = useState<Checked>()
  const [cast, setCast] = useState(() => ballotsOf(of.id).cast)
  const leaving = useRef<AbortController>(null)

  const bring = useCallback(
    async (ballot: string) => {
      leaving.current ??= new AbortController()
      setStep("sending")
      const sent = await send(of.cast, ballot, setTries, leaving.current.signal)
      if (sent.kind === "stopped") return
      setTries(0)
      if (sent.kind === "refused") {
        keep("ballots", of.id, { ...ballotsOf(of.id), waiting: null })
        setRefused(sent.refusal)
        return setStep(ballotsOf(of.id).cast.length > 0 ? "done" : "rest")
      }
      const { tracker, height, checkpoint } = sent.answer
      const { credential } = JSON.parse(ballot) as { credential: string }
      const entry = { tracker, credential, height, at: new Date().toISOString(), code: checkpoint.code }
      const all = [...ballotsOf(of.id).cast.filter((c) => c.tracker !== tracker), entry]
      keep("ballots", of.id, { waiting: null, cast: all })
      setCast(all)
      setStep("checking")
      setChecked(await check(of, sent.answer).catch(() => undefined))
      setStep("done")
    },
    [of],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => {
    const { waiting, cast: before } = ballotsOf(of.id)
    if (waiting) void bring(waiting)
    else if (before.length > 0)
      void find(of.id, before.at(-1)!)
        .then((there) => setChecked(there ? "holds" : "missing"))
        .catch(() => undefined)
    return () => {
      leaving.current?.abort()
      leaving.current = null
    }
  }, [])

  const own = open ? cast.filter((c) => c.credential === open) : cast
  return {
    step: step === "done" && own.length === 0 ? "rest" : step,
    tries,
    refused,
    cast: own,
    checked,
    vote: async (secret, choices) => {
      setRefused(undefined)
      setChecked(undefined)
      setStep("encrypting")
      try {
        const ballot = await encrypted(of, secret, choices)
        // Kept first: whatever happens next, it is sent on.
        keep("ballots", of.id, { ...ballotsOf(of.id), waiting: ballot })
        await bring(ballot)
      } catch {
        setRefused({ code: "internal", because: "" })
        setStep("rest")
      }
    },
    again: () => {
      setRefused(undefined)
      setStep("rest")
    },
  }
}

async function encrypted(of: Of, secret: string, choices: number[][]): Promise<string> {
  const { encryptBallot, groupOf, readElection } = await import("./instruments.ts")
  const group = await groupOf(of.group)
  const read = readElection(of.election ?? "")
  if (!read.ok) throw new Error(read.error)
  if (read.value.uuid !== of.uuid) throw new Error("the texts are of another election")
  // The page shows what it is at before the arithmetic holds it up.
  await new Promise((painted) => setTimeout(painted, 30))
  return encryptBallot(group, read.value, secret, choices)
}

const eventAt = async (id: string, height: number) =>
  (await call(board, { id, since: height - 1 })).events.find((e) => e.height === height)

const find = async (id: string, own: Pick<Cast, "height" | "tracker">): Promise<boolean> =>
  standsAt(await eventAt(id, own.height), own)

/** What the box answered, against the board and what this browser saw before. */
async function check(of: Of, { tracker, height, checkpoint }: Accepted): Promise<Checked> {
  const before = kept("seen", of.id)
  const { isSigned } = await import("./instruments.ts")
  if (before && before.signingKey !== of.signingKey) return "key"
  if (!(await isSigned(checkpoint, of.signingKey)) || checkpoint.election !== of.uuid) return "signature"
  if (!(await find(of.id, { height, tracker }))) return "missing"
  if ((await eventAt(of.id, checkpoint.height))?.hash !== checkpoint.hash) return "checkpoint"
  if (before && before.checkpoint.height > checkpoint.height) {
    // An answer that was overtaken by others is no shorter board: the later state is looked up.
    return (await eventAt(of.id, before.checkpoint.height))?.hash === before.checkpoint.hash
      ? "holds"
      : "rewritten"
  }
  if (before && (await eventAt(of.id, before.checkpoint.height))?.hash !== before.checkpoint.hash)
    return "rewritten"
  keep("seen", of.id, { signingKey: of.signingKey, checkpoint })
  return "holds"
}
