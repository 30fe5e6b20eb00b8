import type { ReactNode } from "react"
import "./shown-code.css"

interface ShownCodeProps {
  readonly of: {
    readonly code: string
    /** SVG. */
    readonly qr: string
  }
  /** Another one is on its way: this one is not to be used. */
  readonly busy?: boolean
  /** The server has not confirmed it for a while: a code that may no longer be taken is worse than none. */
  readonly lost?: boolean
  readonly words: {
    /** What the drawing is. */
    readonly qr: string
    /** How long this code is still good. */
    readonly left: string
    readonly lost: string
  }
  /** How it is used. */
  readonly children: ReactNode
}

/** A rotating code held up to those who are there: to scan, or to type. */
export function ShownCode({ of, words, busy, lost, children }: ShownCodeProps): ReactNode {
  return (
    <div className={busy ? "shown-code shown-code-busy" : "shown-code"}>
      {lost ? (
        <p className="shown-code-lost" role="alert">
          {words.lost}
        </p>
      ) : (
        <>
          <img alt={words.qr} src={`data:image/svg+xml,${encodeURIComponent(of.qr)}`} />
          <p className="shown-code-letters" aria-live="off">
            {of.code}
          </p>
        </>
      )}
      <p className="muted">{children}</p>
      {lost ? null : <p className="muted">{words.left}</p>}
    </div>
  )
}
