import { Button } from "antd"
import { type ReactNode, useRef } from "react"
import type { Out } from "#kit/web/call.ts"
import { ShownCode } from "#kit/web/desk/ShownCode.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { code } from "../contract.ts"
import "./activities.css"

/** Asked again often enough that the screen never shows a code that is no longer taken. */
const every = 5_000

/** For the projector or the organiser's phone, held up at the door. */
export default function CodePage(): ReactNode {
  const t = useWords("activities")
  const asked = useAsk(code, { id: useParam("id"), site: location.origin }, { every, keep: true })
  const lost = asked.isError || (asked.dataUpdatedAt > 0 && Date.now() - asked.dataUpdatedAt > 30_000)
  return (
    <PageOf of={asked} title={t("code.title")}>
      {(of) => <Shown of={of} lost={lost} />}
    </PageOf>
  )
}

function Shown({ of, lost }: { of: Out<typeof code>; lost: boolean }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const wall = useRef<HTMLDivElement>(null)
  const a = of.activity
  return (
    <Page
      title={t("code.title")}
      lead={`${a.title} · ${spans.span(a.startsAt, a.endsAt)} · ${a.place}`}
      actions={
        <>
          <Button type="primary" onClick={() => void wall.current?.requestFullscreen()}>
            {t("code.full")}
          </Button>
          <Go to={`/office/activities/${a.id}?part=people`} className="button">
            {t("code.list")}
          </Go>
        </>
      }
    >
      {of.now ? null : <p className="panel activity-early">{t("code.not-now")}</p>}
      <div className="activity-wall" ref={wall}>
        <p className="activity-wall-name">{a.title}</p>
        <ShownCode
          of={of}
          lost={lost}
          words={{
            qr: t("code.qr"),
            left: t("code.left", { seconds: of.left }),
            lost: t("code.lost"),
          }}
        >
          {t("code.how")}
        </ShownCode>
        <p className="activity-wall-count" role="status">
          {t("code.there", { there: a.there })}
          {a.accepted > 0 ? <small>{t("code.signed", { accepted: a.accepted })}</small> : null}
        </p>
      </div>
    </Page>
  )
}
