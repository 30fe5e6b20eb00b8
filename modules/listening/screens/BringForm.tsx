import { Button, Form, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { z } from "zod"
import { type Refusal, refusalOf, upload } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import type { bringing, problem } from "../contract.ts"
import type { Seen } from "./ImportPage.tsx"

type Kind = NonNullable<Seen["columns"][number]["kind"]>
type Row = z.infer<typeof problem>
type Fields = Pick<z.input<typeof bringing>, "title" | "onDay" | "untilDay">

const kinds = ["single", "multiple", "scale", "text"] as const

interface BringFormProps {
  readonly seen: Seen
  readonly file: File
  readonly unionId: string
}

/** What each column is, put right where it was guessed wrong; then all of it, or a report of what does not fit. */
export function BringForm({ seen, file, unionId }: BringFormProps): ReactNode {
  const t = useWords("listening")
  const go = useGo()
  const { today } = useViewer().university
  const [chosen, setChosen] = useState<Readonly<Record<number, Kind | null>>>(() =>
    Object.fromEntries(seen.columns.map((c) => [c.index, c.kind])),
  )
  const [problems, setProblems] = useState<readonly Row[]>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const questions = seen.columns.filter((c) => c.role === "question")
  const left = seen.columns.filter((c) => c.role !== "question")
  const bring = async (fields: Fields) => {
    setBusy(true)
    setRefused(undefined)
    setProblems(undefined)
    const form = new FormData()
    form.append("unionId", unionId)
    const columns = Object.entries(chosen).map(([index, kind]) => ({ index: Number(index), kind }))
    form.append("plan", JSON.stringify({ ...fields, columns }))
    form.append("file", file)
    try {
      const done = await upload<{ id: string } | { problems: Row[] }>("/api/listening/workbook", form)
      if ("id" in done) go(`/office/listening/${done.id}?part=results`)
      else setProblems(done.problems)
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(false)
  }
  const must = [{ required: true, message: t("needed") }]
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="panel listening-bring"
      initialValues={{
        title: seen.fileName.replace(/\.[^.]+$/, "").slice(0, 60),
        onDay: seen.from ?? today,
        untilDay: seen.to ?? today,
      }}
      onFinish={(fields) => void bring(fields)}
    >
      <h2>{t("import.columns", { rows: seen.rows, questions: questions.length })}</h2>
      <List
        label={t("import.columns-label")}
        rows={questions}
        rowKey={(c) => `${c.index}`}
        columns={[
          {
            key: "header",
            title: t("questions.title"),
            show: (c) => (
              <span lang="zh-CN" className="listening-title">
                {c.header}
                <small>{c.personal ? t("import.personal") : c.samples.join(" / ")}</small>
              </span>
            ),
          },
          {
            key: "filled",
            title: t("import.filled"),
            align: "right",
            show: (c) => t("import.filled-of", { filled: c.filled, distinct: c.distinct }),
          },
          {
            key: "kind",
            title: t("questions.kind"),
            show: (c) => (
              <Select<Kind | "">
                aria-label={t("import.kind-of", { header: c.header })}
                value={chosen[c.index] ?? ""}
                onChange={(to) => setChosen({ ...chosen, [c.index]: to || null })}
                options={[
                  { value: "", label: t("import.leave") },
                  ...kinds
                    .filter((k) => !(c.personal && k === "text"))
                    .map((value) => ({ value, label: t(`question.${value}`) })),
                ]}
              />
            ),
          },
        ]}
      />
      <p className="muted">{t("import.dropped", { columns: left.map((c) => c.header).join(t("and")) })}</p>
      <Form.Item
        name="title"
        label={t("field.title")}
        rules={[{ required: true, min: 4, message: t("plan.title-needed") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="onDay" label={t("plan.opens")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="untilDay" label={t("plan.closes")} rules={must}>
          <DayPicker />
        </Form.Item>
      </div>
      {refused ? <Problem refusal={refused} /> : null}
      {problems ? <Problems of={problems} /> : null}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("import.go")}
      </Button>
    </Form>
  )
}

function Problems({ of }: { of: readonly Row[] }): ReactNode {
  const t = useWords("listening")
  return (
    <section className="listening-problems" role="alert">
      <h3>{t("import.problems", { count: of.length })}</h3>
      <ul>
        {of.slice(0, 50).map((p) => (
          <li key={`${p.row} ${p.column} ${p.because}`}>
            {p.row > 0 ? t("import.row", { row: p.row }) : null} <span lang="zh-CN">{p.column}</span>：
            {p.because}
          </li>
        ))}
      </ul>
      {of.length > 50 ? <p>{t("import.more", { count: of.length - 50 })}</p> : null}
    </section>
  )
}
