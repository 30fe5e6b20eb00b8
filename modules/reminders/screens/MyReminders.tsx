import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { list, readAll } from "../contract.ts"
import { Told } from "./Told.tsx"

const size = 20

/** My reminders on the light pages: for a student on a phone. */
export default function MyReminders(): ReactNode {
  const t = useWords("reminders")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("mine")} {...(signedIn ? { lead: t("lead") } : {})}>
      {signedIn ? (
        <Mine />
      ) : (
        <Empty title={t("sign-in")}>
          <a className="button button-main" href="/sign-in?back=/reminders">
            {t("sign-in-go")}
          </a>
        </Empty>
      )}
    </Page>
  )
}

function Mine(): ReactNode {
  const t = useWords("reminders")
  const [{ page = "1" }, set] = useFilter()
  const at = Math.max(1, Math.trunc(Number(page)) || 1)
  const all = useDo(readAll, { done: t("all-read") })
  const go = (to: number) => set({ page: to > 1 ? `${to}` : undefined })
  return (
    <Answer of={useAsk(list, { page: at, size }, { keep: true })} rows={6}>
      {({ items, total, unread }) =>
        total === 0 ? (
          <Empty title={t("none")}>
            <p>{t("none-more")}</p>
          </Empty>
        ) : (
          <>
            {unread > 0 ? (
              <p className="reminders-head">
                <span>{t("unread", { count: unread })}</span>
                <button type="button" className="button" disabled={all.busy} onClick={() => void all.run({})}>
                  {t("read-all")}
                </button>
              </p>
            ) : null}
            <Told items={items} />
            {total > size ? (
              <div className="reminders-pages">
                <button type="button" className="button" disabled={at === 1} onClick={() => go(at - 1)}>
                  {t("newer")}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={at * size >= total}
                  onClick={() => go(at + 1)}
                >
                  {t("older")}
                </button>
              </div>
            ) : null}
          </>
        )
      }
    </Answer>
  )
}
