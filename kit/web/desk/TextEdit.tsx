import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import type { Refusal } from "../call.ts"
import { Problem } from "../states.tsx"
import "./text-edit.css"

interface TextEditProps {
  readonly label: string
  readonly body: string
  /** Characters. */
  readonly most: number
  readonly save: string
  readonly leave: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onSave: (body: string) => unknown
  readonly onClose: () => void
}

/** A drafted document edited as a whole, to be saved as its next version. */
export function TextEdit(of: TextEditProps): ReactNode {
  const [text, setText] = useState(of.body)
  return (
    <>
      {of.refused ? <Problem refusal={of.refused} /> : null}
      <Input.TextArea
        aria-label={of.label}
        autoSize={{ minRows: 14, maxRows: 36 }}
        value={text}
        maxLength={of.most}
        onChange={(e) => setText(e.target.value)}
      />
      <div className="desk-text-row">
        <Button
          type="primary"
          loading={of.busy}
          disabled={text.trim().length < 10}
          onClick={() => of.onSave(text)}
        >
          {of.save}
        </Button>
        <Button onClick={of.onClose}>{of.leave}</Button>
      </div>
    </>
  )
}
