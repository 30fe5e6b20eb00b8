import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { published } from "../contract.ts"
import "./published.css"

/** Rules, plans and selection plans in force that both offices made public: for everybody. */
export default function Published(): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <Page title={t("published.title")} lead={t("published.lead")} narrow>
      <Answer of={useAsk(published, {})} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("published.none")} />
          ) : (
            items.map((d) => (
              <section key={d.id} className="panel published">
                <h2 lang="zh-CN">{d.title}</h2>
                <p className="muted">
                  <span className="tag">{t(`kind.${d.kind}`)}</span>
                  <span lang="zh-CN">{d.union ?? t("documents.all")}</span>
                  <span>{t("published.from", { day: say.day(d.from) })}</span>
                </p>
                {d.words ? (
                  <details>
                    <summary>{t("published.words")}</summary>
                    <div lang="zh-CN">{d.words}</div>
                  </details>
                ) : null}
                {d.file ? (
                  <a href={`/api/leadership/files/${d.file.id}`} download={d.file.name} lang="zh-CN">
                    {d.file.name}
                  </a>
                ) : null}
              </section>
            ))
          )
        }
      </Answer>
    </Page>
  )
}
