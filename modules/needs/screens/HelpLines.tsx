import { type ReactNode, Suspense } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { type HelpLine, usualHelpLines } from "#policy/practice/needs.ts"
import { help } from "../contract.ts"
import "./help.css"

/** Who helps at once; where no answer comes, those anybody in the country reaches. */
export function useHelpLines(): readonly HelpLine[] {
  return useAsk(help, {}).data?.items ?? usualHelpLines
}

/** One tap away, on every page of needs; a page of another room does not wait for its words. */
export function HelpBar(): ReactNode {
  return (
    <p className="needs-help-bar">
      <Suspense fallback={null}>
        <HelpLink />
      </Suspense>
    </p>
  )
}

function HelpLink(): ReactNode {
  const t = useWords("needs")
  return <Go to="/needs/help">{t("help.bar")}</Go>
}

/** The numbers themselves, each a call; of one kind, or of both. */
export function HelpLines({ only }: { only?: HelpLine["kind"] }): ReactNode {
  const t = useWords("needs")
  const lines = useHelpLines()
  return (
    <div className={only ? undefined : "needs-help-kinds"}>
      {(only ? [only] : (["danger", "mind"] as const)).map((kind) => (
        <section key={kind} aria-label={t(`help.${kind}`)}>
          {only ? null : <h2>{t(`help.${kind}`)}</h2>}
          <ul className="needs-help-lines">
            {lines
              .filter((l) => l.kind === kind)
              .map((l) => (
                <li key={`${l.name}${l.phone}`}>
                  <a href={`tel:${l.phone.replace(/[^\d+]/g, "")}`} lang="zh-CN">
                    <span>
                      <b>{l.name}</b>
                      {l.note ? <small>{l.note}</small> : null}
                    </span>
                    <strong>{l.phone}</strong>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** At the head of the form, when what is written speaks of danger or distress. */
export function HelpNow({ kind }: { kind: HelpLine["kind"] }): ReactNode {
  const t = useWords("needs")
  return (
    <section className="needs-help-now" role="status" aria-label={t("help.title")}>
      <p>
        <b>{t(`help.now-${kind}`)}</b>
      </p>
      <HelpLines only={kind} />
      <p className="needs-small">
        <Go to="/needs/help">{t("help.all")}</Go>
        <span className="muted">{t("help.local")}</span>
      </p>
    </section>
  )
}
