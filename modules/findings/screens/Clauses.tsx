import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { Go, useAsOf, useFilter } from "#kit/web/nav.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict, type VerdictName } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { findingsList } from "../contract.ts"
import { findingAddress } from "./addresses.ts"
import { Totals, verdictOrder } from "./FindingsHome.tsx"
import { Measured } from "./Measured.tsx"
import "./clauses.css"

type Answered = Out<typeof findingsList>
type Brief = Answered["items"][number]

/** The register clause by clause, narrowed by what the address says. */
export function Clauses(): ReactNode {
  const [asOf] = useAsOf()
  const [filter, set] = useFilter()
  const asked = useAsk(
    findingsList,
    {
      asOf,
      unionId: filter.union,
      article: filter.article,
      verdict: filter.verdict as VerdictName | undefined,
      ...(filter.open ? { open: "true" as const } : {}),
    },
    { keep: true },
  )
  return (
    <Answer of={asked} rows={8}>
      {({ items: all, totals, unions }) => {
        const items = all.filter((f) => says(f, filter.text))
        return (
          <>
            <Totals
              of={totals}
              chosen={filter.verdict}
              choose={(verdict) =>
                set({ verdict, view: "clauses", ...(verdict === "met" ? { open: undefined } : {}) })
              }
            />
            <Filters unions={unions} shown={items.length} />
            <Found items={items} one={Boolean(filter.union) || unions.length === 1} />
          </>
        )
      }}
    </Answer>
  )
}

/** The words looked for stand in the finding, its union or its subject. */
const says = (f: Brief, text = ""): boolean =>
  [f.unionName, f.subject, f.because, f.value].some((words) => words?.toString().includes(text))

function Filters({ unions, shown }: { unions: Answered["unions"]; shown: number }): ReactNode {
  const t = useWords("findings")
  const frame = useWords()
  const [filter, set] = useFilter()
  const stay = { view: "clauses" }
  const any = filter.union || filter.article || filter.verdict || filter.open || filter.text
  return (
    <div className="findings-filters">
      <Input.Search
        key={filter.text ?? ""}
        allowClear
        defaultValue={filter.text}
        maxLength={40}
        placeholder={t("filter.text")}
        aria-label={t("filter.text")}
        onSearch={(text) => set({ ...stay, text: text.trim() || undefined })}
        className="findings-pick-union"
      />
      <Select
        aria-label={t("union")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("filter.every-union")}
        value={filter.union ?? null}
        onChange={(union?: string) => set({ ...stay, union: union ?? undefined })}
        options={unions.map((u) => ({ value: u.id, label: u.name }))}
        popupMatchSelectWidth={false}
        className="findings-pick-union"
      />
      <Select
        aria-label={t("filter.article")}
        allowClear
        placeholder={t("filter.every-article")}
        value={filter.article ?? null}
        onChange={(article?: string) => set({ ...stay, article: article ?? undefined })}
        options={Array.from({ length: 11 }, (_, i) => ({
          value: `${i + 1}`,
          label: `${t(`article.${i + 1}.number`)} ${t(`article.${i + 1}.short`)}`,
        }))}
        className="findings-pick-article"
      />
      <Select
        aria-label={t("filter.verdict")}
        allowClear
        placeholder={t("filter.every-verdict")}
        value={filter.verdict ?? null}
        onChange={(verdict?: string) => set({ ...stay, verdict: verdict ?? undefined })}
        options={verdictOrder.map((v) => ({ value: v, label: frame(`verdict.${v}`) }))}
        className="findings-pick-verdict"
      />
      <Toggle on={Boolean(filter.open)} onTurn={(on) => set({ ...stay, open: on ? "1" : undefined })}>
        {t("filter.open")}
      </Toggle>
      <span className="muted" role="status">
        {t("filter.shown", { count: shown })}
      </span>
      {any ? (
        <Button
          type="link"
          size="small"
          onClick={() =>
            set({
              ...stay,
              union: undefined,
              article: undefined,
              verdict: undefined,
              open: undefined,
              text: undefined,
            })
          }
        >
          {t("filter.clear")}
        </Button>
      ) : null}
    </div>
  )
}

function Found({ items, one }: { items: readonly Brief[]; one: boolean }): ReactNode {
  const t = useWords("findings")
  const [filter] = useFilter()
  if (items.length === 0)
    return (
      <Empty title={t(filter.open ? "list.none-open" : "list.none")}>
        <p>{t("list.none-more")}</p>
      </Empty>
    )
  const articles = Map.groupBy(items, (f) => Number(f.clause.split(".")[0]))
  return [...articles].map(([article, found]) => (
    <section key={article} className="findings-article">
      <h2>{t(`article.${article}.title`)}</h2>
      {[...Map.groupBy(found, (f) => f.clause)].map(([clause, lines]) => (
        <ClauseGroup key={clause} lines={lines} one={one} />
      ))}
    </section>
  ))
}

/** Of what is unproven or met, so many of a clause are shown at first; what asks for a hand is shown whole. */
const atFirst = 3
const plain = (f: Brief) => f.verdict === "unknown" || f.verdict === "met"

function ClauseGroup({ lines, one }: { lines: readonly Brief[]; one: boolean }): ReactNode {
  const t = useWords("findings")
  const [all, setAll] = useState(false)
  const { clause } = lines[0]!
  const sorted = lines.toSorted((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict))
  const urgent = sorted.findIndex(plain)
  const shown = all || urgent < 0 ? sorted : sorted.slice(0, urgent + atFirst)
  return (
    <div className="findings-clause">
      <h3>
        <ClauseLabel clause={clause} />
      </h3>
      <ul>
        {shown.map((f) => (
          <li key={`${f.unionId}/${f.subject}/${f.verdict}/${f.because}`}>
            <Line finding={f} one={one} />
          </li>
        ))}
        {shown.length < sorted.length ? (
          <li>
            <button type="button" className="findings-more" onClick={() => setAll(true)}>
              {t("list.more", { count: sorted.length - shown.length })}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

function Line({ finding: f, one }: { finding: Brief; one: boolean }): ReactNode {
  const t = useWords("findings")
  return (
    <Go to={findingAddress(f.unionId, f.clause)} className="findings-line">
      <span className="findings-verdict">
        <Verdict is={f.verdict} />
      </span>
      <span className="findings-what">
        {one && !f.subject ? null : (
          <b>
            {one ? null : f.unionName}
            {f.subject ? <span className="tag">{f.subject}</span> : null}
          </b>
        )}
        <span>{f.because}</span>
      </span>
      <span className="findings-numbers">
        {f.value === null ? null : <Measured value={f.value} />}
        {f.limit ? <small>{t("list.limit", { limit: f.limit })}</small> : null}
      </span>
    </Go>
  )
}
