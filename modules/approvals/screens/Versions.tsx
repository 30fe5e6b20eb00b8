import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { Request } from "./RequestPage.tsx"

/** Every version, what it changed and who approved it; the newest first. */
export function Versions({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("version.title")}</h2>
      <ol className="approvals-versions">
        {r.versions.map((v) => (
          <li key={v.number} className="approvals-version">
            <p>
              <b>{t("version.is", { number: v.number })}</b>{" "}
              <span className="muted">{t("version.by", { by: v.by, time: say.recorded(v.at) })}</span>
            </p>
            {v.because ? <p>{t("version.because", { because: v.because })}</p> : null}
            {v.changes.length > 0 ? (
              <dl className="approvals-changes" lang="zh-CN">
                {v.changes.map((c) => (
                  <div key={c.label}>
                    <dt>{c.label}</dt>
                    <dd>
                      <del>{c.before || t("version.nothing")}</del>
                      <ins>{c.after || t("version.nothing")}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
            {v.approvedOn ? (
              <p className="approvals-approval">
                {t("version.approved", { by: v.approvedBy ?? "", day: say.day(v.approvedOn) })}
                {v.conditions ? <q lang="zh-CN">{v.conditions}</q> : null}
              </p>
            ) : (
              <p className="muted">{t("version.open")}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
