import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Waiting } from "./queue.ts"

interface WaitingListProps {
  readonly waiting: readonly Waiting[]
  readonly onDrop: (ticket: string) => void
  /** Back into the form, where there is one. */
  readonly onTake?: (one: Waiting) => void
}

/** What this browser keeps until there is a connection, and what the server did not take. */
export function WaitingList({ waiting, onDrop, onTake }: WaitingListProps): ReactNode {
  const t = useWords("needs")
  if (waiting.length === 0) return null
  return (
    <section className="needs-waiting" role="status" aria-label={t("waiting.title")}>
      <h2>{t("waiting.title")}</h2>
      <p className="needs-small">{t("waiting.lead")}</p>
      <ul>
        {waiting.map((one) => (
          <li key={one.ticket}>
            <span lang="zh-CN">
              {one.words.title}
              {one.refused ? <small className="needs-wrong">{one.refused}</small> : null}
            </span>
            {onTake ? (
              <button type="button" className="button" onClick={() => onTake(one)}>
                {t("waiting.take")}
              </button>
            ) : null}
            <button type="button" className="button" onClick={() => onDrop(one.ticket)}>
              {t("waiting.drop")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
