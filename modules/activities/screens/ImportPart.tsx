import { UploadOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { type Out, type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { confirmImport, imports, undoImport } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"

type Handed = Out<typeof imports>["items"][number]

/** A list of those who were there as a file: looked at, then taken over whole, or taken back. */
export function ImportPart({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const asked = useAsk(imports, { id: a.id })
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    const form = new FormData()
    form.append("file", file)
    setRefused(undefined)
    setBusy(true)
    try {
      await upload(`/api/activities/sheet?id=${a.id}`, form)
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
        <input
          ref={field}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-hidden="true"
          accept=".xlsx,.xls,.csv"
          onChange={(e) => {
            const file = e.target.files?.[0]
            e.target.value = ""
            if (file) void send(file)
          }}
        />
        {refused ? <Problem refusal={refused} /> : null}
        <Button
          type="primary"
          icon={<UploadOutlined />}
          loading={busy}
          onClick={() => field.current?.click()}
        >
          {t("import.choose")}
        </Button>
      </section>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("import.none")} />
          ) : (
            items.map((h) => <One key={h.id} of={a} handed={h} />)
          )
        }
      </Answer>
    </>
  )
}

function One({ of: a, handed: h }: { of: Activity; handed: Handed }): ReactNode {
  const t = useWords("activities")
  const say = useSay()
  const input = { id: a.id, file: h.id }
  const confirm = useDo(confirmImport, { done: t("import.confirmed") })
  const undo = useDo(undoImport, { done: t("import.undone") })
  const errors = h.problems.filter((p) => p.kind === "error").length
  return (
    <section className="panel">
      <h2>
        <span lang="zh-CN">{h.fileName}</span> <span className="tag">{t(`import.state.${h.state}`)}</span>
      </h2>
      <p className="muted">{t("import.by", { name: h.by, time: say.recorded(h.at), count: h.people })}</p>
      {h.problems.length > 0 ? (
        <>
          <p>{t("import.problems", { errors, notices: h.problems.length - errors })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard scrolls what has the focus */}
          <ul className="activity-problems" lang="zh-CN" tabIndex={0}>
            {h.problems.map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <li key={i}>
                <span className={p.kind === "error" ? "tag activity-cancelled" : "tag"}>
                  {t(`import.${p.kind}`)}
                </span>
                <span>
                  {t("import.row", { row: p.row })} {p.because}
                  {p.cure ? <span className="muted"> {p.cure}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {h.can.confirm || h.can.undo ? (
        <div className="activity-bar">
          {h.can.confirm ? (
            <ConfirmButton
              type="primary"
              ask={t("import.confirm-ask", { count: h.people })}
              loading={confirm.busy}
              onConfirm={() => confirm.run(input)}
            >
              {t("import.confirm")}
            </ConfirmButton>
          ) : null}
          {h.can.undo ? (
            <ConfirmButton
              danger
              ask={t("import.undo-ask", { count: h.people })}
              loading={undo.busy}
              onConfirm={() => undo.run(input)}
            >
              {t("import.undo")}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
