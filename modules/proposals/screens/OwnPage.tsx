import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { AnswerBox } from "./AnswerBox.tsx"
import { OwnDeeds } from "./OwnDeeds.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import { ThreeParts } from "./Words.tsx"
import "./public.css"

export type Seen = Out<typeof one>

/** One proposal as its proposers see it on a phone. */
export default function OwnPage(): ReactNode {
  const t = useWords("proposals")
  const id = useParam("id")
  const proposal = useParam("proposal")
  const { signedIn } = useViewer()
  const asked = useAsk(one, { id: proposal }, { when: signedIn })
  if (!signedIn)
    return (
      <Page narrow title={t("own.title")}>
        <section className="panel">
          <p>{t("own.door")}</p>
          <Go
            to={`/sign-in?back=${encodeURIComponent(`/congress/${id}/proposals/${proposal}`)}`}
            className="button button-main"
          >
            {t("public.sign-in")}
          </Go>
        </section>
      </Page>
    )
  return (
    <PageOf of={asked} title={t("own.title")}>
      {(of) => (
        <Page
          narrow
          title={of.title || t("mine.untitled")}
          lead={`${of.assembly.name} · ${t(`kind.${of.kind}`)}`}
          actions={
            <Go to={`/congress/${id}/proposals`} className="button">
              {t("own.all")}
            </Go>
          }
        >
          <Standing of={of} />
          <OwnDeeds of={of} />
          {of.answer ? (
            <section className="panel">
              <AnswerBox
                of={{
                  office: of.office?.unit ?? of.office?.name ?? null,
                  outcome: of.answer.outcome,
                  text: of.answer.text,
                  on: of.answeredOn,
                  rating: of.ratings.find((r) => r.of === of.answers)?.rating ?? null,
                }}
              />
            </section>
          ) : null}
          <section className="panel">
            <ThreeParts of={of} />
          </section>
          <Joined of={of} />
        </Page>
      )}
    </PageOf>
  )
}

function Standing({ of }: { of: Seen }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  return (
    <section className="panel" aria-label={t("own.standing")}>
      <p className="proposals-line">
        <Nth of={of.nth} /> <StateTag of={of} />
        <span className="muted">
          {of.category || t("part.empty")}
          {of.submittedOn ? ` · ${t("own.submitted", { day: say.day(of.submittedOn) })}` : ""}
        </span>
      </p>
      {of.because ? <p className="proposals-returned">{t("own.because", { because: of.because })}</p> : null}
      {of.mergedInto ? (
        <p>
          {t("own.merged-into", { title: of.mergedInto.title })} <Nth of={of.mergedInto.nth} />
        </p>
      ) : null}
      {of.office ? (
        <p>
          {t("own.office", { office: of.office.unit ?? of.office.name })}
          {of.due ? <span className="muted"> {t("own.due", { day: say.day(of.due) })}</span> : null}
        </p>
      ) : null}
    </section>
  )
}

function Joined({ of }: { of: Seen }): ReactNode {
  const t = useWords("proposals")
  if (of.kind !== "joint") return null
  return (
    <section className="panel">
      <h2>{t("signers.title")}</h2>
      <ul className="proposals-mine">
        <li>
          <span>{of.author.name}</span>
          <span className="muted">{t("own.author")}</span>
        </li>
        {of.signers.map((s) => (
          <li key={s.number}>
            <span>{s.name}</span>
            <span className="muted">{t(`signers.${s.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
