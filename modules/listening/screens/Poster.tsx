import { Button } from "antd"
import type { ReactNode } from "react"
import { useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { poster } from "../contract.ts"
import { useTell } from "./say.ts"
import "./listening.css"

/** What is printed and hung up: the title, the code, until when. */
export default function Poster(): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const { university } = useViewer()
  const asked = useAsk(poster, { id: useParam("id"), site: location.origin })
  return (
    <PageOf of={asked} title={t("poster.title")}>
      {(of) => (
        <Page
          title={t("poster.title")}
          actions={
            <Button type="primary" onClick={() => window.print()}>
              {t("poster.print")}
            </Button>
          }
        >
          <section className="listening-poster" lang="zh-CN">
            <p>{university.name}</p>
            <h2>{of.title}</h2>
            <img alt={t("poster.qr")} src={`data:image/svg+xml,${encodeURIComponent(of.qr)}`} />
            <p>{t("poster.how")}</p>
            <p className="listening-poster-address">{of.address}</p>
            <p>
              {t("poster.until", { day: tell.day(of.untilDay) })}
              <br />
              {of.union}
            </p>
          </section>
        </Page>
      )}
    </PageOf>
  )
}
