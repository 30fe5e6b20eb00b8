import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "../call.ts"

/** A document kept on the server, not yet part of anything. */
export interface Kept {
  readonly id: string
  readonly name: string
}

interface KeepingProps {
  /** Where they are sent; answers with the id of what was kept. */
  readonly to: string
  readonly value: readonly Kept[]
  readonly onChange: ((files: readonly Kept[]) => void) | undefined
}

interface Keeping {
  /** The file field, unseen: to be put somewhere in the form. */
  readonly field: ReactNode
  readonly choose: () => void
  readonly busy: boolean
  /** As many as one matter takes are there. */
  readonly full: boolean
  readonly refused: Refusal | undefined
}

const most = 20

/** The endings taken of documents, as `accept` writes them. */
export const documentEndings = ".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png"

/** Several documents, each kept as soon as it is chosen: one that is refused loses none of those before it. */
export function useKeeping({ to, value, onChange }: KeepingProps): Keeping {
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const keep = async (chosen: readonly File[]) => {
    setRefused(undefined)
    setBusy(true)
    let kept = value
    for (const file of chosen.slice(0, most - value.length)) {
      const form = new FormData()
      form.append("file", file)
      try {
        const { id, name } = await upload<Kept>(to, form)
        kept = [...kept, { id, name }]
        onChange?.(kept)
      } catch (error) {
        setRefused(refusalOf(error))
        break
      }
    }
    setBusy(false)
  }
  return {
    field: (
      <input
        ref={field}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={documentEndings}
        onChange={(e) => {
          const chosen = [...(e.target.files ?? [])]
          e.target.value = ""
          void keep(chosen)
        }}
      />
    ),
    choose: () => field.current?.click(),
    busy,
    full: value.length >= most,
    refused,
  }
}
