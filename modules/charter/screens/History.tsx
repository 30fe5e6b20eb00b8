import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { history } from "../contract.ts"
import { Since } from "./CharterPage.tsx"

/** All versions and settings there ever were, with who recorded them. */
export function History({ union }: { union: string }): ReactNode {
  const t = useWords("charter")
  const say = useSay()
  const recorded = (r: { recordedAt?: string | undefined; recordedBy?: string | undefined }) =>
    r.recordedAt && r.recordedBy ? (
      <small className="muted charter-since">
        {t("history.recorded", { by: r.recordedBy, time: say.recorded(r.recordedAt) })}
      </small>
    ) : null
  return (
    <section className="panel">
      <h2>{t("history.title")}</h2>
      <Answer of={useAsk(history, { union })} rows={3}>
        {({ versions, settings }) =>
          versions.length + settings.length === 0 ? (
            <p className="muted">{t("history.none")}</p>
          ) : (
            <ol className="charter-history">
              {versions.map((v) => (
                <li key={v.id}>
                  {v.withdrawn ? <s>{v.name}</s> : <b>{v.name}</b>}{" "}
                  {t("version.adopted", { day: say.day(v.adoptedOn), by: v.adoptedBy })}{" "}
                  {v.withdrawn ? (
                    <span className="tag">{t("history.withdrawn", { because: v.withdrawn })}</span>
                  ) : null}
                  {recorded(v)}
                </li>
              ))}
              {settings.map((s) => (
                <li key={s.id}>
                  <ClauseLabel clause={s.clause} /> {s.says}
                  <Since setting={s} />
                  {recorded(s)}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </section>
  )
}
