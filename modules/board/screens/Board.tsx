import { type ReactNode, useEffect, useState } from "react"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { HelpBar } from "#modules/needs/screens/forms.ts"
import { choices } from "../contract.ts"
import { BoardNav } from "./BoardNav.tsx"
import { Lines } from "./Lines.tsx"
import "./board.css"

/** The board: what students asked for and what came of it. */
export default function Board(): ReactNode {
  const t = useWords("board")
  return (
    <Page title={t("page.title")} lead={t("page.lead")}>
      <BoardNav now="board" />
      <section className="board-doors" aria-label={t("page.doors")}>
        <Go to="/needs/raise" className="button button-main board-raise">
          {t("page.raise")}
        </Go>
        <Go to="/needs/mine" className="button">
          {t("page.mine")}
        </Go>
      </section>
      <HelpBar />
      <Find />
      <Lines />
    </Page>
  )
}

const states = ["open", "answered", "done", "declined", "late"] as const
const fields = ["学业发展", "身心健康", "社会融入", "权益维护"] as const
const sorts = ["newest", "voices", "longest"] as const

function Find(): ReactNode {
  const t = useWords("board")
  const [now, set] = useFilter()
  const { data } = useAsk(choices, {})
  const [text, setText] = useState(now.text ?? "")
  // Not with every letter.
  useEffect(() => {
    const wait = setTimeout(() => text !== (now.text ?? "") && set({ text: text || undefined }), 300)
    return () => clearTimeout(wait)
  }, [text, now.text, set])
  const chosen = [now.field, now.category, now.office, now.faculty, now.sort].filter(Boolean).length
  const choice = (key: string, all: string, options: readonly { value: string; label: string }[]) => (
    <label>
      <span>{t(`find.${key}`)}</span>
      <select value={now[key] ?? ""} onChange={(e) => set({ [key]: e.target.value || undefined })}>
        <option value="">{all}</option>
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </label>
  )
  const named = (of: readonly string[]) => of.map((value) => ({ value, label: value }))
  return (
    <search className="board-find">
      <input
        type="search"
        aria-label={t("find.text")}
        placeholder={t("find.text")}
        value={text}
        maxLength={40}
        onChange={(e) => setText(e.target.value)}
      />
      <ul className="board-chips" aria-label={t("find.state")}>
        {[undefined, ...states].map((s) => (
          <li key={s ?? "all"}>
            <button type="button" aria-pressed={now.state === s} onClick={() => set({ state: s })}>
              {t(`find.state-${s ?? "all"}`)}
            </button>
          </li>
        ))}
      </ul>
      <details open={chosen > 0}>
        <summary>{chosen > 0 ? t("find.chosen", { count: chosen }) : t("find.more")}</summary>
        <div className="board-choices">
          {choice("field", t("find.all-fields"), named(fields))}
          {choice(
            "category",
            t("find.all-categories"),
            (data?.categories ?? []).map((c) => ({ value: c.id, label: c.name })),
          )}
          {choice("office", t("find.all-offices"), named(data?.offices ?? []))}
          {choice("faculty", t("find.all-faculties"), named(data?.faculties ?? []))}
          <label>
            <span>{t("find.sort")}</span>
            <select
              value={now.sort ?? "newest"}
              onChange={(e) => set({ sort: e.target.value === "newest" ? undefined : e.target.value })}
            >
              {sorts.map((s) => (
                <option key={s} value={s}>
                  {t(`find.sort-${s}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </details>
    </search>
  )
}
