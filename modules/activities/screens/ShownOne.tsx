import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { shownOne } from "../public-contract.ts"
import { Joining } from "./Joining.tsx"
import { PhaseTag } from "./PhaseTag.tsx"
import { RateForm } from "./RateForm.tsx"
import { Shares } from "./Shares.tsx"
import { Stars } from "./Stars.tsx"
import { percent, useAudience } from "./say.ts"
import "./public.css"

export type ShownActivity = Out<typeof shownOne>

/** One activity for a reader on a phone: what it is, one's own place in it, what became of it. */
export default function ShownOne(): ReactNode {
  const t = useWords("activities")
  const asked = useAsk(shownOne, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("shown.title")}>
      {(a) => <Opened of={a} />}
    </PageOf>
  )
}

function Opened({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const audience = useAudience()
  return (
    <Page
      narrow
      title={a.title}
      lead={
        <span className="shown-lead">
          <PhaseTag of={a} /> {a.host}
        </span>
      }
    >
      {a.cancelledBecause ? (
        <p className="panel shown-cancelled" role="status">
          {t("one.cancelled", { because: a.cancelledBecause })}
        </p>
      ) : (
        <Joining of={a} />
      )}
      {a.can.rate ? <RateForm id={a.id} /> : null}
      <section className="panel">
        <p className="shown-purpose">{a.purpose}</p>
        <dl className="facts">
          <dt>{t("shown.time")}</dt>
          <dd>{spans.span(a.startsAt, a.endsAt)}</dd>
          <dt>{t("plan.place")}</dt>
          <dd>{a.place}</dd>
          <dt>{t("plan.who")}</dt>
          <dd>{audience(a.audience, a.host)}</dd>
          {a.opensAt && a.phase !== "held" ? (
            <>
              <dt>{t("plan.signs")}</dt>
              <dd>{t("plan.signing-from", { from: spans.at(a.opensAt), to: spans.at(a.closesAt ?? "") })}</dd>
              <dt>{t("plan.places")}</dt>
              <dd>
                {a.places === null || a.left === null
                  ? t("plan.no-limit")
                  : a.left > 0
                    ? t("shown.places-of", { places: a.places, left: a.left })
                    : t("shown.places-full", { places: a.places, waiting: a.waiting })}
              </dd>
            </>
          ) : null}
          {a.phase === "held" ? null : (
            <>
              <dt>{t("plan.counts")}</dt>
              <dd>
                {t("plan.counts-from", { minutes: a.early })}
                {t(a.walkIns ? "plan.walks" : "plan.no-walks")}
              </dd>
            </>
          )}
          <dt>
            {t("plan.ground")} <ClauseLabel clause="2.5" />
          </dt>
          <dd>
            {[...(a.classes ? [t("shown.classes", { count: a.classes })] : []), ...a.societies].join(
              t("comma"),
            )}
          </dd>
        </dl>
      </section>
      {a.rating ? (
        <section className="panel">
          <h2>{t("rating.title")}</h2>
          <Stars of={a.rating} />
        </section>
      ) : null}
      {a.reach ? <Reached of={a.reach} /> : null}
    </Page>
  )
}

function Reached({ of: r }: { of: NonNullable<ShownActivity["reach"]> }): ReactNode {
  const t = useWords("activities")
  return (
    <>
      <p className="panel">
        {r.people === null
          ? t("reach.few")
          : t("reach.told", {
              people: r.people,
              students: r.students,
              share: percent(r.people, r.students),
            })}{" "}
        <ClauseLabel clause="7.3" />
      </p>
      <Shares title={t("reach.by-faculty")} name={t("reach.faculty")} of={r.byFaculty} />
      <Shares title={t("reach.by-grade")} name={t("reach.grade")} of={r.byGrade} />
    </>
  )
}
