import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { One } from "./ListeningPage.tsx"
import { useTell } from "./say.ts"

/** What is planned, and once something was heard, what came of it. */
export function PlanPart({ of }: { of: One }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const shown = of.phase !== "planned" && (!of.importedFrom || of.publishedOn)
  return (
    <>
      {of.follow.heard > 0 ? <Follow of={of.follow} /> : null}
      <section className="panel">
        <dl className="facts">
          <dt>{t("field.when")}</dt>
          <dd>{tell.when(of)}</dd>
          {of.place ? (
            <>
              <dt>{t("field.place")}</dt>
              <dd>{of.place}</dd>
            </>
          ) : null}
          {of.offices.length > 0 ? (
            <>
              <dt>{t("field.offices")}</dt>
              <dd>{of.offices.join(t("and"))}</dd>
            </>
          ) : null}
          {of.importedFrom ? (
            <>
              <dt>{t("field.imported")}</dt>
              <dd>{of.importedFrom}</dd>
            </>
          ) : (
            <>
              <dt>{t("field.audience")}</dt>
              <dd>{tell.audience(of)}</dd>
            </>
          )}
          {of.places ? (
            <>
              <dt>{t("field.places")}</dt>
              <dd>{of.places}</dd>
            </>
          ) : null}
        </dl>
        {of.about ? (
          <p className="listening-text" lang="zh-CN">
            {of.about}
          </p>
        ) : null}
        <p className="muted">
          {shown ? <Go to={`/listening/${of.id}`}>{t("one.public")}</Go> : t("one.not-public")}{" "}
          <ClauseLabel clause="1.3" />
        </p>
      </section>
    </>
  )
}

export function Follow({ of }: { of: One["follow"] }): ReactNode {
  const t = useWords("listening")
  return (
    <dl className="listening-follow" aria-label={t("follow.title")}>
      {(["heard", "raised", "answered", "solved"] as const).map((key) => (
        <div key={key}>
          <dt>{t(`follow.${key}`)}</dt>
          <dd>{of[key]}</dd>
        </div>
      ))}
      {of.late > 0 ? (
        <div className="listening-follow-late">
          <dt>{t("follow.late")}</dt>
          <dd>{of.late}</dd>
        </div>
      ) : null}
    </dl>
  )
}
