import { Segmented } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { useWords } from "#kit/web/words.ts"
import { type Problem, problemKinds, type Run } from "./status.ts"

type Kind = Problem["kind"]
const size = 50

/** What is wrong or worth knowing, grouped: errors stop the import, refused rows stay out, notices inform. */
export function Problems({
  outcome,
  whole = false,
}: {
  outcome: NonNullable<Run["outcome"]>
  /** All rows at once, for print. */
  whole?: boolean
}): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const [only, setOnly] = useState<Kind | "all">("all")
  const { counts, problems } = outcome
  const all = counts.error + counts.refused + counts.notice
  const shown = problemKinds.filter((k) => counts[k] > 0 && (only === "all" || only === k))
  if (all === 0)
    return (
      <section className="panel">
        <h2>{t("problems.title")}</h2>
        <p>{t("problems.none")}</p>
      </section>
    )
  return (
    <section className="panel imports-problems">
      <h2>{t("problems.title")}</h2>
      <div className="imports-filter no-print">
        <Segmented<Kind | "all">
          value={only}
          onChange={setOnly}
          options={[
            { value: "all", label: `${t("problems.all")} ${say.number(all)}` },
            ...problemKinds.map((k) => ({
              value: k,
              label: `${t(`problems.${k}`)} ${say.number(counts[k])}`,
            })),
          ]}
        />
      </div>
      {problems.length < all ? (
        <p className="muted">{t("problems.cut", { shown: say.number(problems.length) })}</p>
      ) : null}
      {shown.map((kind) => (
        <Group key={kind} kind={kind} rows={problems.filter((p) => p.kind === kind)} whole={whole} />
      ))}
    </section>
  )
}

function Group({ kind, rows, whole }: { kind: Kind; rows: readonly Problem[]; whole: boolean }): ReactNode {
  const t = useWords("imports")
  const [page, setPage] = useState(1)
  const slice = whole ? rows : rows.slice((page - 1) * size, page * size)
  const numbered = slice.map((p, i) => ({ ...p, key: `${kind}${page}-${i}` }))
  return (
    <>
      <h3 className={`imports-kind imports-kind-${kind}`}>
        {t(`problems.${kind}`)} <span className="muted">{t(`problems.${kind}-means`)}</span>
      </h3>
      <List
        label={t(`problems.${kind}`)}
        rows={numbered}
        rowKey={(p) => p.key}
        {...(whole ? {} : { paged: { page, size, total: rows.length, go: setPage } })}
        columns={[
          { key: "cell", title: t("problems.cell"), width: 200, show: (p) => <Where of={p} /> },
          {
            key: "because",
            title: t("problems.because"),
            show: (p) => (
              <span>
                {p.because}
                {p.clause ? (
                  <>
                    {" "}
                    <span className="tag">
                      <ClauseLabel clause={p.clause} />
                    </span>
                  </>
                ) : null}
              </span>
            ),
          },
          { key: "cure", title: t("problems.cure"), show: (p) => p.cure ?? "—" },
        ]}
      />
    </>
  )
}

/** 工作人员名单 F14. */
function Where({ of }: { of: Problem }): ReactNode {
  const t = useWords("imports")
  const place = of.cell ?? (of.row === null ? "" : t("problems.row", { row: of.row }))
  return (
    <span>
      {of.sheet ? `${of.sheet} ` : ""}
      <b>{place}</b>
      {of.column ? <span className="muted"> {of.column}</span> : null}
    </span>
  )
}
