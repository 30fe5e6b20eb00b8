import { type ReactNode, useMemo, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import { countingOf, type Line } from "./board-check.ts"
import { ballotsOf } from "./keeping.ts"

const most = 60

/** Every ballot in the box by its tracker, newest first; one's own are marked. */
export function Trackers({ lines, id }: { lines: readonly Line[]; id: string }): ReactNode {
  const t = useWords("elections")
  const [sought, setSought] = useState("")
  const [all, setAll] = useState(false)
  const own = useMemo(() => new Set(ballotsOf(id).cast.map((c) => c.tracker)), [id])
  const counting = useMemo(() => countingOf(lines), [lines])
  const ballots = useMemo(() => lines.filter((l) => l.tracker !== null).reverse(), [lines])
  const text = sought.trim()
  const found = text ? ballots.filter((l) => l.tracker!.includes(text)) : ballots
  const shown = all ? found : found.slice(0, most)
  return (
    <section className="panel">
      <h2>{t("trackers.title")}</h2>
      <p className="muted">{t("trackers.lead")}</p>
      {ballots.length === 0 ? (
        <p>{t("trackers.none")}</p>
      ) : (
        <>
          <div className="board-find">
            <label>
              <span>{t("trackers.find")}</span>
              <input
                type="search"
                value={sought}
                autoComplete="off"
                spellCheck={false}
                onChange={(e) => setSought(e.target.value)}
              />
            </label>
          </div>
          <p aria-live="polite" className={text && found.length === 0 ? "booth-bad" : "muted"}>
            {text
              ? t(found.length === 0 ? "trackers.missing" : "trackers.found", { count: found.length })
              : t("trackers.count", { count: ballots.length })}
          </p>
          <ol className="board-trackers">
            {shown.map((l) => (
              <li key={l.height} className={own.has(l.tracker!) ? "board-own" : ""}>
                <span className="board-height">{l.height}</span>
                <code translate="no">{l.tracker}</code>
                <span className="board-tags">
                  {own.has(l.tracker!) ? <em className="tag board-mine">{t("trackers.own")}</em> : null}
                  {counting.has(l.tracker!) ? null : <em className="tag">{t("trackers.replaced")}</em>}
                </span>
              </li>
            ))}
          </ol>
          {shown.length < found.length ? (
            <button type="button" className="button" onClick={() => setAll(true)}>
              {t("trackers.all", { count: found.length })}
            </button>
          ) : null}
        </>
      )}
    </section>
  )
}
