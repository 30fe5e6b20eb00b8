import { type ReactNode, useEffect, useRef } from "react"
import { Go, useFilter } from "./nav.tsx"
import "./check-in.css"

/** Parts of a page where somebody checks in on a phone: by a code that was scanned, or by typing it. */

/** What to do once with the code that was scanned: the scan is the deed, nothing more is pressed. */
export function useScanned(may: boolean, run: (code: string) => unknown): void {
  const [{ code }] = useFilter()
  const sent = useRef(false)
  useEffect(() => {
    if (!code || !may || sent.current) return
    sent.current = true
    void run(code)
  })
}

interface CheckInDoorProps {
  /** Where one comes back to: without the code, which will be old by then. */
  readonly back: string
  readonly signIn: string
  /** Why one has to sign in. */
  readonly children: string
}

export function CheckInDoor({ back, signIn, children }: CheckInDoorProps): ReactNode {
  return (
    <section className="panel check-in">
      <p>{children}</p>
      <Go to={`/sign-in?back=${encodeURIComponent(back)}`} className="button button-main">
        {signIn}
      </Go>
    </section>
  )
}

interface CodeFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
}

/** A code as it stands on the organiser's screen, in one piece or in two halves. */
export function CodeField({ label, value, onChange }: CodeFieldProps): ReactNode {
  return (
    <label className="check-in-code">
      <span>{label}</span>
      <input
        value={value}
        onChange={(e) => onChange(e.target.value.toUpperCase())}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={10}
        required
      />
    </label>
  )
}

/** Checked in: seen from an arm's length, by whoever stands at the door. */
export function CheckedIn({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="panel check-in-done" role="status">
      <p className="check-in-tick" aria-hidden="true">
        ✓
      </p>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
