import { Button } from "antd"
import { type ReactNode, useRef } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { code } from "../contract.ts"
import { QuorumBar } from "./QuorumBar.tsx"
import "./roll.css"

/** Asked again often enough that the screen never shows a code that is no longer taken. */
const every = 3_000

/** For the projector: the code, how to use it, and the quorum filling up. */
export default function CodePage(): ReactNode {
  const t = useWords("roll")
  const id = useParam("id")
  const asked = useAsk(code, { assembly: id, site: location.origin }, { every, keep: true })
  // A code the server has not confirmed for a while is worse than none.
  const stale = asked.isError || (asked.dataUpdatedAt > 0 && Date.now() - asked.dataUpdatedAt > 20_000)
  return (
    <PageOf of={asked} title={t("code.title")} actions={<BackToRoll id={id} />}>
      {(of) => <Shown of={of} stale={stale} />}
    </PageOf>
  )
}

function BackToRoll({ id }: { id: string }): ReactNode {
  const t = useWords("roll")
  return (
    <Go to={`/office/roll/${id}`} className="button">
      {t("code.back")}
    </Go>
  )
}

function Shown({ of, stale }: { of: Out<typeof code>; stale: boolean }): ReactNode {
  const t = useWords("roll")
  const wall = useRef<HTMLDivElement>(null)
  return (
    <Page
      title={t("code.title")}
      lead={of.assembly.name}
      actions={
        <>
          <Button type="primary" size="large" onClick={() => void wall.current?.requestFullscreen()}>
            {t("code.full")}
          </Button>
          <BackToRoll id={of.assembly.id} />
        </>
      }
    >
      <div className="roll-wall" ref={wall}>
        <p className="roll-wall-name">{of.assembly.name}</p>
        <div className="roll-wall-code">
          {stale ? (
            <p className="roll-wall-lost" role="alert">
              {t("code.lost")}
            </p>
          ) : (
            <img alt={t("code.qr")} src={`data:image/svg+xml,${encodeURIComponent(of.qr)}`} />
          )}
        </div>
        <div className="roll-wall-side">
          <h2>{t("code.how")}</h2>
          <ol>
            <li>{t("code.step-1")}</li>
            <li>{t("code.step-2")}</li>
            <li>{t("code.step-3")}</li>
          </ol>
          <p className="roll-letters" aria-live="off">
            {stale ? "········" : `${of.code.slice(0, 4)} ${of.code.slice(4)}`}
          </p>
          <p className="muted" aria-live="off">
            {t("code.left", { seconds: of.left })}
          </p>
          <QuorumBar of={of.quorum} large />
        </div>
      </div>
      <p className="muted roll-limit">{t("code.limit")}</p>
    </Page>
  )
}
