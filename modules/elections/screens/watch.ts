import { useEffect, useState } from "react"
import { call, type Out, type Refusal, refusalOf } from "#kit/web/call.ts"
import { board } from "../contract-asked.ts"
import type { Checkpoint } from "../shapes.ts"
import { type Alarm, brokenAt, continuity, type Line } from "./board-check.ts"
import { hexOf } from "./bytes.ts"
import { keep, kept, type Seen } from "./keeping.ts"

type Answer = Out<typeof board>

export interface Watched {
  readonly lines: readonly Line[]
  readonly now: Answer
  /** What is wrong; null where everything this browser can check holds; undefined before it has checked. */
  readonly alarm: Alarm | null | undefined
  /** The last state seen before this one: with the present one the proof of an alarm. */
  readonly before: Seen | null
  /** No answer came the last time. */
  readonly lost: boolean
}

interface Watching {
  readonly board: Watched | undefined
  readonly refused: Refusal | undefined
}

const usual = 5_000
const longest = 30_000
/** Nothing more happens to the box. */
const over = ["announced", "ratified", "refused", "void"]

/**
 * Follows the board of an election, event by event, and checks it as it grows: each link of the chain, the signature
 * of its checkpoint, and that it continues what this browser saw at any time before.
 */
export function useBoard(id: string): Watching {
  const [seen, set] = useState<Watching>({ board: undefined, refused: undefined })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    let failed = 0
    let asking = false
    /** Events whose chain was checked. */
    let verified = 0
    let lines: readonly Line[] = []
    const next = (wait: number) => {
      clearTimeout(timer)
      if (!gone && !document.hidden) timer = setTimeout(ask, wait * (0.75 + Math.random() / 2))
    }
    const ask = async () => {
      if (asking) return
      asking = true
      // What was seen before it is asked: another window may see more while the answer is on its way.
      const known = kept("seen", id)
      try {
        let now = await call(board, { id, since: lines.length - 1 })
        let found = [...lines, ...now.events]
        while (now.more && now.events.length > 0) {
          now = await call(board, { id, since: found.length - 1 })
          found = [...found, ...now.events]
        }
        if (gone) return
        failed = 0
        lines = found
        const settled = now
        set((was) => ({
          board: {
            lines: found,
            now: settled,
            alarm: was.board?.alarm,
            before: was.board?.before ?? null,
            lost: false,
          },
          refused: undefined,
        }))
        const alarm = await checked(id, known, found, settled, found.length > verified)
        if (gone) return
        verified = found.length
        set((was) => (was.board ? { ...was, board: { ...was.board, alarm, before: known } } : was))
        // A board that is not what it was is not followed any further: the proof stays as it is.
        if (alarm) gone = true
        next(over.includes(settled.state) ? longest * 2 : usual)
      } catch (error) {
        if (gone) return
        failed += 1
        const refusal = refusalOf(error)
        set((was) =>
          was.board
            ? { ...was, board: { ...was.board, lost: true } }
            : { board: undefined, refused: refusal },
        )
        next(Math.min(longest, usual * 1.5 ** failed))
      } finally {
        asking = false
      }
    }
    const look = () => (document.hidden ? clearTimeout(timer) : next(0))
    document.addEventListener("visibilitychange", look)
    addEventListener("online", look)
    void ask()
    return () => {
      gone = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", look)
      removeEventListener("online", look)
    }
  }, [id])
  return seen
}

async function checked(
  id: string,
  before: Seen | null,
  lines: readonly Line[],
  { checkpoint, signingKey }: Answer,
  chain: boolean,
): Promise<Alarm | null> {
  if (!checkpoint) return before ? "shorter" : null
  const { isSigned, trackerOf } = await import("./instruments.ts")
  const alarm = await fault(before, checkpoint, signingKey, lines, isSigned, () =>
    chain ? brokenAt(lines, (text) => hexOf(trackerOf(text)), hexOf) : null,
  )
  const latest = kept("seen", id)?.checkpoint.height ?? -1
  if (!alarm && checkpoint.height >= latest) keep("seen", id, { signingKey, checkpoint })
  return alarm
}

async function fault(
  before: Seen | null,
  checkpoint: Checkpoint,
  signingKey: string,
  lines: readonly Line[],
  isSigned: (c: Checkpoint, key: string) => Promise<boolean>,
  broken: () => number | null,
): Promise<Alarm | null> {
  if (before && before.signingKey !== signingKey) return "key"
  if (!(await isSigned(checkpoint, signingKey))) return "signature"
  return continuity(lines, checkpoint, before?.checkpoint ?? null) ?? (broken() === null ? null : "chain")
}
