import { Button } from "antd"
import { type ReactNode, useRef, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { type Out, type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { confirmImport, imports, undoImport } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"

type Handed = Out<typeof imports>["items"][number]

/** A list of delegates as a file: looked at, then taken over whole, or taken back. */
export function ImportPart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const asked = useAsk(imports, { assembly: of.assembly.id })
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    const form = new FormData()
    form.append("file", file)
    setRefused(undefined)
    setBusy(true)
    try {
      await upload(`/api/delegates/list?assembly=${of.assembly.id}`, form)
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
          accept=".xlsx,.csv"
          onChange={(e) => {
            const file = e.target.files?.[0]
            e.target.value = ""
            if (file) void send(file)
          }}
        />
        {refused ? <Problem refusal={refused} /> : null}
        <Button type="primary" loading={busy} onClick={() => field.current?.click()}>
          {t("import.choose")}
        </Button>
      </section>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("import.none")} />
          ) : (
            items.map((h) => <One key={h.id} of={of} handed={h} />)
          )
        }
      </Answer>
    </>
  )
}

function One({ of, handed: h }: { of: Progress; handed: Handed }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  const input = { assembly: of.assembly.id, id: h.id }
  const confirm = useDo(confirmImport, { done: t("import.confirmed") })
  const undo = useDo(undoImport, { done: t("import.undone") })
  const errors = h.problems.filter((p) => p.kind === "error")
  return (
    <section className="panel">
      <h3>
        <span lang="zh-CN">{h.fileName}</span> <span className="tag">{t(`import.state.${h.state}`)}</span>
      </h3>
      <p className="muted">{t("import.by", { name: h.by, time: say.recorded(h.at), count: h.people })}</p>
      {h.problems.length > 0 ? (
        <>
          <p className={errors.length > 0 ? "delegates-late" : ""}>
            {t("import.problems", { errors: errors.length, notices: h.problems.length - errors.length })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard scrolls what has the focus */}
          <ul className="delegates-problems" lang="zh-CN" tabIndex={0}>
            {[...errors, ...h.problems.filter((p) => p.kind === "notice")].map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <li key={i}>
                <span className={p.kind === "error" ? "delegates-mark delegates-mark-not" : "delegates-mark"}>
                  {t(`import.${p.kind}`)}
                </span>
                <span>
                  {p.row === null ? "" : t("import.row", { row: p.row })}
                  {p.because}
                  {p.cure ? <span className="delegates-cure">{p.cure}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : h.state === "preview" ? (
        <p>{t("import.clean")}</p>
      ) : null}
      <div className="delegates-deeds">
        <Can of={h.can} verb="delegates.confirm-import">
          <ConfirmButton
            type="primary"
            ask={t("import.confirm-ask", { count: h.people })}
            loading={confirm.busy}
            onConfirm={() => confirm.run(input)}
          >
            {t("import.confirm")}
          </ConfirmButton>
        </Can>
        <Can of={h.can} verb="delegates.undo-import">
          <ConfirmButton
            danger
            ask={t("import.undo-ask", { count: h.people })}
            loading={undo.busy}
            onConfirm={() => undo.run(input)}
          >
            {t("import.undo")}
          </ConfirmButton>
        </Can>
      </div>
    </section>
  )
}
