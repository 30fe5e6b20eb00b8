import { DeleteOutlined, PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import type { ReactNode } from "react"
import { documentEndings, type Kept, useKeeping } from "#kit/web/desk/keeping.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

interface FilesProps {
  readonly id?: string
  readonly value?: readonly Kept[]
  readonly onChange?: (files: readonly Kept[]) => void
}

/** Where documents of this room are sent, and what is taken. */
export const documents = { to: "/api/approvals/document", accept: documentEndings }

/** Several documents, one below the other. Fits into antd's `Form.Item`. */
export function Files({ id, value = [], onChange }: FilesProps): ReactNode {
  const t = useWords("approvals")
  const { field, choose, busy, full, refused } = useKeeping({ to: documents.to, value, onChange })
  return (
    <div className="approvals-files">
      {field}
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
        disabled={full}
        onClick={choose}
      >
        {t("files.add")}
      </Button>
      {refused ? <Problem refusal={refused} /> : null}
    </div>
  )
}
