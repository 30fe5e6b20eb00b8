import type { ReactNode } from "react"
import { CheckInDoor } from "#kit/web/CheckIn.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { shownList } from "../public-contract.ts"
import "./public.css"

/** At the door: which of what goes on now one has come to. */
export default function CheckIn(): ReactNode {
  const t = useWords("activities")
  const { signedIn } = useViewer()
  return (
    <Page
      narrow
      title={t("here.title")}
      lead={t("check-in.lead")}
      actions={
        <Go to="/activities" className="button">
          {t("check-in.all")}
        </Go>
      }
    >
      {signedIn ? <Now /> : <Door />}
    </Page>
  )
}

function Door(): ReactNode {
  const t = useWords("activities")
  return (
    <CheckInDoor back="/activities/check-in" signIn={t("here.sign-in")}>
      {t("here.stranger")}
    </CheckInDoor>
  )
}

function Now(): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const asked = useAsk(shownList, { when: "coming", size: 100 })
  return (
    <Answer of={asked}>
      {({ items }) => {
        const now = items.filter((a) => a.here)
        if (now.length === 0)
          return (
            <Empty title={t("check-in.none")}>
              <p>{t("check-in.none-more")}</p>
            </Empty>
          )
        return (
          <ul className="grid shown-list">
            {now.map((a) => (
              <li key={a.id}>
                <Go to={`/activities/${a.id}/here`}>
                  <b>{a.title}</b>
                  <span>{spans.span(a.startsAt, a.endsAt)}</span>
                  <span>
                    {a.place} · {a.host}
                  </span>
                  <span className="shown-tags">
                    <em className="tag shown-mine">{t("here.go")}</em>
                  </span>
                </Go>
              </li>
            ))}
          </ul>
        )
      }}
    </Answer>
  )
}
