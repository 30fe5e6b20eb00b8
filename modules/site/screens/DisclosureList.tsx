import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { disclosures } from "../contract.ts"

export function DisclosureList({ of }: { of: Out<typeof disclosures>["items"] }): ReactNode {
  const t = useWords("site")
  const say = useSay()
  return (
    <ul className="panel site-disclosures">
      {of.map((d) => (
        <li key={d.id}>
          {/* A page of the server's own, not a screen of this app. */}
          <a href={d.href}>{d.title}</a>
          <p>
            {d.title.includes(d.union) ? null : <span>{d.union}</span>}
            {d.title.includes(d.schoolYear) ? null : (
              <span>{t("disclosures.year", { year: d.schoolYear })}</span>
            )}
            <span>{t("disclosures.on", { day: say.day(d.publishedOn) })}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
