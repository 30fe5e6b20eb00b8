import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { briefing } from "../contract.ts"
import { BoardNav } from "./BoardNav.tsx"
import { BriefingView } from "./BriefingView.tsx"

/** One published 简报, with its documents and its hash. */
export default function BriefingPage(): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const id = useParam("id")
  return (
    <PageOf of={useAsk(briefing, { id })} title={t("briefings.title")}>
      {(of) => (
        <Page
          title={of.title}
          lead={t("briefing.by", { union: of.content.union, day: say.day(of.publishedOn) })}
          actions={
            <>
              <Go to={`/api/board/briefings/${id}.docx`} className="button">
                {t("briefing.docx")}
              </Go>
              <Go to={`/api/board/briefings/${id}.pdf`} className="button">
                {t("briefing.pdf")}
              </Go>
            </>
          }
        >
          <BoardNav now="briefings" />
          <BriefingView of={of.content} />
          <p className="muted briefing-hash">
            {t("briefing.hash")} <code>{of.hash}</code>
          </p>
        </Page>
      )}
    </PageOf>
  )
}
