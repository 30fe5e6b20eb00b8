import { CloudUploadOutlined } from "@ant-design/icons"
import { useQueryClient } from "@tanstack/react-query"
import { Button, Progress } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { useGo } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useWords } from "#kit/web/words.ts"

const accepted = /\.(xlsx|xls|csv)$/i

/** Workbooks dropped or chosen go up at once; one opens, several are listed. */
export function DropZone(): ReactNode {
  const t = useWords("imports")
  const go = useGo()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sent, setSent] = useState<number>()
  const [refused, setRefused] = useState<Refusal>()

  const send = async (files: readonly File[]) => {
    if (!files.length || sent !== undefined) return
    const wrong = files.filter((f) => !accepted.test(f.name))
    if (wrong.length) {
      const because = t("drop.wrong", { files: wrong.map((f) => f.name).join("、") })
      setRefused({ code: "invalid", because, cure: t("drop.wrong-cure") })
      return
    }
    setRefused(undefined)
    setSent(0)
    const form = new FormData()
    for (const file of files) form.append("file", file, file.name)
    try {
      const { ids } = await upload<{ ids: string[] }>("/api/imports/upload", form, setSent)
      await client.invalidateQueries()
      if (ids.length === 1) go(`/office/imports/${ids[0]}`)
      else tell({ kind: "done", words: t("drop.many", { count: ids.length }) })
    } catch (error) {
      setRefused(refusalOf(error))
    } finally {
      setSent(undefined)
    }
  }

  return (
    <section
      className={over ? "imports-drop imports-drop-over" : "imports-drop"}
      aria-label={t("drop.label")}
      onDragOver={(e) => {
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault()
        setOver(false)
        void send([...e.dataTransfer.files])
      }}
    >
      <CloudUploadOutlined className="imports-drop-icon" aria-hidden />
      <p className="imports-drop-title">{t("drop.title")}</p>
      <p className="muted">{t("drop.lead")}</p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xls,.csv"
        aria-label={t("drop.choose")}
        onChange={(e) => {
          void send([...(e.target.files ?? [])])
          e.target.value = ""
        }}
      />
      {sent === undefined ? (
        <Button type="primary" onClick={() => chooser.current?.click()}>
          {t("drop.choose")}
        </Button>
      ) : (
        <Progress percent={Math.round(sent * 100)} aria-label={t("drop.sending")} />
      )}
      {refused ? <Problem refusal={refused} /> : null}
    </section>
  )
}
