import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract.ts"
import { Nth, StateTag } from "./StateTag.tsx"

/** A delegate's own: who asks to be joined, what was written, a new one. Nothing for those who are no delegates. */
export function MineBox({ id }: { id: string }): ReactNode {
  const t = useWords("proposals")
  return (
    <Answer of={useAsk(mine, { assembly: id })} rows={2}>
      {(of) =>
        !of.delegate && of.items.length === 0 ? null : (
          <section className="panel" aria-label={t("mine.title")}>
            <div className="proposals-mine-head">
              <h2>{t("mine.title")}</h2>
              {of.delegate ? (
                <Go
                  to={`/congress/${id}/proposals/new`}
                  className={of.open ? "button button-main" : "button"}
                >
                  {t(of.open ? "mine.write" : "mine.draft")}
                </Go>
              ) : null}
            </div>
            {of.closed ? <p className="muted">{of.closed}</p> : null}
            {of.asked.map((p) => (
              <p key={p.id} className="proposals-asked">
                <span>{t("mine.asked", { name: p.authorName, title: p.title || t("mine.untitled") })}</span>
                <Go to={`/congress/${id}/proposals/${p.id}`} className="button">
                  {t("mine.look")}
                </Go>
              </p>
            ))}
            {of.items.length > 0 ? (
              <ul className="proposals-mine">
                {of.items.map((p) => (
                  <li key={p.id}>
                    <Go to={`/congress/${id}/proposals/${p.id}`}>
                      <Nth of={p.nth} /> {p.title || t("mine.untitled")}
                    </Go>
                    <span>
                      {p.mine ? null : <span className="tag">{t("mine.joined")}</span>} <StateTag of={p} />
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="muted">{t("mine.none")}</p>
            )}
          </section>
        )
      }
    </Answer>
  )
}
