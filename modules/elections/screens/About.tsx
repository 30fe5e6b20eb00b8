import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { Election } from "./ElectionPage.tsx"

/** Who stands, who keeps the key, who counts. */
export function About({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const electronic = of.method === "electronic"
  const ending = of.state !== "preparing" && of.state !== "open"
  return (
    <section className="panel">
      <h2>{t("about.title")}</h2>
      <dl className="facts">
        <dt>{t("about.post")}</dt>
        <dd lang="zh-CN">{of.post}</dd>
        <dt>{t("terms.candidates")}</dt>
        <dd lang="zh-CN">
          {of.candidates.map((c) => (
            <span key={c.number} className="elections-person">
              <b>{c.name}</b> {c.faculty}
              {c.grade === null ? "" : ` ${t("grade", { grade: c.grade })}`}
            </span>
          ))}
        </dd>
        <dt>{t("about.tie")}</dt>
        <dd>{t(`tie.${of.tie}`)}</dd>
        {electronic ? (
          <>
            <dt>{t("terms.trustees")}</dt>
            <dd>
              {of.trustees.map((p) => (
                <span key={p.number} className="elections-person">
                  <b lang="zh-CN">{p.name}</b>{" "}
                  <span className={p.blames ? "elections-late" : "muted"}>{standing(of, p, ending, t)}</span>
                </span>
              ))}
              <span className="muted">
                {t(`trust.${of.trust.kind}`, { threshold: of.trust.threshold, size: of.trustees.length })}
              </span>
            </dd>
            <dt>{t("about.officer")}</dt>
            <dd lang="zh-CN">{of.officer?.name ?? t("about.nobody")}</dd>
          </>
        ) : (
          <>
            <dt>{t("terms.tellers")}</dt>
            <dd>
              {of.tellers.length === 0 ? t("about.nobody") : null}
              {of.tellers.map((p) => (
                <span key={p.number} className="elections-person">
                  <b lang="zh-CN">{p.name}</b>{" "}
                  {ending ? (
                    <span className="muted">{t(p.counted ? "about.counted" : "about.counting")}</span>
                  ) : null}
                </span>
              ))}
            </dd>
          </>
        )}
        {of.issue ? (
          <>
            <dt>{t("about.issue")}</dt>
            <dd>
              {t("about.issued", {
                issued: of.issue.issued,
                phones: of.issue.issued - of.issue.slips,
                slips: of.issue.slips,
                by: of.issue.by,
              })}
            </dd>
          </>
        ) : null}
        {of.openedAt ? (
          <>
            <dt>{t("about.time")}</dt>
            <dd>{[...new Set([of.openedAt, of.closedAt ?? of.openedAt].map(say.recorded))].join(" — ")}</dd>
          </>
        ) : null}
        {of.announcedOn ? (
          <>
            <dt>{t("about.announced")}</dt>
            <dd>{say.day(of.announcedOn)}</dd>
          </>
        ) : null}
        {of.ratifiedOn ? (
          <>
            <dt>{t("about.ratified")}</dt>
            <dd>{say.day(of.ratifiedOn)}</dd>
          </>
        ) : null}
        {of.filed ? (
          <>
            <dt>{t("about.filed")}</dt>
            <dd>
              {say.day(of.filed.on)}
              {of.filed.receipt ? ` · ${of.filed.receipt}` : ""}
            </dd>
          </>
        ) : null}
        {of.because ? (
          <>
            <dt>{t("about.because")}</dt>
            <dd>{of.because}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function standing(
  of: Election,
  p: Election["trustees"][number],
  ending: boolean,
  t: ReturnType<typeof useWords>,
): string {
  if (ending) return t(p.decrypted ? "about.opened" : "about.not-opened")
  if (p.blames) return t("about.blames", { name: of.trustees.find((o) => o.index === p.blames)?.name ?? "" })
  const last = of.trust.kind === "mandatory" ? "key" : "output"
  if (p.done.includes(last)) return t("about.key-done")
  return t(p.done.length > 0 ? "about.key-begun" : "about.key-none")
}
