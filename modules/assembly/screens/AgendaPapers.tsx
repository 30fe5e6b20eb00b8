import { PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

export interface Paper {
  readonly id: string
  readonly name: string
}

interface AgendaPapersProps {
  readonly papers: readonly Paper[]
  readonly onChange: (papers: readonly Paper[]) => void
}

/** Papers of an item, kept on the server as soon as they are chosen. */
export function AgendaPapers({ papers, onChange }: AgendaPapersProps): ReactNode {
  const t = useWords("assembly")
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const keep = async (files: readonly File[]) => {
    setRefused(undefined)
    setBusy(true)
    try {
      const kept: Paper[] = []
      for (const file of files) {
        const form = new FormData()
        form.append("file", file)
        const { id, name } = await upload<Paper>("/api/assembly/papers", form)
        kept.push({ id, name })
      }
      onChange([...papers, ...kept])
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(false)
  }
  return (
    <div className="assembly-papers">
      <input
        ref={field}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept=".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png"
        onChange={(e) => {
          const files = [...(e.target.files ?? [])]
          e.target.value = ""
          if (files.length > 0) void keep(files)
        }}
      />
      {papers.map((p) => (
        <span key={p.id} className="tag">
          {p.name}{" "}
          <button
            type="button"
            className="assembly-drop"
            aria-label={t("agenda.paper-remove", { name: p.name })}
            onClick={() => onChange(papers.filter((other) => other.id !== p.id))}
          >
            ×
          </button>
        </span>
      ))}
      <Button
        type="link"
        size="small"
        icon={<PaperClipOutlined />}
        loading={busy}
        onClick={() => field.current?.click()}
      >
        {t("agenda.paper-add")}
      </Button>
      {refused ? <Problem refusal={refused} /> : null}
    </div>
  )
}
