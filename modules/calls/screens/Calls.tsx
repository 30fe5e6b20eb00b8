import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { publicList } from "../contract.ts"
import { Days, Status, usePost } from "./Parts.tsx"

type Item = Out<typeof publicList>["items"][number]

/** Every call, those one can still apply to first, with the reader's own standing beside each. */
export default function Calls(): ReactNode {
  const t = useWords("calls")
  const asked = useAsk(publicList, {})
  return (
    <Page
      title={t("public.title")}
      lead={t("public.lead")}
      actions={
        asked.data?.signedIn ? (
          <Go to="/calls/mine" className="button">
            {t("mine.title")}
          </Go>
        ) : null
      }
    >
      <Answer of={asked} rows={6}>
        {({ items, signedIn }) => {
          if (items.length === 0)
            return (
              <Empty title={t("public.none")}>
                <p>{t("public.none-more")}</p>
              </Empty>
            )
          const now = items.filter((c) => c.status === "open" || c.status === "upcoming")
          const past = items.filter((c) => !now.includes(c))
          return (
            <>
              {signedIn ? null : (
                <p className="calls-hint">
                  <Go to="/sign-in?back=/calls">{t("public.sign-in")}</Go>
                </p>
              )}
              {now.length ? <Lines of={now} /> : <p className="muted">{t("public.none-open")}</p>}
              {past.length ? (
                <section className="calls-past">
                  <h2>{t("public.past")}</h2>
                  <Lines of={past} />
                </section>
              ) : null}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Lines({ of }: { of: readonly Item[] }): ReactNode {
  const t = useWords("calls")
  const post = usePost()
  return (
    <ul className="calls-lines">
      {of.map((c) => (
        <li key={c.id}>
          <div>
            <p className="calls-title">
              <Go to={`/calls/${c.id}`}>{c.title}</Go>
            </p>
            <p className="calls-small">
              <Status is={c.status} /> <span>{c.unionName}</span>
              <span className="muted">
                <Days of={c} />
              </span>
            </p>
            <p className="muted calls-small">
              {c.posts.map((p) => t("post.wanted", { post: post(p), count: p.number })).join(t("comma"))}
            </p>
          </div>
          <Fit of={c} />
        </li>
      ))}
    </ul>
  )
}

/** 我是否符合, only where it still matters. */
function Fit({ of }: { of: Item }): ReactNode {
  const t = useWords("calls")
  if (of.applied.length) return <span className="calls-fit calls-fit-applied">{t("fit.applied")}</span>
  const matters = of.status === "open" || of.status === "upcoming"
  if (!of.fit || of.fit === "none" || !matters) return null
  return <span className={`calls-fit calls-fit-${of.fit}`}>{t(`fit.${of.fit}`)}</span>
}
