import { UploadOutlined } from "@ant-design/icons"
import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { type Out, type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { FileButton } from "#kit/web/desk/FileButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { recommend } from "../contract.ts"
import "./selection.css"

interface Row {
  readonly line: number
  readonly number: string
  readonly name?: string
  readonly text: string
}

type Told = Out<typeof recommend>["problems"][number]

/** Cells copied from a workbook, with the header they may lack: tabs separate, whatever the words contain. */
function pasted(text: string): { file: File; before: number } {
  const lines = text.trimEnd().split("\n")
  const columns = (lines[0]?.split("\t").length ?? 1) > 2 ? "学号\t姓名\t评价" : "学号\t评价"
  const head = lines[0]?.includes("学号") ? ["sep=\t"] : ["sep=\t", columns]
  const words = `${[...head, ...lines].join("\n")}\n`
  return { file: new File([words], "list.tsv", { type: "text/tab-separated-values" }), before: head.length }
}

/** Many recommendations from one list (4.2): read, looked over, passed all together or not at all. */
export default function Recommend(): ReactNode {
  const t = useWords("selection")
  const callId = useParam("id")
  const go = useGo()
  const [text, setText] = useState("")
  const [rows, setRows] = useState<readonly Row[]>()
  const [problems, setProblems] = useState<readonly Told[]>([])
  const [refused, setRefused] = useState<Refusal>()
  const act = useDo(recommend, { quiet: true })
  /** `before`: lines put in front of what the person pasted. */
  const read = async (file: File, before = 0) => {
    const form = new FormData()
    form.append("file", file)
    setProblems([])
    setRefused(undefined)
    try {
      const found = await upload<{ rows: readonly Row[] }>("/api/selection/list", form)
      setRows(found.rows.map((r) => ({ ...r, line: r.line - before })))
    } catch (error) {
      setRows(undefined)
      setRefused(refusalOf(error))
    }
  }
  const pass = async () => {
    const done = await act.run({ callId, rows: [...(rows ?? [])] })
    if (!done) return
    if (done.problems.length === 0) go(`/office/selection/calls/${callId}`)
    else setProblems(done.problems)
  }
  return (
    <Page title={t("recommend.title")} lead={t("recommend.lead")}>
      <div className="selection-recommend">
        <section className="panel">
          <h2>
            {t("recommend.bring")} <ClauseLabel clause="4.2" />
          </h2>
          <p className="muted">{t("recommend.how")}</p>
          <Input.TextArea
            rows={6}
            value={text}
            onChange={(e) => setText(e.target.value)}
            aria-label={t("recommend.paste")}
            placeholder={t("recommend.like")}
          />
          <div className="selection-row">
            <Button
              type="primary"
              disabled={!text.trim()}
              onClick={() => {
                const { file, before } = pasted(text)
                void read(file, before)
              }}
            >
              {t("recommend.read")}
            </Button>
            <FileButton accept=".xlsx,.xls,.csv" icon={<UploadOutlined />} onFile={(file) => void read(file)}>
              {t("recommend.upload")}
            </FileButton>
          </div>
        </section>
        {refused ? <Problem refusal={refused} /> : null}
        {act.refused ? <Problem refusal={act.refused} /> : null}
        {problems.length ? <Report of={problems} /> : null}
        {rows ? (
          <section>
            <div className="selection-choosing">
              <b>{t("recommend.rows", { count: rows.length })}</b>
              <ConfirmButton
                type="primary"
                loading={act.busy}
                ask={t("recommend.ask", { count: rows.length })}
                detail={t("recommend.detail")}
                onConfirm={pass}
              >
                {t("recommend.pass")}
              </ConfirmButton>
            </div>
            <Preview rows={rows} problems={problems} />
          </section>
        ) : null}
      </div>
    </Page>
  )
}

function Report({ of }: { of: readonly Told[] }): ReactNode {
  const t = useWords("selection")
  return (
    <div className="problem" role="alert">
      <p className="problem-because">{t("recommend.nothing", { count: of.length })}</p>
      <ul className="selection-problems">
        {of.map((p) => (
          <li key={`${p.line} ${p.because}`}>
            {t("recommend.line", { line: p.line })} {p.number} {p.name} {p.because}
            {p.clause ? <ClauseLabel clause={p.clause} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Preview({ rows, problems }: { rows: readonly Row[]; problems: readonly Told[] }): ReactNode {
  const t = useWords("selection")
  const wrong = new Set(problems.map((p) => p.line))
  return (
    <List
      label={t("recommend.rows", { count: rows.length })}
      rows={rows}
      rowKey={(r) => `${r.line}`}
      columns={[
        { key: "line", title: t("recommend.line-title"), width: 70, show: (r) => r.line },
        {
          key: "number",
          title: t("one.number"),
          width: 180,
          show: (r) => (
            <span className={wrong.has(r.line) ? "selection-late" : undefined}>
              {r.number} {r.name}
            </span>
          ),
        },
        { key: "text", title: t("recommend.text"), show: (r) => r.text },
      ]}
    />
  )
}
