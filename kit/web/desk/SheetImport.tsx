import { UploadOutlined } from "@ant-design/icons"
import type { UseQueryResult } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { type Refusal, refusalOf, upload } from "../call.ts"
import { useSay } from "../days.ts"
import { Answer, Empty, Problem } from "../states.tsx"
import { useWords } from "../words.ts"
import { ConfirmButton } from "./ConfirmButton.tsx"
import { FileButton } from "./FileButton.tsx"
import "./sheet-import.css"

/** A list handed in as a file, and what was found in it. */
interface Handed {
  readonly id: string
  readonly fileName: string
  readonly by: string
  readonly at: string
  readonly people: number
  readonly problems: readonly {
    readonly kind: "error" | "notice"
    readonly row: number | null
    readonly because: string
    readonly cure: string | null
  }[]
  readonly state: "preview" | "confirmed" | "undone"
}

/** Something that may be done with a list. */
interface Deed<H> {
  readonly may: (handed: H) => boolean
  readonly run: (handed: H) => Promise<unknown>
  readonly busy: boolean
}

interface SheetImportProps<H extends Handed> {
  /** The room whose words under `import` are used. */
  readonly room: string
  /** Where a file is sent. */
  readonly to: string
  readonly accept: string
  readonly asked: UseQueryResult<{ readonly items: readonly H[] }, Error>
  readonly confirm: Deed<H>
  readonly undo: Deed<H>
}

/** Lists as files: each looked at first, then taken over whole, or taken back. */
export function SheetImport<H extends Handed>(props: SheetImportProps<H>): ReactNode {
  const { room, to, accept, asked } = props
  const t = useWords(room)
  const [refused, setRefused] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    const form = new FormData()
    form.append("file", file)
    setRefused(undefined)
    setBusy(true)
    try {
      await upload(to, form)
      await asked.refetch()
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(false)
  }
  return (
    <>
      <section className="panel">
        <h2>{t("import.title")}</h2>
        <p className="muted">{t("import.lead")}</p>
        {refused ? <Problem refusal={refused} /> : null}
        <FileButton accept={accept} type="primary" icon={<UploadOutlined />} loading={busy} onFile={send}>
          {t("import.choose")}
        </FileButton>
      </section>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("import.none")} />
          ) : (
            items.map((handed) => <One key={handed.id} {...props} handed={handed} />)
          )
        }
      </Answer>
    </>
  )
}

function One<H extends Handed>(props: SheetImportProps<H> & { readonly handed: H }): ReactNode {
  const { room, handed: h, confirm, undo } = props
  const t = useWords(room)
  const say = useSay()
  const of = (kind: "error" | "notice") => h.problems.filter((p) => p.kind === kind)
  const [errors, notices] = [of("error"), of("notice")]
  return (
    <section className="panel">
      <h2>
        <span lang="zh-CN">{h.fileName}</span> <span className="tag">{t(`import.state.${h.state}`)}</span>
      </h2>
      <p className="muted">{t("import.by", { name: h.by, time: say.recorded(h.at), count: h.people })}</p>
      {h.problems.length > 0 ? (
        <>
          <p className={errors.length > 0 ? "sheet-error" : ""}>
            {t("import.problems", { errors: errors.length, notices: notices.length })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard scrolls what has the focus */}
          <ul className="sheet-problems" lang="zh-CN" tabIndex={0}>
            {[...errors, ...notices].map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <li key={i}>
                <span className={p.kind === "error" ? "sheet-error" : "muted"}>{t(`import.${p.kind}`)}</span>
                <span>
                  {p.row === null ? "" : t("import.row", { row: p.row })}
                  {p.because}
                  {p.cure ? <span className="sheet-cure">{p.cure}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : h.state === "preview" ? (
        <p>{t("import.clean")}</p>
      ) : null}
      <div className="sheet-deeds">
        {confirm.may(h) ? (
          <ConfirmButton
            type="primary"
            ask={t("import.confirm-ask", { count: h.people })}
            loading={confirm.busy}
            onConfirm={() => confirm.run(h)}
          >
            {t("import.confirm")}
          </ConfirmButton>
        ) : null}
        {undo.may(h) ? (
          <ConfirmButton
            danger
            ask={t("import.undo-ask", { count: h.people })}
            loading={undo.busy}
            onConfirm={() => undo.run(h)}
          >
            {t("import.undo")}
          </ConfirmButton>
        ) : null}
      </div>
    </section>
  )
}
