import { SearchOutlined } from "@ant-design/icons"
import { Outlet } from "@tanstack/react-router"
import { App, ConfigProvider, Grid } from "antd"
import { lazy, type ReactNode, Suspense, use, useEffect } from "react"
import { refusalOf } from "#kit/web/call.ts"
import { deskTheme } from "#kit/web/desk/theme.ts"
import { useHere } from "#kit/web/nav.tsx"
import { type Language, useSettings } from "#kit/web/settings.ts"
import { Answer, Loading, Problem } from "#kit/web/states.tsx"
import { listen } from "#kit/web/tell.ts"
import { useAsk } from "#kit/web/use.ts"
import { ViewerContext } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { me } from "#modules/accounts/contract.ts"
import { antdWords } from "./antd-words.ts"
import { Frame } from "./Frame.tsx"

const SetUp = lazy(() => import("#modules/accounts/screens/SetUp.tsx"))

const doorways = new Set(["/sign-in", "/office/activate"])

/** The office: antd in our clothes, who is looking, and the frame around the screen. */
export function Desk(): ReactNode {
  const { language, dark } = useSettings()
  return (
    <Suspense fallback={null}>
      <Clothed language={language} dark={dark} />
    </Suspense>
  )
}

/** Menus and questions open inside the page's landmark, where screen readers look for them. */
const popupsIn = (): HTMLElement => document.getElementById("main") ?? document.body

function Clothed({ language, dark }: { language: Language; dark: boolean }): ReactNode {
  const t = useWords()
  const wide = Grid.useBreakpoint().md ?? innerWidth >= 768
  return (
    <ConfigProvider
      locale={use(antdWords(language))}
      theme={deskTheme(dark, !wide)}
      button={{ autoInsertSpace: false }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label={t("find")} /> }}
      getPopupContainer={popupsIn}
    >
      <App>
        <Seated />
        <Notices />
      </App>
    </ConfigProvider>
  )
}

function Seated(): ReactNode {
  const asked = useAsk(me, {})
  const here = useHere()
  const outside = doorways.has(here)
  const turnedAway = asked.data?.signedIn === false && !outside
  useEffect(() => {
    if (turnedAway)
      location.replace(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`)
  }, [turnedAway])
  const screen = (
    <Suspense fallback={<Loading rows={6} />}>
      <Outlet />
    </Suspense>
  )
  if (turnedAway) return <Loading />
  // Nothing else is "not found" about the one who asks: there is no university yet.
  if (asked.error && refusalOf(asked.error).code === "not-found")
    return (
      <Suspense fallback={<Loading rows={6} />}>
        <SetUp />
      </Suspense>
    )
  return (
    <Answer of={asked}>
      {(viewer) => <ViewerContext value={viewer}>{outside ? screen : <Frame>{screen}</Frame>}</ViewerContext>}
    </Answer>
  )
}

/** What was done, and what was refused, for screens that do not show it themselves. */
function Notices(): ReactNode {
  const { message, notification } = App.useApp()
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === "done") message.success(telling.words)
        else
          notification.open({
            title: null,
            description: <Problem refusal={telling.refusal} />,
            placement: "bottomRight",
            duration: 10,
            className: "desk-refusal",
          })
      }),
    [message, notification],
  )
  return null
}
