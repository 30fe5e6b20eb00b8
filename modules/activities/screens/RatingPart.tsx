import type { ReactNode } from "react"
import { Empty } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Activity } from "./ActivityPage.tsx"
import { Stars } from "./Stars.tsx"

/** What those who were there thought of it; nobody is named, and few are not told. */
export function RatingPart({ of: { rating } }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  if (!rating.stars)
    return (
      <Empty title={t("rating.few", { count: rating.people })}>
        <p>{t("rating.few-more")}</p>
      </Empty>
    )
  return (
    <>
      <section className="panel">
        <h2>{t("rating.title")}</h2>
        <Stars of={{ people: rating.people, stars: rating.stars }} />
      </section>
      {rating.remarks.length > 0 ? (
        <section className="panel">
          <h2>{t("rating.remarks")}</h2>
          <ul className="activity-remarks">
            {rating.remarks.map((words, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <li key={i}>{words}</li>
            ))}
          </ul>
          <p className="muted">{t("rating.nameless")}</p>
        </section>
      ) : null}
    </>
  )
}
