import { DeleteOutlined, PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

export interface Kept {
  readonly id: string
  readonly name: string
}

interface FilesProps {
  readonly id?: string
  readonly value?: readonly Kept[]
  readonly onChange?: (files: readonly Kept[]) => void
}

const most = 20

/** Where documents of this room are sent, and what is taken. */
export const documents = {
  to: "/api/approvals/document",
  accept: ".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png",
}

/** Several documents, each kept on the server as soon as it is chosen. Fits into antd's `Form.Item`. */
export function Files({ id, value = [], onChange }: FilesProps): ReactNode {
  const t = useWords("approvals")
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
        kept = [...kept, await upload<Kept>(documents.to, form)]
        onChange?.(kept)
      } catch (error) {
        setRefused(refusalOf(error))
        break
      }
    }
    setBusy(false)
  }
  return (
    <div className="approvals-files">
      <input
        ref={field}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={documents.accept}
        onChange={(e) => {
          const chosen = [...(e.target.files ?? [])]
          e.target.value = ""
          void keep(chosen)
        }}
      />
      {value.length > 0 ? (
        <ul>
          {value.map((file) => (
            <li key={file.id}>
              <span>{file.name}</span>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t("files.remove", { name: file.name })}
                onClick={() => onChange?.(value.filter((f) => f.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Button
        {...(id ? { id } : {})}
        icon={<PaperClipOutlined />}
        loading={busy}
        disabled={value.length >= most}
        onClick={() => field.current?.click()}
      >
        {t("files.add")}
      </Button>
      {refused ? <Problem refusal={refused} /> : null}
    </div>
  )
}
