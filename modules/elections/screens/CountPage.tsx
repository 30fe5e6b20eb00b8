import { Button, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { enterCount } from "../contract.ts"
import { count } from "../contract-asked.ts"
import { Differences } from "./Differences.tsx"
import { columns, type Draft, draftOf, sheetOf, sumsOf } from "./sheet.ts"
import "./elections.css"

type Counting = Out<typeof count>

/** A teller counts alone: nothing of the other's sheet is shown before both are in. */
export default function CountPage(): ReactNode {
  const t = useWords("elections")
  const id = useParam("id")
  return (
    <PageOf of={useAsk(count, { id }, { every: 5_000 })} title={t("count.title")}>
      {(of) => (
        <Page
          title={t("count.title")}
          lead={<span lang="zh-CN">{of.title}</span>}
          narrow
          actions={
            <Go to={`/office/elections/${id}`} className="button">
              {t("page.back")}
            </Go>
          }
        >
          {of.own && of.state !== "different" ? (
            <section className="panel elections-next" aria-live="polite">
              <h2>{t(of.state === "equal" ? "count.equal" : "count.waiting")}</h2>
              <p>{t(of.state === "equal" ? "count.equal-more" : "count.waiting-more")}</p>
            </section>
          ) : (
            <>
              {of.state === "different" ? (
                <section className="panel elections-next">
                  <h2>{t("count.different")}</h2>
                  <p>{t("who.different")}</p>
                  <Differences of={of.differences} />
                </section>
              ) : null}
              <Form key={of.state} id={id} of={of} />
            </>
          )}
        </Page>
      )}
    </PageOf>
  )
}

function Form({ id, of }: { id: string; of: Counting }): ReactNode {
  const t = useWords("elections")
  const [d, setD] = useState<Draft>(() => draftOf(of))
  const { run, busy, refused } = useDo(enterCount, { quiet: true, done: t("count.done") })
  const sheet = sheetOf(of, d)
  const field = (key: "issued" | "recovered" | "valid" | "invalid") => (
    <NumberField
      id={key}
      label={t(`count.${key}`)}
      value={d[key]}
      onChange={(n) => setD({ ...d, [key]: n })}
    />
  )
  return (
    <>
      <section className="panel">
        <h2>{t("count.papers")}</h2>
        <p className="muted">{t("count.alone")}</p>
        <div className="elections-numbers">
          {field("issued")}
          {field("recovered")}
          {field("valid")}
          {field("invalid")}
        </div>
      </section>
      {of.candidates.map((c) => (
        <fieldset key={c.number} className="panel elections-count">
          <legend lang="zh-CN">{c.name}</legend>
          <div className="elections-numbers">
            {columns.map((column) => (
              <NumberField
                key={column}
                id={`${c.number}-${column}`}
                label={t(`count.${column}`)}
                value={d.candidates[c.number]![column]}
                onChange={(n) =>
                  setD({
                    ...d,
                    candidates: { ...d.candidates, [c.number]: { ...d.candidates[c.number]!, [column]: n } },
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      <WriteIns d={d} onChange={setD} />
      <section className="panel" aria-live="polite">
        <h2>{t("count.sums")}</h2>
        <ul className="elections-sums">
          {sumsOf(of, d).map((s) => (
            <li
              key={`${s.key}${s.name ?? ""}`}
              className={
                s.holds ? "elections-good" : s.left === null || s.right === null ? "muted" : "elections-late"
              }
            >
              {t(`count.sum-${s.key}`, { name: s.name, left: s.left ?? "—", right: s.right ?? "—" })}
            </li>
          ))}
        </ul>
        {refused ? <Problem refusal={refused} /> : null}
        <ConfirmButton
          type="primary"
          size="large"
          loading={busy}
          disabled={!sheet}
          ask={t("count.ask")}
          detail={t("count.detail")}
          onConfirm={() => sheet && run({ id, ...sheet })}
        >
          {t("count.go")}
        </ConfirmButton>
      </section>
    </>
  )
}

interface NumberFieldProps {
  readonly id: string
  readonly label: string
  readonly value: number | null
  readonly onChange: (n: number | null) => void
}

function NumberField({ id, label, value, onChange }: NumberFieldProps): ReactNode {
  return (
    <div className="elections-number">
      <label htmlFor={`count-${id}`}>{label}</label>
      <InputNumber
        id={`count-${id}`}
        min={0}
        max={6000}
        precision={0}
        inputMode="numeric"
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

function WriteIns({ d, onChange }: { d: Draft; onChange: (d: Draft) => void }): ReactNode {
  const t = useWords("elections")
  const set = (at: number, change: Partial<Draft["writeIns"][number]>) =>
    onChange({ ...d, writeIns: d.writeIns.map((w, i) => (i === at ? { ...w, ...change } : w)) })
  return (
    <section className="panel">
      <h2>{t("result.write-ins-title")}</h2>
      {d.writeIns.map((w, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place
        <div key={i} className="elections-writein">
          <Input
            aria-label={t("count.write-in-name")}
            placeholder={t("count.write-in-name")}
            maxLength={40}
            value={w.name}
            onChange={(e) => set(i, { name: e.target.value })}
          />
          <InputNumber
            aria-label={t("count.write-in-for")}
            placeholder={t("count.write-in-for")}
            min={1}
            max={6000}
            precision={0}
            value={w.for}
            onChange={(n) => set(i, { for: n })}
          />
          <Button onClick={() => onChange({ ...d, writeIns: d.writeIns.filter((_, j) => j !== i) })}>
            {t("count.write-in-drop")}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange({ ...d, writeIns: [...d.writeIns, { name: "", for: null }] })}>
        {t("count.write-in-add")}
      </Button>
    </section>
  )
}
