import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

interface LimitsProps {
  /** Who keeps the key of this vote, and how many of them open the box. */
  readonly trustees?: readonly string[]
  readonly threshold?: number
}

/** What this way of voting protects from, and what it does not, in plain words. */
export function Limits({ trustees = [], threshold = 0 }: LimitsProps): ReactNode {
  const t = useWords("elections")
  return (
    <section className="panel booth-limits">
      <h2>{t("limits.title")}</h2>
      <ul>
        <li>{t("limits.screen")}</li>
        <li>{t("limits.unanimous")}</li>
        <li>{t("limits.over")}</li>
        {trustees.length > 0 ? (
          <li>
            {t(threshold < trustees.length ? "limits.read" : "limits.read-all", {
              names: trustees.join("、"),
              count: trustees.length,
              threshold,
            })}
          </li>
        ) : null}
        <li>{t("limits.cast")}</li>
        <li>{t("limits.page")}</li>
      </ul>
    </section>
  )
}
