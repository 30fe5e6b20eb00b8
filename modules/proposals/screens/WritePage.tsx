import type { ReactNode } from "react"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine, one } from "../contract.ts"
import { WriteForm } from "./WriteForm.tsx"
import "./public.css"

/** Writing a proposal, or going on with a draft. */
export default function WritePage(): ReactNode {
  const t = useWords("proposals")
  const id = useParam("id")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("write.title")} lead={t("write.lead")}>
      {signedIn ? (
        <Delegate id={id} />
      ) : (
        <section className="panel">
          <p>{t("public.door")}</p>
          <Go
            to={`/sign-in?back=${encodeURIComponent(`/congress/${id}/proposals/new`)}`}
            className="button button-main"
          >
            {t("public.sign-in")}
          </Go>
        </section>
      )}
    </Page>
  )
}

function Delegate({ id }: { id: string }): ReactNode {
  const t = useWords("proposals")
  const [{ draft }] = useFilter()
  const desk = useAsk(mine, { assembly: id })
  const before = useAsk(one, { id: draft ?? "" }, { when: draft !== undefined })
  return (
    <Answer of={desk}>
      {(of) =>
        !of.delegate ? (
          <section className="panel">
            <p>{t("write.no-delegate")}</p>
            <Go to={`/congress/${id}/proposals`} className="button">
              {t("public.title")}
            </Go>
          </section>
        ) : draft === undefined ? (
          <WriteForm assembly={id} desk={of} />
        ) : (
          <Answer of={before}>
            {(p) =>
              p.can.edit ? (
                <WriteForm assembly={id} desk={of} before={p} />
              ) : (
                <p className="panel">{t("write.not-now")}</p>
              )
            }
          </Answer>
        )
      }
    </Answer>
  )
}
