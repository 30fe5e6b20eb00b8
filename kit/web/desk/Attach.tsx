import { PaperClipOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { type Refusal, refusalOf, upload } from "../call.ts"
import { Problem } from "../states.tsx"
import { useWords } from "../words.ts"
import { FileButton } from "./FileButton.tsx"
import "./attach.css"

interface AttachProps {
  /** Where it is sent; answers with the id of what was kept. */
  readonly to: string
  /** The endings taken, as `accept` writes them. */
  readonly accept: string
  readonly id?: string
  /** Id of the document kept. */
  readonly value?: string
  readonly onChange?: (id: string | undefined) => void
}

/** One document, kept on the server as soon as it is chosen. Fits into antd's `Form.Item`. */
export function Attach({ to, accept, id, value, onChange }: AttachProps): ReactNode {
  const t = useWords()
  const [name, setName] = useState("")
  const [done, setDone] = useState<number>()
  const [refused, setRefused] = useState<Refusal>()
  const keep = async (file: File) => {
    const form = new FormData()
    form.append("file", file)
    setRefused(undefined)
    setDone(0)
    try {
      const kept = await upload<{ id: string; name: string }>(to, form, setDone)
      setName(kept.name)
      onChange?.(kept.id)
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setDone(undefined)
  }
  return (
    <>
      <span className="desk-attach">
        <FileButton
          {...(id ? { id } : {})}
          accept={accept}
          icon={<PaperClipOutlined />}
          loading={done !== undefined}
          onFile={keep}
        >
          {done === undefined
            ? t(value ? "attach.other" : "attach.choose")
            : t("attach.going", { percent: Math.round(done * 100) })}
        </FileButton>
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
