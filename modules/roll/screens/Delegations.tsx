import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Roll } from "./RollPage.tsx"

/** How many of each delegation are there; pressing one lists it. */
export function Delegations({ of }: { of: Roll }): ReactNode {
  const t = useWords("roll")
  const [{ delegation }, set] = useFilter()
  if (of.delegations.length < 2) return null
  return (
    <section className="panel">
      <h2>{t("delegations.title")}</h2>
      <ul className="roll-delegations">
        {of.delegations.map((d) => (
          <li key={d.name}>
            <button
              type="button"
              aria-pressed={delegation === d.name}
              onClick={() => set({ delegation: delegation === d.name ? undefined : d.name, page: undefined })}
            >
              <b>{d.name}</b>
              <span className={d.due > 0 && d.present === d.due ? "roll-full" : "muted"}>
                {d.due > 0
                  ? t("delegations.counts", { present: d.present, due: d.due })
                  : t("delegations.others", { count: d.others })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
