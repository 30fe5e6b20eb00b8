import { DownOutlined } from "@ant-design/icons"
import { Button, Checkbox, Dropdown } from "antd"
import { type ReactNode, useState } from "react"
import { useFilter, useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { BatchForm } from "#modules/courses/screens/forms.ts"
import { slate } from "../contract.ts"
import { Effects } from "./Effects.tsx"
import { Find } from "./Find.tsx"
import { chosenBy, courseLine, type Line, type Seen } from "./rows.ts"
import { SlateTable } from "./SlateTable.tsx"
import { Spread } from "./Spread.tsx"
import "./selection.css"

/** Everybody of a call: looked through, weighed together, decided over at once with exceptions (5.3, 5.6). */
export default function Slate(): ReactNode {
  const id = useParam("id")
  const asked = useAsk(slate, { callId: id })
  return (
    <Answer of={asked} rows={10}>
      {(seen) => <Whole seen={seen} />}
    </Answer>
  )
}

function Whole({ seen }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const [wanted] = useFilter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState(false)
  const rows = chosenBy(seen.rows, wanted)
  const picked = seen.rows.filter((r) => chosen.has(r.id))
  const able = picked.filter((r) => r.may.length > 0)
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  return (
    <Page
      title={seen.call.title}
      lead={t("slate.lead", { union: seen.call.union })}
      actions={<Papers seen={seen} />}
    >
      {seen.rows.length === 0 ? (
        <Empty title={t("slate.none")}>
          <p>{t("slate.none-more")}</p>
        </Empty>
      ) : (
        <>
          <Find rows={seen.rows} />
          <Choosing
            rows={rows}
            chosen={chosen}
            able={able.length}
            onChoose={choose}
            onNone={() => setChosen(new Set())}
            onDecide={() => setDeciding(true)}
          />
          <div className="selection-columns">
            {rows.length === 0 ? (
              <Empty title={t("slate.none-found")} />
            ) : (
              <SlateTable rows={rows} chosen={chosen} onChoose={(id, on) => choose([id], on)} />
            )}
            <aside className="selection-aside">
              {seen.can.effect ? <Effects seen={seen} chosen={picked.map((r) => r.id)} /> : null}
              <Spread rows={picked.length ? picked : rows} chosen={picked.length > 0} />
            </aside>
          </div>
        </>
      )}
      {deciding ? (
        <BatchForm
          courses={able.map(courseLine)}
          onClose={() => setDeciding(false)}
          onDone={() => {
            setDeciding(false)
            setChosen(new Set())
          }}
        />
      ) : null}
    </Page>
  )
}

interface ChoosingProps {
  readonly rows: readonly Line[]
  readonly chosen: ReadonlySet<string>
  /** Of those chosen, how many the person may decide about. */
  readonly able: number
  readonly onChoose: (ids: readonly string[], on: boolean) => void
  readonly onNone: () => void
  readonly onDecide: () => void
}

function Choosing({ rows, chosen, able, onChoose, onNone, onDecide }: ChoosingProps): ReactNode {
  const t = useWords("selection")
  const open = rows.filter((r) => r.outcome === null)
  const here = open.filter((r) => chosen.has(r.id)).length
  return (
    <div className="selection-choosing">
      <Checkbox
        disabled={open.length === 0}
        checked={open.length > 0 && here === open.length}
        indeterminate={here > 0 && here < open.length}
        onChange={(e) =>
          onChoose(
            open.map((r) => r.id),
            e.target.checked,
          )
        }
      >
        {t("slate.choose-all", { count: open.length })}
      </Checkbox>
      <span className="muted" role="status">
        {t("slate.count", { count: rows.length })}
      </span>
      {chosen.size > 0 ? (
        <span className="selection-decide">
          <b aria-live="polite">{t("slate.chosen", { count: chosen.size })}</b>
          {able > 0 ? (
            <Button type="primary" onClick={onDecide}>
              {t("slate.decide", { count: able })}
            </Button>
          ) : (
            <span className="muted">{t("slate.cannot-decide")}</span>
          )}
          <Button onClick={onNone}>{t("slate.choose-none")}</Button>
        </span>
      ) : null}
    </div>
  )
}

/** What leaves the house on paper, and many recommendations at once. */
function Papers({ seen }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const go = useGo()
  const { id } = seen.call
  const kinds = [...new Set(seen.rows.map((r) => r.postKind))]
  const summary = (as: string) => `/api/selection/summary.${as}?call=${id}`
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "docx", label: <a href={summary("docx")}>{t("papers.summary-docx")}</a> },
            { key: "xlsx", label: <a href={summary("xlsx")}>{t("papers.summary-xlsx")}</a> },
            ...kinds.map((kind) => ({
              key: kind,
              label: (
                <a href={`/api/selection/form.docx?call=${id}&kind=${kind}`}>
                  {t("papers.blank", { post: t(`kind.${kind}`) })}
                </a>
              ),
            })),
          ],
        }}
      >
        <Button>
          {t("papers.title")} <DownOutlined />
        </Button>
      </Dropdown>
      {seen.can.recommend ? (
        <Button type="primary" onClick={() => go(`/office/selection/calls/${id}/recommend`)}>
          {t("recommend.go")}
        </Button>
      ) : null}
    </>
  )
}
