import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { FormPart } from "./FormPart.tsx"
import { History } from "./History.tsx"
import { Moves } from "./Moves.tsx"
import { SectionPart } from "./SectionPart.tsx"
import { StateTag } from "./StateTag.tsx"
import "./disclosure.css"

export type Shown = Out<typeof one>

/** One disclosure, section by section in the order of the form: what it says, what it rests on, what is missing. */
export default function DisclosurePage(): ReactNode {
  const id = useParam("id")
  const [{ version }] = useFilter()
  return <Answer of={useAsk(one, version ? { id, version } : { id })}>{(d) => <Whole d={d} />}</Answer>
}

function Whole({ d }: { d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const say = useSay()
  const old = d.shown !== d.version
  const editable = d.can.edit === true && !old
  return (
    <Page title={d.content.title} actions={<Moves d={d} />}>
      <section className="panel disclosure-status" aria-label={t("status.title")}>
        <p>
          <StateTag is={d.state} />
          <span>{t("status.version", { n: d.shown })}</span>
          <span>{t("status.asof", { day: say.day(d.content.asOf) })}</span>
          {d.published?.downOn ? <span>{t("status.down", { day: say.day(d.published.downOn) })}</span> : null}
        </p>
        <Files d={d} />
        <p className="muted disclosure-hash">
          SHA-256 <code>{d.sha256}</code>
        </p>
        {old ? (
          <p role="status">
            {t("status.old", { n: d.shown })} <Go to={`/office/disclosures/${d.id}`}>{t("status.newest")}</Go>
          </p>
        ) : null}
      </section>
      {old || d.state !== "draft" ? null : <Left of={d.obstacles} />}
      <p className="panel">{d.content.opening}</p>
      {d.content.sections.map((s) => (
        <section className="panel" key={s.heading} id={s.kind === "method" ? s.id : s.kind}>
          <h2>{s.heading}</h2>
          {s.kind === "assessment" ? (
            <FormPart d={d} s={s} editable={editable} />
          ) : (
            <SectionPart d={d} s={s} editable={editable} />
          )}
        </section>
      ))}
      <History d={d} />
    </Page>
  )
}

function Files({ d }: { d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const at = `/disclosures/${d.id}`
  const version = `?version=${d.shown}`
  return (
    <nav className="disclosure-files" aria-label={t("files.title")}>
      <a href={`${at}${version}`}>{t("files.page")}</a>
      <a href={`${at}.docx${version}`}>Word</a>
      <a href={`${at}.pdf${version}`}>PDF</a>
      <a href={`${at}.json${version}`}>{t("files.json")}</a>
      {d.can.unmasked ? (
        <>
          <a href={`${at}.docx${version}&copy=unmasked`}>{t("files.binder")}</a>
          <a href={`/api/disclosure/${d.id}/pack.zip${version}`}>{t("files.pack")}</a>
        </>
      ) : null}
    </nav>
  )
}

/** What stands between the draft and its review; each line leads to its place. */
function Left({ of }: { of: Shown["obstacles"] }): ReactNode {
  const t = useWords("disclosure")
  if (of.length === 0) return <p className="panel">{t("left.none")}</p>
  return (
    <details className="panel disclosure-left" open={of.length < 8}>
      <summary>{t("left.title", { count: of.length })}</summary>
      <ul>
        {of.map((o) => (
          <li key={`${o.key}${o.because}`}>
            <a href={`#${o.key}`}>{o.because}</a>
            <span className="muted">{o.cure}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
