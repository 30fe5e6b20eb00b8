import type { ReactNode } from "react"
import { Go, useIsThere } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

const ways = {
  doing: ["/needs/raise", "/activities/check-in"],
  reading: ["/needs", "/notices", "/activities", "/listening", "/calls", "/congress", "/volunteer"],
} as const

/** The two things one comes to do, as large buttons; and the pages everybody may read, of the rooms there are. */
export function Ways({ of }: { of: keyof typeof ways }): ReactNode {
  const t = useWords("home")
  const isThere = useIsThere()
  const there = ways[of].filter(isThere)
  const say = (path: string) => t(`ways.${path.slice(1).replace("/", "-")}`)
  if (there.length === 0) return null
  if (of === "doing")
    return (
      <div className="home-ways">
        {there.map((path, i) => (
          <Go key={path} to={path} className={`button home-way${i === 0 ? " button-main" : ""}`}>
            {say(path)}
          </Go>
        ))}
      </div>
    )
  return (
    <nav className="home-reading" aria-labelledby="home-reading">
      <h2 id="home-reading">{t("ways.title")}</h2>
      <ul>
        {there.map((path) => (
          <li key={path}>
            <Go to={path}>{say(path)}</Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}
