import { Outlet } from "@tanstack/react-router"
import { type ReactNode, Suspense, useEffect } from "react"
import { refusalOf } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { belongTo, useKeptSince } from "#kit/web/kept.ts"
import { Answer, Loading, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { ViewerContext } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { me } from "#modules/accounts/contract.ts"
import { Bar } from "./Bar.tsx"
import { Notices } from "./Notices.tsx"
import { Top } from "./Top.tsx"

/** The public frame: who publishes, where things are, the page, and on what basis. */
export function Shell(): ReactNode {
  const asked = useAsk(me, {}, { offline: true })
  const t = useWords()
  const account = asked.data && (asked.data.account?.id ?? "")
  useEffect(() => {
    if (account !== undefined) belongTo(account)
  }, [account])
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {asked.error && !asked.data ? (
        <main id="main" tabIndex={-1} className="site-main">
          <h1>{t("product")}</h1>
          <Problem refusal={refusalOf(asked.error)} again={() => void asked.refetch()} />
        </main>
      ) : (
        <Answer of={asked} rows={3}>
          {(viewer) => (
            <ViewerContext value={viewer}>
              <header>
                {viewer.university.sample ? <p className="site-sample">{t("sample-public")}</p> : null}
                <Top />
                <Kept />
              </header>
              <main id="main" tabIndex={-1} className="site-main">
                <Suspense fallback={<Loading />}>
                  <Outlet />
                </Suspense>
              </main>
              <Foot name={viewer.university.name} />
              <Bar />
            </ViewerContext>
          )}
        </Answer>
      )}
      <Notices />
    </>
  )
}

/** Without a connection: from when what one reads is. */
function Kept(): ReactNode {
  const t = useWords()
  const say = useSay()
  const since = useKeptSince()
  return (
    <p className="site-kept" role="status">
      {since === undefined ? "" : t("kept", { time: say.time(new Date(since).toISOString()) })}
    </p>
  )
}

function Foot({ name }: { name: string }): ReactNode {
  const t = useWords()
  return (
    <footer className="site-foot">
      <div className="site-wide">
        <p>{name}</p>
        <p>{t("footer.basis")}</p>
        <p>
          {t("product")} · {t("footer.open")}
        </p>
      </div>
    </footer>
  )
}
