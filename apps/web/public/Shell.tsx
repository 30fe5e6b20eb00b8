import { Outlet } from "@tanstack/react-router"
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react"
import { Seal } from "#kit/web/Brand.tsx"
import { type Refusal, refusalOf } from "#kit/web/call.ts"
import { Go, useHere } from "#kit/web/nav.tsx"
import { choose, useSettings } from "#kit/web/settings.ts"
import { Answer, Loading, Problem } from "#kit/web/states.tsx"
import { listen } from "#kit/web/tell.ts"
import { useAsk } from "#kit/web/use.ts"
import { ViewerContext } from "#kit/web/viewer.ts"
import { chooseLanguage, useWords, wordsOf } from "#kit/web/words.ts"
import { me } from "#modules/accounts/contract.ts"
import { rooms } from "./rooms.ts"

// For those who have signed in only.
const Bell = lazy(async () => ({ default: (await import("#modules/reminders/screens/Bell.tsx")).Bell }))

/** The public frame: who publishes, where things are, the page, and on what basis. */
export function Shell(): ReactNode {
  const asked = useAsk(me, {})
  const t = useWords()
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
                <Top name={viewer.university.name} signedIn={viewer.signedIn} />
              </header>
              <main id="main" tabIndex={-1} className="site-main">
                <Suspense fallback={<Loading />}>
                  <Outlet />
                </Suspense>
              </main>
              <Foot name={viewer.university.name} />
            </ViewerContext>
          )}
        </Answer>
      )}
      <Notices />
    </>
  )
}

function Top({ name, signedIn }: { name: string; signedIn: boolean }): ReactNode {
  const t = useWords()
  const { language } = useSettings()
  const here = useHere()
  const lines = rooms
    .flatMap((room) => (room.nav ?? []).map((line) => ({ ...line, room: room.name })))
    .sort((a, b) => a.order - b.order)
  const within = (path?: string) => path !== undefined && here.startsWith(`${path}/`)
  const current = lines.find(
    ({ path, also }) => here === path || (path !== "/" && within(path)) || within(also),
  )
  const nav = useRef<HTMLElement>(null)
  // On a phone the line is longer than the window: show where one is.
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
            <b>{name}</b>
            <small>{t("tagline")}</small>
          </span>
        </Go>
        <nav ref={nav} aria-label={t("nav.main")} className="site-nav">
          {lines.map((line) => (
            <Go key={line.path} to={line.path} {...(line === current ? { className: "site-here" } : {})}>
              {wordsOf(line.room, language)(line.key ?? "page")}
            </Go>
          ))}
        </nav>
        <div className="site-tools no-print">
          <Choices />
          {signedIn ? (
            <Suspense fallback={null}>
              <Bell to="/reminders" />
            </Suspense>
          ) : null}
          <Go to={signedIn ? "/office" : "/sign-in"} className="button button-main">
            {t(signedIn ? "nav.office" : "me.sign-in")}
          </Go>
        </div>
      </div>
    </div>
  )
}

/** Language as a button in the other language; appearance as a quiet button that goes round. */
function Choices(): ReactNode {
  const t = useWords()
  const { language, dark } = useSettings()
  const other = language === "zh" ? "en" : "zh"
  const theme = t(`theme.${dark ? "light" : "dark"}`)
  return (
    <>
      <button
        type="button"
        className="site-quiet"
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => void chooseLanguage(other)}
      >
        {t("language.other")}
      </button>
      <button
        type="button"
        className="site-quiet"
        onClick={() => choose({ theme: dark ? "light" : "dark" })}
        aria-label={`${t("theme.label")}: ${theme}`}
        title={theme}
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        >
          {dark ? (
            <path
              strokeLinecap="round"
              d="M10 6.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16"
            />
          ) : (
            <path strokeLinejoin="round" d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
          )}
        </svg>
      </button>
    </>
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

/** Passing words, at the foot of the window. */
function Notices(): ReactNode {
  const [said, say] = useState<{ words?: string; refusal?: Refusal } | null>(null)
  useEffect(() => listen((x) => say(x.kind === "done" ? { words: x.words } : { refusal: x.refusal })), [])
  useEffect(() => {
    if (!said) return
    const gone = setTimeout(() => say(null), said.refusal ? 10_000 : 4_000)
    return () => clearTimeout(gone)
  }, [said])
  return (
    <div className="site-notices no-print" aria-live="polite">
      {said?.words ? <p>{said.words}</p> : null}
      {said?.refusal ? <Problem refusal={said.refusal} /> : null}
    </div>
  )
}
