import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Called } from "./Call.tsx"
import { useTell } from "./say.ts"

type Summary = NonNullable<Called["summary"]>

/** What a closed project came to; small groups come without their number. */
export function PublicSummary({ of: s }: { of: Summary }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const few = t("few")
  return (
    <section className="panel">
      <h2>{t("tab.summary")}</h2>
      <p className="vol-purpose">{s.words}</p>
      <dl className="facts">
        <dt>{t("summary.attended")}</dt>
        <dd>{s.attended === null ? few : t("people", { count: s.attended })}</dd>
        {s.minutes === null ? null : (
          <>
            <dt>{t("summary.time")}</dt>
            <dd>{tell.length(s.minutes)}</dd>
          </>
        )}
        <dt>{t("summary.reached")}</dt>
        <dd>{s.reached === null ? few : t("summary.times", { count: s.reached })}</dd>
        <dt>{t("summary.spent")}</dt>
        <dd>{t("summary.money", { spent: tell.yuan(s.spent), budget: tell.yuan(s.budget) })}</dd>
      </dl>
      <Counts title={t("summary.by-faculty")} of={s.byFaculty} />
      <Counts title={t("summary.by-grade")} of={s.byGrade} />
      <Counts title={t("summary.reached-faculty")} of={s.reachedByFaculty} />
      <Counts title={t("summary.reached-grade")} of={s.reachedByGrade} />
    </section>
  )
}

function Counts({ title, of }: { title: string; of: Summary["byFaculty"] }): ReactNode {
  const t = useWords("projects")
  if (of.length === 0) return null
  return (
    <>
      <h3 className="vol-h3">{title}</h3>
      <ul className="vol-counts">
        {of.map((c) => (
          <li key={c.name}>
            <span>{c.name}</span>
            <b>{c.people ?? t("hidden")}</b>
          </li>
        ))}
      </ul>
      {of.some((c) => c.people === null) ? <p className="muted">{t("hidden-more")}</p> : null}
    </>
  )
}
