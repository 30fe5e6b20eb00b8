import { PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

interface AttachProps {
  readonly id?: string
  /** Id of the document kept. */
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
}

/** One document, kept on the server as soon as it is chosen. Fits into antd's `Form.Item`. */
export function Attach({ id, value, onChange }: AttachProps): ReactNode {
  const t = useWords("evidence")
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState("")
  const [done, setDone] = useState<number>()
  const [refused, setRefused] = useState<Refusal>()
  const keep = async (file: File) => {
    const form = new FormData()
    form.append("file", file)
    setRefused(undefined)
    setDone(0)
    try {
      const kept = await upload<{ id: string; name: string }>("/api/evidence/document", form, setDone)
      setName(kept.name)
      onChange?.(kept.id)
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setDone(undefined)
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept=".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png"
        onChange={(e) => {
          const file = e.target.files?.[0]
          e.target.value = ""
          if (file) void keep(file)
        }}
      />
      <span className="evidence-attach">
        <Button
          {...(id ? { id } : {})}
          icon={<PaperClipOutlined />}
          loading={done !== undefined}
          onClick={() => field.current?.click()}
        >
          {done === undefined
            ? t(value ? "attach.other" : "attach.choose")
            : t("attach.going", { percent: Math.round(done * 100) })}
        </Button>
        {value ? (
          <>
            <span>{name}</span>
            <Button type="link" size="small" onClick={() => onChange?.(undefined)}>
              {t("attach.remove")}
            </Button>
          </>
        ) : null}
      </span>
      {refused ? <Problem refusal={refused} /> : null}
    </>
  )
}
