import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract.ts"
import "./public.css"

/** Where the person signed in is a delegate. */
export default function Mine(): ReactNode {
  const t = useWords("delegates")
  const { signedIn } = useViewer()
  return (
    <Page title={t("mine.title")}>
      {signedIn ? (
        <Seats />
      ) : (
        <Empty title={t("mine.sign-in")}>
          <Go to="/sign-in" className="button button-main">
            {t("mine.sign-in-go")}
          </Go>
        </Empty>
      )}
    </Page>
  )
}

function Seats(): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  return (
    <Answer of={useAsk(mine, {})}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t("mine.none")}>
            <p>{t("mine.none-more")}</p>
          </Empty>
        ) : (
          items.map((s) => (
            <section className="panel" key={s.assembly}>
              <h2 lang="zh-CN">
                <Go to={`/congress/${s.assembly}`}>{s.name}</Go>
              </h2>
              <p>
                {t(s.voting ? "mine.voting" : "mine.observer")}
                {s.head ? t("mine.head") : ""}
              </p>
              <dl className="facts">
                <dt>{t("mine.when")}</dt>
                <dd>
                  {say.day(s.day)} {s.time}
                </dd>
                <dt>{t("mine.where")}</dt>
                <dd>{s.place}</dd>
                <dt>{t("delegation")}</dt>
                <dd>{s.delegation}</dd>
                {s.code === null ? null : (
                  <>
                    <dt>{t("code")}</dt>
                    <dd>{`${s.code}`.padStart(4, "0")}</dd>
                  </>
                )}
              </dl>
            </section>
          ))
        )
      }
    </Answer>
  )
}
