import { type FormEvent, type ReactNode, useState } from "react"
import type { Refusal } from "./call.ts"
import { Problem } from "./states.tsx"
import "./parts/statement.css"

interface StatementProps {
  readonly id: string
  readonly label: string
  /** What becomes of it, and who sees it. */
  readonly note: string
  readonly send: string
  readonly cancel: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onSend: (words: string) => unknown
  readonly onCancel: () => void
}

/** A few sentences sent from a public page; without antd, which public pages do not wait for. */
export function Statement(of: StatementProps): ReactNode {
  const [words, setWords] = useState("")
  const send = (e: FormEvent) => {
    e.preventDefault()
    of.onSend(words)
  }
  return (
    <form onSubmit={send} className="statement">
      <label htmlFor={of.id}>{of.label}</label>
      <textarea
        id={of.id}
        rows={3}
        minLength={2}
        maxLength={2000}
        required
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <p className="muted">{of.note}</p>
      {of.refused ? <Problem refusal={of.refused} /> : null}
      <div>
        <button type="submit" className="button button-main" disabled={of.busy}>
          {of.send}
        </button>{" "}
        <button type="button" className="button" onClick={of.onCancel}>
          {of.cancel}
        </button>
      </div>
    </form>
  )
}
