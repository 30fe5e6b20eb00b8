import { PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import type { ReactNode } from "react"
import { Problem } from "../states.tsx"
import { useWords } from "../words.ts"
import { type Kept, useKeeping } from "./keeping.tsx"
import "./papers.css"

interface PapersProps {
  /** Where they are sent; answers with the id of what was kept. */
  readonly to: string
  readonly papers: readonly Kept[]
  readonly onChange: (papers: readonly Kept[]) => void
}

/** Papers of an agenda item, in one line. */
export function Papers({ to, papers, onChange }: PapersProps): ReactNode {
  const t = useWords()
  const { field, choose, busy, full, refused } = useKeeping({ to, value: papers, onChange })
  return (
    <>
      {field}
      <div className="desk-papers">
        {papers.map((p) => (
          <span key={p.id} className="tag">
            {p.name}{" "}
            <button
              type="button"
              aria-label={t("attach.remove-one", { name: p.name })}
              onClick={() => onChange(papers.filter((other) => other.id !== p.id))}
            >
              ×
            </button>
          </span>
        ))}
        <Button size="small" icon={<PaperClipOutlined />} loading={busy} disabled={full} onClick={choose}>
          {t("attach.papers")}
        </Button>
      </div>
      {refused ? <Problem refusal={refused} /> : null}
    </>
  )
}
