import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Election } from "./ElectionPage.tsx"

/** What has to be ready before the vote opens, each with who does it. */
export function Requirements({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  const open = of.requirements.filter((r) => !r.ready).length
  return (
    <section className="panel">
      <h2>{t("requirements.title")}</h2>
      <p className="muted">{open === 0 ? t("requirements.all") : t("requirements.open", { count: open })}</p>
      <ul className="elections-requirements">
        {of.requirements.map((r) => (
          <li key={r.key} className={r.ready ? "elections-ready" : ""}>
            <span aria-hidden="true" className="elections-tick">
              {r.ready ? "✓" : ""}
            </span>
            <span>
              <b>{t(`requirements.${r.key}`)}</b>
              <span className="unseen">{t(r.ready ? "requirements.ready" : "requirements.unready")}</span>
              <span lang="zh-CN">{r.says}</span>
              {r.ready ? null : <small className="muted">{t("requirements.who", { who: r.who })}</small>}
            </span>
            <Do of={of} what={r.key} />
          </li>
        ))}
      </ul>
      {of.issue && of.issue.cameSince + of.issue.leftSince > 0 ? (
        <p className="elections-late">
          {t("requirements.moved", { came: of.issue.cameSince, left: of.issue.leftSince })}
        </p>
      ) : null}
    </section>
  )
}

function Do({ of, what }: { of: Election; what: string }): ReactNode {
  const t = useWords("elections")
  if (what === "keys" && of.can.keepKey)
    return (
      <Go to={`/office/elections/${of.id}/trustee`} className="button">
        {t("requirements.do-keys")}
      </Go>
    )
  if (what === "credentials" && of.can.issue)
    return (
      <Go to={`/office/elections/${of.id}/credentials`} className="button">
        {t("requirements.do-credentials")}
      </Go>
    )
  return null
}
