import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Pages } from "#kit/web/Pages.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { publicList } from "../public-contract.ts"
import { PhaseTag } from "./PhaseTag.tsx"
import { useTell } from "./say.ts"
import "./public.css"

type Listed = Out<typeof publicList>
type Line = Listed["open"][number]

/** For everybody: questionnaires to answer, meetings to come, what was held and what came of it. */
export default function PublicList(): ReactNode {
  const t = useWords("listening")
  const [{ page }] = useFilter()
  const asked = useAsk(publicList, { page: Number(page ?? 1) }, { keep: true })
  return (
    <PageOf of={asked} title={t("public.title")}>
      {(of) => (
        <Page narrow title={t("public.title")} lead={t("public.lead")}>
          {of.open.length + of.coming.length + of.total === 0 ? (
            <Empty title={t("public.none")}>
              <p>{t("public.none-more")}</p>
            </Empty>
          ) : null}
          <Part title={t("public.open")} of={of.open} />
          <Part title={t("public.coming")} of={of.coming} />
          <Part title={t("public.past")} of={of.past} />
          <Pages total={of.total} size={of.size} />
        </Page>
      )}
    </PageOf>
  )
}

function Part({ title, of }: { title: string; of: readonly Line[] }): ReactNode {
  if (of.length === 0) return null
  return (
    <section className="listening-part">
      <h2>{title}</h2>
      <ul>
        {of.map((l) => (
          <Item key={l.id} of={l} />
        ))}
      </ul>
    </section>
  )
}

function Item({ of: l }: { of: Line }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  return (
    <li className="panel">
      <h3>
        <Go to={`/listening/${l.id}`}>
          <span lang="zh-CN">{l.title}</span>
        </Go>
      </h3>
      <p className="listening-lead">
        <PhaseTag of={l} />
        <span>{t(`kind.${l.kind}`)}</span>
        <span>{l.union}</span>
      </p>
      <p className="muted">{[tell.when(l), l.place].filter(Boolean).join(" · ")}</p>
      {l.heard > 0 ? <p>{t("public.came", { heard: l.heard, answered: l.answered })}</p> : null}
      {l.results ? <p>{t("public.results")}</p> : null}
    </li>
  )
}
