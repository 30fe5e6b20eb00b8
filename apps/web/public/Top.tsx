import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react"
import { Seal } from "#kit/web/Brand.tsx"
import { Go, useHere } from "#kit/web/nav.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { Choices } from "./Choices.tsx"
import { useLines } from "./lines.ts"

// For those who have signed in only.
const Bell = lazy(async () => ({ default: (await import("#modules/reminders/screens/Bell.tsx")).Bell }))

/** Whose site it is, its lines, and one's own way in. On a phone the lines are in the bar at the foot. */
export function Top(): ReactNode {
  const t = useWords()
  const here = useHere()
  const { university, signedIn } = useViewer()
  const lines = useLines()
  const nav = useRef<HTMLElement>(null)
  // In a narrow window the line is longer: show where one is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it answers to
  useEffect(() => {
    const row = nav.current
    const at = row?.querySelector<HTMLElement>(".site-here")
    if (row && at) row.scrollLeft = at.offsetLeft - row.offsetLeft - (row.clientWidth - at.clientWidth) / 2
  }, [here])
  return (
    <div className="site-top">
      <div className="site-wide">
        <Go to="/" className="site-name">
          <Seal size={36} />
          <span>
            <b>{university.name}</b>
            <small>{t("tagline")}</small>
          </span>
        </Go>
        <nav ref={nav} aria-label={t("nav.main")} className="site-nav">
          {lines.map((line) => (
            <Go key={line.path} to={line.path} {...(line.here ? { className: "site-here" } : {})}>
              {line.words}
            </Go>
          ))}
        </nav>
        <div className="site-tools no-print">
          <span className="site-choices">
            <Choices />
          </span>
          {signedIn ? (
            <Suspense fallback={<span className="bell" />}>
              <Bell to="/reminders" />
            </Suspense>
          ) : null}
          <Own here={here} />
        </div>
      </div>
    </div>
  )
}

/** The way in, and back to where one is; for whoever holds an office the office, for a student the own page. */
function Own({ here }: { here: string }): ReactNode {
  const t = useWords()
  const { signedIn, account, admin, capacities } = useViewer()
  if (!signedIn)
    return (
      <Go
        to={here === "/" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(here)}`}
        className="button button-main"
      >
        {t("me.sign-in")}
      </Go>
    )
  if (capacities.length > 0 || admin)
    return (
      <Go to="/office" className="button button-main">
        {t("nav.office")}
      </Go>
    )
  return (
    <Go to="/me" className="button site-own">
      <span className="unseen">{t("me.account")} </span>
      {account?.name}
    </Go>
  )
}
