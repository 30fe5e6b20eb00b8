import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import type { One } from "./FindingPage.tsx"
import { Measured } from "./Measured.tsx"

type Finding = One["findings"][number]
type Row = Finding["rows"][number]

/** What was found: the verdict and its reason, the numbers, the cure, what it rests on, who was counted. */
export function Judged({ finding: f, force }: { finding: Finding; force: string }): ReactNode {
  const t = useWords("findings")
  return (
    <section className={`panel findings-top findings-judged findings-is-${f.verdict}`}>
      <div className="findings-head">
        <Verdict is={f.verdict} />
        {f.subject ? <h2>{f.subject}</h2> : null}
      </div>
      <p className="findings-because" lang="zh-CN">
        {f.because}
      </p>
      {f.verdict === "unknown" ? <p className="findings-para muted">{t("judged.unknown")}</p> : null}
      <dl className="facts findings-facts">
        {f.value === null ? null : (
          <Fact name={t("judged.value")}>
            <Measured value={f.value} />
          </Fact>
        )}
        {f.limit ? (
          <Fact name={t("judged.limit")}>
            {f.limit} {f.local ? <span className="tag">{t("judged.local")}</span> : null}
          </Fact>
        ) : null}
        {f.reading ? <Fact name={t("judged.reading")}>{f.reading}</Fact> : null}
        {f.cure ? (
          <Fact name={t("judged.cure")}>
            <strong>{f.cure}</strong>
          </Fact>
        ) : null}
        {f.attestation ? <RestsOn of={f.attestation} /> : null}
        {f.explanation ? (
          <Fact name={t("judged.explanation")}>
            {f.explanation.reason}{" "}
            {force === "principle" ? (
              <span className="tag">
                {t(f.explanation.approved ? "judged.approved" : "judged.not-approved")}
              </span>
            ) : null}
          </Fact>
        ) : null}
      </dl>
      <Counted finding={f} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd lang="zh-CN">{children}</dd>
    </>
  )
}

function RestsOn({ of: a }: { of: NonNullable<Finding["attestation"]> }): ReactNode {
  const t = useWords("findings")
  const say = useSay()
  return (
    <Fact name={t("judged.rests")}>
      {t("judged.attested", { by: a.by, day: say.day(a.on), source: a.source })}
      {a.document ? (
        <span className="findings-document">
          {t("judged.document", { name: a.document.name })}{" "}
          <code title={a.document.sha256}>SHA-256 {a.document.sha256.slice(0, 12)}…</code>
        </span>
      ) : (
        <span className="findings-document muted">{t("judged.no-document")}</span>
      )}
    </Fact>
  )
}

const few = 60

/** The rows counted, each with its place in the workbook it came from. */
function Counted({ finding: f }: { finding: Finding }): ReactNode {
  const t = useWords("findings")
  const { can } = useViewer()
  if (f.rows.length === 0)
    return f.people > 0 ? (
      <p className="muted findings-para">{t("counted.hidden", { count: f.people })}</p>
    ) : null
  const any = (has: (r: Row) => unknown) => f.rows.some((r) => has(r))
  const place = (r: Row) =>
    [r.file, r.sheet, r.row ? t("counted.row", { row: r.row }) : null].filter(Boolean).join(" · ")
  const name = (r: Row) =>
    r.studentId && can["people.faculties"] ? (
      <Go to={`/office/people/${encodeURIComponent(r.studentId)}`}>{r.name}</Go>
    ) : (
      r.name
    )
  const table = (
    <List
      label={t("counted.title", { count: f.rows.length })}
      rows={f.rows.map((r, index) => ({ ...r, index }))}
      rowKey={(r) => `${r.index}`}
      columns={[
        { key: "name", title: t("counted.name"), show: name, by: (r) => r.name },
        ...(any((r) => r.studentId)
          ? [
              {
                key: "number",
                title: t("counted.number"),
                show: (r: Row) => r.studentId ?? "",
                by: (r: Row) => r.studentId ?? "",
              },
            ]
          : []),
        ...(any((r) => r.note)
          ? [
              {
                key: "note",
                title: t("counted.note"),
                show: (r: Row) => r.note ?? "",
                by: (r: Row) => r.note ?? "",
              },
            ]
          : []),
        ...(any((r) => r.file)
          ? [
              {
                key: "place",
                title: t("counted.place"),
                show: (r: Row) => <span className="muted">{place(r)}</span>,
                by: place,
              },
            ]
          : []),
      ]}
    />
  )
  return (
    <details className="findings-rows" open={f.rows.length <= few}>
      <summary>{t("counted.title", { count: f.rows.length })}</summary>
      {table}
    </details>
  )
}
