import type { ReactNode } from "react"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract-asked.ts"
import { DeviceKey } from "./DeviceKey.tsx"
import { Limits } from "./Limits.tsx"

/** A delegate before and during the votes of an assembly: the phone's key, and one line for each vote. */
export default function OwnBallots(): ReactNode {
  const t = useWords("elections")
  const assembly = useParam("id")
  const { signedIn } = useViewer()
  const { data } = useAsk(mine, { assembly }, { when: signedIn, every: 8_000 })
  return (
    <Page title={t("own.title")} lead={t("own.lead")} narrow>
      <DeviceKey assembly={assembly} />
      {data?.delegate ? (
        <section className="panel">
          <h2>{t("own.votes")}</h2>
          {data.elections.length === 0 ? <p className="muted">{t("own.no-votes")}</p> : null}
          <ul className="booth-votes">
            {data.elections.map((e) => (
              <li key={e.id}>
                <span>
                  <b lang="zh-CN">{e.title}</b>
                  {e.round > 1 ? <span> {t("round", { n: e.round })}</span> : null}
                  <br />
                  <span className="muted">
                    {t(`state.${e.state}`)} ·{" "}
                    {e.method === "paper" ? t("method.paper") : t(`own.${e.envelope}`)}
                  </span>
                </span>
                {e.method === "electronic" && e.state !== "preparing" ? (
                  <Go
                    to={e.state === "open" ? `/vote/${e.id}` : `/vote/${e.id}/board`}
                    className={e.state === "open" ? "button button-main" : "button"}
                  >
                    {t(e.state === "open" ? "own.vote" : "board.go")}
                  </Go>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Limits />
    </Page>
  )
}
