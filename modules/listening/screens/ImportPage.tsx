import { UploadOutlined } from "@ant-design/icons"
import { Select } from "antd"
import { type ReactNode, useState } from "react"
import type { z } from "zod"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { FileButton } from "#kit/web/desk/FileButton.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list, type seen } from "../contract.ts"
import { BringForm } from "./BringForm.tsx"
import "./listening.css"

export type Seen = z.infer<typeof seen>

/** A workbook exported from 问卷星: looked into, its columns said, taken over. The file itself is kept nowhere. */
export default function ImportPage(): ReactNode {
  const t = useWords("listening")
  const asked = useAsk(list, { size: 1 })
  return (
    <Page title={t("import.title")} lead={t("import.lead")}>
      <Answer of={asked} rows={4}>
        {({ hosts }) =>
          hosts.length === 0 ? <Empty title={t("import.nobody")} /> : <Choose hosts={hosts} />
        }
      </Answer>
    </Page>
  )
}

function Choose({ hosts }: { hosts: readonly { id: string; name: string }[] }): ReactNode {
  const t = useWords("listening")
  const [unionId, setUnionId] = useState(hosts[0]!.id)
  const [file, setFile] = useState<File>()
  const [found, setFound] = useState<Seen>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const look = async (chosen: File) => {
    setBusy(true)
    setRefused(undefined)
    setFound(undefined)
    const form = new FormData()
    form.append("unionId", unionId)
    form.append("file", chosen)
    try {
      setFound(await upload<Seen>("/api/listening/workbook", form))
      setFile(chosen)
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(false)
  }
  return (
    <>
      <section className="panel listening-choose">
        {hosts.length > 1 ? (
          <Select
            aria-label={t("field.union")}
            value={unionId}
            onChange={setUnionId}
            options={hosts.map((h) => ({ value: h.id, label: h.name }))}
          />
        ) : null}
        <FileButton
          accept=".xlsx,.xls,.csv"
          type={found ? "default" : "primary"}
          icon={<UploadOutlined />}
          loading={busy}
          onFile={look}
        >
          {t(found ? "import.other" : "import.choose")}
        </FileButton>
        <p className="muted">{t("import.how")}</p>
        {refused ? <Problem refusal={refused} /> : null}
      </section>
      {found && file ? (
        <BringForm key={`${found.fileName}${file.lastModified}`} seen={found} file={file} unionId={unionId} />
      ) : null}
    </>
  )
}
