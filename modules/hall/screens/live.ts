import { useEffect, useRef, useState } from "react"
import { address, type Out, type Refusal } from "#kit/web/call.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { live } from "../contract.ts"

type Answer = Out<typeof live>
export type Shown = NonNullable<Answer["shown"]>

export interface Live {
  readonly shown: Shown | undefined
  readonly revision: number
  /** No answer came the last time; the page goes on asking. */
  readonly lost: boolean
  readonly refused: Refusal | undefined
  /** What the server's clock is ahead of this phone's, in milliseconds. */
  readonly ahead: number
}

const usual = 3_000
const longest = 20_000

/** Apart from each other: 3,000 phones that woke together shall not ask together. */
const around = (wait: number): number => wait * (0.75 + Math.random() / 2)

/**
 * Follows a hall: asks every few seconds whether anything changed, less often where no answer comes, not at all while
 * the page is hidden, and at once when it is looked at again.
 */
export function useLive(assembly: string): Live {
  const { university } = useViewer()
  const [now, set] = useState<Live>({
    shown: undefined,
    revision: 0,
    lost: false,
    refused: undefined,
    ahead: 0,
  })
  const known = useRef<{ revision: number; failed: number } | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    known.current = null
    const next = (wait: number) => {
      clearTimeout(timer)
      if (!over && !document.hidden) timer = setTimeout(ask, wait)
    }
    const ask = async () => {
      const since = known.current?.revision
      const asked = { assembly, university: university.id, ...(since === undefined ? {} : { since }) }
      try {
        const response = await fetch(address(live, asked), { headers: { accept: "application/json" } })
        if (response.status === 404) {
          const { error } = (await response.json()) as { error: Refusal }
          if (!over) set((before) => ({ ...before, lost: false, refused: error }))
          return next(around(longest))
        }
        if (!response.ok) throw new Error(`${response.status}`)
        const answer = (await response.json()) as Answer
        const date = Date.parse(response.headers.get("date") ?? "")
        if (over) return
        known.current = { revision: answer.revision, failed: 0 }
        set((before) => ({
          shown: answer.shown ?? before.shown,
          revision: answer.revision,
          lost: false,
          refused: undefined,
          ahead: before.shown || Number.isNaN(date) ? before.ahead : date - Date.now(),
        }))
        next(around(usual))
      } catch {
        const failed = (known.current?.failed ?? 0) + 1
        if (known.current) known.current.failed = failed
        if (!over) set((before) => ({ ...before, lost: true }))
        next(around(Math.min(longest, usual * 1.5 ** failed)))
      }
    }
    const look = () => (document.hidden ? clearTimeout(timer) : next(0))
    document.addEventListener("visibilitychange", look)
    addEventListener("online", look)
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", look)
      removeEventListener("online", look)
    }
  }, [assembly, university.id])
  return now
}
