import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { useDo } from "#kit/web/use.ts"
import { Verdict, type VerdictName } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { AssessedRow, SectionOf } from "../shape.ts"
import { AttestForm } from "./AttestForm.tsx"
import type { Shown } from "./DisclosurePage.tsx"
import { PendingForm } from "./PendingForm.tsx"

interface PartProps {
  readonly d: Shown
  readonly s: SectionOf<"assessment">
  readonly editable: boolean
}

const sign = { core: "★", observed: "▲" } as const
const keyOf = (row: AssessedRow): string => `row-${row.number.padStart(2, "0")}`

/** The 自评表: each row with its tick, what it rests on, and what a person may add. */
export function FormPart({ d, s, editable }: PartProps): ReactNode {
  const t = useWords("disclosure")
  return (
    <>
      {s.carriedFrom === null ? null : (
        <p className="muted">{t("form.carried", { year: `${s.carriedFrom}—${s.carriedFrom + 1}` })}</p>
      )}
      <h3>{s.own.heading}</h3>
      <div className="disclosure-rows">
        <List
          label={s.own.heading}
          rows={s.own.rows}
          rowKey={keyOf}
          columns={[
            { key: "text", title: s.columns[0] ?? "", show: (row) => <RowText row={row} d={d} /> },
            {
              key: "conclusion",
              title: s.columns[1] ?? "",
              show: (row) => <Ticks of={row} answers={s.answers} />,
            },
            { key: "remark", title: s.columns[2] ?? "", show: (row) => row.remark },
            ...(editable
              ? [
                  {
                    key: "do",
                    title: t("form.do"),
                    show: (row: AssessedRow) => <RowDoing row={row} d={d} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Shortcomings d={d} editable={editable} />
      {s.faculties ? <Faculties of={s.faculties} answers={s.answers} /> : null}
    </>
  )
}

/** ☑是 □否, as the form prints it; both empty while it is open. */
function Ticks({ of, answers }: { of: AssessedRow; answers: { yes: string; no: string } }): ReactNode {
  const t = useWords("disclosure")
  return (
    <span className="disclosure-ticks" role="img" aria-label={t(`form.said-${of.conclusion}`)}>
      {of.conclusion === "yes" ? "☑" : "□"}
      {answers.yes} {of.conclusion === "no" ? "☑" : "□"}
      {answers.no}
    </span>
  )
}

/** Whose word the row rests on: an office's on file, or the union's, which is a claim until it is approved. */
const saidBy = (d: Shown, key: string): string =>
  d.own.attested.some((a) => a.row === key) ? (d.vouched ? "form.vouched" : "form.claimed") : "form.attested"

function RowText({ row, d }: { row: AssessedRow; d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const basis = d.basis.find((b) => b.row === keyOf(row))
  return (
    <div id={keyOf(row)} className="disclosure-row">
      <p>
        {row.mark ? sign[row.mark] : ""}
        {row.number}.{row.text}
        {row.confirmed ? null : <span className="tag">{t("form.unconfirmed")}</span>}
        {row.attested ? <span className="tag">{t(saidBy(d, keyOf(row)))}</span> : null}
      </p>
      <details>
        <summary>{t("form.basis", { count: basis?.findings.length ?? 0 })}</summary>
        {basis?.findings.length ? (
          <ul className="disclosure-basis">
            {basis.findings.map((f) => (
              <li key={`${f.clause}${f.subject ?? ""}${f.verdict}`}>
                <Verdict is={f.verdict as VerdictName} /> <ClauseLabel clause={f.clause} /> {f.because}
                {f.reading ? <span className="muted">（{f.reading}）</span> : null}
                {f.attested ? <span className="muted">（{f.attested}）</span> : null}
                {f.cure ? <p className="muted">{f.cure}</p> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t("form.no-basis")}</p>
        )}
      </details>
    </div>
  )
}

function RowDoing({ row, d }: { row: AssessedRow; d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const [asking, setAsking] = useState<"attest" | "pending">()
  const change = useDo(edit, { done: t("done.saved") })
  const key = keyOf(row)
  const word = d.own.attested.find((a) => a.row === key)
  const computed = d.basis.find((b) => b.row === key)?.computed
  return (
    <span className="disclosure-do">
      {computed === "open" && !word ? (
        <Button size="small" type="primary" onClick={() => setAsking("attest")}>
          {t("form.attest")}
        </Button>
      ) : null}
      {word ? (
        <Button
          size="small"
          loading={change.busy}
          onClick={() => void change.run({ id: d.id, version: d.version, withdraw: [key] })}
        >
          {t("form.withdraw")}
        </Button>
      ) : null}
      {row.conclusion === "open" ? (
        <Button size="small" onClick={() => setAsking("pending")}>
          {t(d.own.pending[key] ? "form.pending-change" : "form.pending")}
        </Button>
      ) : null}
      {computed === "yes" && !word ? (
        <Button size="small" type="text" onClick={() => setAsking("attest")}>
          {t("form.differs")}
        </Button>
      ) : null}
      {asking === "attest" ? (
        <AttestForm
          d={d}
          row={key}
          text={row.text}
          onlyNo={computed === "yes"}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
      {asking === "pending" ? (
        <PendingForm d={d} of={key} text={row.text} onClose={() => setAsking(undefined)} />
      ) : null}
    </span>
  )
}

function Shortcomings({ d, editable }: { d: Shown; editable: boolean }): ReactNode {
  const t = useWords("disclosure")
  const [words, setWords] = useState(d.own.shortcomings)
  const change = useDo(edit, { done: t("done.saved") })
  if (!editable) return d.own.shortcomings ? <p>{d.own.shortcomings}</p> : null
  return (
    <div className="disclosure-text">
      <label htmlFor="shortcomings">{t("form.shortcomings")}</label>
      <Input.TextArea
        id="shortcomings"
        autoSize={{ minRows: 2 }}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <Button
        disabled={words === d.own.shortcomings}
        loading={change.busy}
        onClick={() => void change.run({ id: d.id, version: d.version, shortcomings: words })}
      >
        {t("save")}
      </Button>
    </div>
  )
}

type Faculties = NonNullable<SectionOf<"assessment">["faculties"]>

function Faculties({ of, answers }: { of: Faculties; answers: { yes: string; no: string } }): ReactNode {
  const t = useWords("disclosure")
  return (
    <>
      <h3>{of.heading}</h3>
      <p className="muted">{t("form.faculties", { count: of.total })}</p>
      <List
        label={of.heading}
        rows={of.tally}
        rowKey={(row) => row.number}
        columns={[
          {
            key: "text",
            title: t("form.row"),
            show: (row) => `${row.mark ? sign[row.mark] : ""}${row.number}.${row.text}`,
          },
          { key: "yes", title: answers.yes, width: 72, show: (row) => row.yes },
          { key: "no", title: answers.no, width: 72, show: (row) => row.no },
          { key: "open", title: t("form.open"), width: 96, show: (row) => row.open },
        ]}
      />
    </>
  )
}
