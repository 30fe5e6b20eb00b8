import { type ReactNode, useEffect, useState } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { listen } from "#kit/web/tell.ts"

/** Passing words, at the foot of the window. */
export function Notices(): ReactNode {
  const [said, say] = useState<{ words?: string; refusal?: Refusal } | null>(null)
  useEffect(() => listen((x) => say(x.kind === "done" ? { words: x.words } : { refusal: x.refusal })), [])
  useEffect(() => {
    if (!said) return
    const gone = setTimeout(() => say(null), said.refusal ? 10_000 : 4_000)
    return () => clearTimeout(gone)
  }, [said])
  return (
    <div className="site-notices no-print" aria-live="polite">
      {said?.words ? <p>{said.words}</p> : null}
      {said?.refusal ? <Problem refusal={said.refusal} /> : null}
    </div>
  )
}
