import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Shown } from "./DisclosurePage.tsx"

/** Every version with its hash, and who moved it, in which capacity. */
export function History({ d }: { d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const say = useSay()
  return (
    <section className="panel" id="history">
      <h2>{t("history.title")}</h2>
      <List
        label={t("history.moves")}
        rows={d.moves}
        rowKey={(m) => `${m.at}${m.move}${m.version}`}
        columns={[
          { key: "at", title: t("history.at"), show: (m) => say.recorded(m.at) },
          { key: "move", title: t("history.what"), show: (m) => t(`moved.${m.move}`) },
          { key: "by", title: t("history.by"), show: (m) => `${m.by}（${m.capacity}）` },
          {
            key: "version",
            title: t("history.version"),
            show: (m) => (
              <Go to={`/office/disclosures/${d.id}?version=${m.version}`}>
                {t("status.version", { n: m.version })}
              </Go>
            ),
          },
          { key: "reason", title: t("history.reason"), show: (m) => m.reason ?? "" },
          { key: "hash", title: "SHA-256", show: (m) => <code>{m.sha256.slice(0, 12)}</code> },
        ]}
      />
    </section>
  )
}
