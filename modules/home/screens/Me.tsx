import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract.ts"
import { LeaveButton } from "./LeaveButton.tsx"
import { Office } from "./Office.tsx"
import { Sections } from "./Sections.tsx"
import { Ways } from "./Ways.tsx"
import "./home.css"

/** The student's own page: what waits, what is new, and where to go; nothing of anybody else's. */
export default function Me(): ReactNode {
  const { signedIn } = useViewer()
  return signedIn ? <Own /> : <Stranger />
}

type Mine = Out<typeof mine>

function Own(): ReactNode {
  const t = useWords("home")
  const { account } = useViewer()
  const asked = useAsk(mine, {}, { offline: true })
  return (
    <Page
      title={t("title")}
      lead={asked.data ? whoIs(asked.data, account?.name) : (account?.name ?? "")}
      narrow
    >
      <Ways of="doing" />
      <Answer of={asked} rows={8}>
        {({ items, student, missing }) => (
          <>
            {missing.length ? (
              <p className="home-missing" role="status">
                {t("missing", { count: missing.length })} <code>{missing.join(" ")}</code>
              </p>
            ) : null}
            <Office />
            {student ? null : <p className="home-hint">{t("not-in-register")}</p>}
            <Sections items={items} />
          </>
        )}
      </Answer>
      {asked.isPending ? null : <Rest />}
    </Page>
  )
}

/** Below the answer, and not before it has come: nothing one is about to press moves away. */
function Rest(): ReactNode {
  const t = useWords("home")
  return (
    <>
      <Ways of="reading" />
      <p className="home-account">
        <Go to="/office/settings">{t("settings")}</Go>
        <LeaveButton />
      </p>
    </>
  )
}

const whoIs = ({ student }: Mine, name = ""): string =>
  student ? [student.name, student.faculty, student.className].filter(Boolean).join(" · ") : name

/** Whoever has not signed in: what the page will say, the way in, and what everybody may read. */
function Stranger(): ReactNode {
  const t = useWords("home")
  return (
    <Page title={t("title")} lead={t("stranger.lead")} narrow>
      <section className="panel home-door">
        <p>{t("stranger.what")}</p>
        <Go to="/sign-in?back=/me" className="button button-main home-way">
          {t("stranger.sign-in")}
        </Go>
        <Go to="/office/activate?back=/me">{t("stranger.first")}</Go>
      </section>
      <Ways of="reading" />
    </Page>
  )
}
