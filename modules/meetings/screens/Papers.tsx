import { PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

interface Paper {
  readonly id: string
  readonly name: string
}

interface PapersProps {
  readonly papers: readonly Paper[]
  readonly onChange: (papers: readonly Paper[]) => void
}

/** Papers of an agenda item, kept on the server as soon as they are chosen. */
export function Papers({ papers, onChange }: PapersProps): ReactNode {
  const t = useWords("meetings")
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
        const { id, name } = await upload<Paper>("/api/meetings/papers", form)
        kept.push({ id, name })
      }
      onChange([...papers, ...kept])
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(false)
  }
  return (
    <>
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
      <div className="meetings-papers">
        {papers.map((p) => (
          <span key={p.id} className="tag">
            {p.name}{" "}
            <button
              type="button"
              aria-label={t("papers.remove", { name: p.name })}
              onClick={() => onChange(papers.filter((other) => other.id !== p.id))}
            >
              ×
            </button>
          </span>
        ))}
        <Button
          size="small"
          icon={<PaperClipOutlined />}
          loading={busy}
          onClick={() => field.current?.click()}
        >
          {t("papers.add")}
        </Button>
      </div>
      {refused ? <Problem refusal={refused} /> : null}
    </>
  )
}
