import { Checkbox } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Line } from "./rows.ts"

interface SlateTableProps {
  readonly rows: readonly Line[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, chosen: boolean) => void
}

/** The people of a call, a line each: who, for what, how they stand and where they have got to. */
export function SlateTable({ rows, chosen, onChoose }: SlateTableProps): ReactNode {
  const t = useWords("selection")
  return (
    <List
      label={t("slate.people")}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        {
          key: "choose",
          title: t("slate.choose"),
          width: 56,
          show: (r) => (
            <Checkbox
              aria-label={t("slate.choose-one", { name: r.name })}
              checked={chosen.has(r.id)}
              disabled={r.outcome !== null}
              onChange={(e) => onChoose(r.id, e.target.checked)}
            />
          ),
        },
        {
          key: "name",
          title: t("slate.name"),
          show: (r) => (
            <span className="selection-cell">
              <span>
                <Go to={`/office/selection/${r.id}`}>{r.name}</Go>
                {r.sex ? <small className="muted"> {r.sex}</small> : null}
              </span>
              <small className="muted">{r.number}</small>
            </span>
          ),
        },
        {
          key: "class",
          title: t("slate.class"),
          show: (r) => (
            <span className="selection-cell">
              <span>{r.faculty}</span>
              <small className="muted">
                {t("grade", { grade: r.grade })} {r.className ?? t("slate.no-class")}
              </small>
            </span>
          ),
        },
        {
          key: "post",
          title: t("slate.post"),
          show: (r) => (
            <span className="selection-cell">
              <span>{r.post}</span>
              <small className="muted">{r.source}</small>
            </span>
          ),
        },
        {
          key: "standing",
          title: t("slate.standing"),
          show: (r) => <Standing of={r.standing} />,
        },
        { key: "stage", title: t("slate.stage"), show: (r) => <Stage row={r} /> },
      ]}
    />
  )
}

/** The worst of the conditions in one sign; the sentence where it is not simply met. */
export function Standing({ of }: { of: Line["standing"] }): ReactNode {
  const failed = of.find((s) => s.verdict === "violated") ?? of.find((s) => s.verdict === "unknown")
  const ranked = of.find((s) => s.clause === "4.3")
  return (
    <span className="selection-cell">
      <span>
        <Verdict is={failed?.verdict ?? "met"} />
      </span>
      <small className="muted" lang="zh-CN">
        {(failed ?? ranked)?.because}
      </small>
    </span>
  )
}

function Stage({ row }: { row: Line }): ReactNode {
  const t = useWords("selection")
  const say = useSay()
  return (
    <span className="selection-cell">
      <span>
        {row.outcome ? (
          <span className={`tag selection-${row.outcome}`}>{t(`outcome.${row.outcome}`)}</span>
        ) : (
          <span lang="zh-CN">{row.step}</span>
        )}
        {row.mine ? <span className="tag selection-mine">{t("slate.mine")}</span> : null}
      </span>
      {row.outcome === null && row.due ? (
        <small className={row.overdue ? "selection-late" : "muted"}>
          {t(row.overdue ? "slate.overdue" : "slate.due", { day: say.day(row.due) })}
        </small>
      ) : null}
      {row.worse.map((c) => (
        <small key={`${c.clause} ${c.subject}`} className="selection-worse" title={c.after?.because}>
          {t("slate.would")} <ClauseLabel clause={c.clause} /> {c.subject}{" "}
          {c.after ? <Verdict is={c.after.verdict} /> : null}
        </small>
      ))}
    </span>
  )
}
