import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draftsOne } from "../contract.ts"
import { Actions } from "./Actions.tsx"
import { Copy } from "./Copy.tsx"
import { Effect } from "./Effect.tsx"
import type { Draft as Seen } from "./editing.ts"
import "./drafts.css"

/** The copy on one side, what would change on the other. */
export default function Draft(): ReactNode {
  const t = useWords("drafts")
  const asked = useAsk(draftsOne, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("list.title")}>
      {(seen) => <Loaded seen={seen} />}
    </PageOf>
  )
}

function Loaded({ seen }: { seen: Seen }): ReactNode {
  const t = useWords("drafts")
  const say = useSay()
  const { draft } = seen
  return (
    <Page
      title={draft.title}
      lead={
        <>
          <span className={`tag drafts-${draft.status}`}>{t(`status.${draft.status}`)}</span>{" "}
          {t("one.lead", { union: draft.union.name, day: say.day(draft.asOf), by: draft.by })}
          {draft.shared ? ` · ${t("status.shared")}` : ""}
        </>
      }
      actions={<Actions seen={seen} />}
    >
      {draft.status === "open" ? (
        <div className="drafts-desk">
          <Copy seen={seen} />
          <Effect seen={seen} />
        </div>
      ) : (
        <section className="panel">
          <p>
            {draft.applied
              ? t("one.applied", {
                  day: say.day(draft.applied.from),
                  by: draft.applied.by,
                  at: say.recorded(draft.applied.at),
                })
              : t("one.was-dropped")}
          </p>
          <Go to={`/office/unions/${draft.union.id}`} className="button">
            {t("one.union", { union: draft.union.name })}
          </Go>
        </section>
      )}
    </Page>
  )
}
