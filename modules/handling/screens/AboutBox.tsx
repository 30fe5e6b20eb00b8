import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Whole } from "./HandlePage.tsx"
import { Nth } from "./StateTag.tsx"

/** Who raised it, as far as the reader may know, how many share it, where it lies and until when. */
export function AboutBox({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const voices = ({ total, from, faculties }: Whole["voices"]) => {
    if (from === null) return t("about.people", { count: total })
    const named = faculties.map((f) => `${f.name} ${f.count}`).join("、")
    return [t("about.people", { count: total }), t("about.from", { count: from }), named]
      .filter(Boolean)
      .join("，")
  }
  const facts: [string, ReactNode][] = [
    ["raiser", <Raiser key="raiser" of={of} />],
    ["raised", say.day(of.raisedOn)],
    ["place", of.place],
    ["voices", voices(of.voices)],
    ["source", of.source],
    ["office", of.office?.name],
    ["assignee", of.assignee?.name],
    ["due", of.due ? say.day(of.due) : null],
    [
      "board",
      of.state === "sorting"
        ? of.discreet
          ? t("about.discreet")
          : null
        : t(of.open ? "about.open" : "about.closed"),
    ],
    ["because", of.because],
    [
      "merged-into",
      of.mergedInto ? (
        <Go key="merged" to={`/office/desk/${of.mergedInto.id}`}>
          <Nth of={of.mergedInto.nth} />
        </Go>
      ) : null,
    ],
  ]
  return (
    <section className="panel">
      <h2>{t("about.title")}</h2>
      <dl className="facts">
        {facts.flatMap(([key, value]) =>
          value ? [<dt key={key}>{t(`about.${key}`)}</dt>, <dd key={`${key}=`}>{value}</dd>] : [],
        )}
      </dl>
      {of.open ? (
        <p className="handling-more">
          <Go to={`/needs/${of.id}`}>{t("about.public")}</Go>
        </p>
      ) : null}
    </section>
  )
}

function Raiser({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  if (of.raiser)
    return (
      <>
        {of.raiser.name} <span className="muted">{of.raiser.number}</span>
        {of.shown === "desk" ? <small className="muted"> {t("shown.desk-only")}</small> : null}
      </>
    )
  return (
    <>
      {t(`shown.${of.shown}`)}
      {of.can.unseal ? (
        <p className="handling-more">
          <Go to={`/office/needs/unseal/${of.id}`}>{t("about.unseal")}</Go>
        </p>
      ) : null}
    </>
  )
}
