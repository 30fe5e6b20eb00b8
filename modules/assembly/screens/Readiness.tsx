import { CheckCircleFilled, ClockCircleOutlined } from "@ant-design/icons"
import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { AssemblySeen } from "./AssemblyPage.tsx"

/** What is prepared and what is missing, as the rooms of the congress say. */
export function Readiness({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  if (of.state === "cancelled") return null
  const done = of.readiness.filter((r) => r.ready).length
  return (
    <section className="panel">
      <h2>{t("ready.title", { done, all: of.readiness.length })}</h2>
      <ul className="assembly-ready">
        {of.readiness.map((r) => (
          <li key={r.key} className={r.ready ? "assembly-done" : ""}>
            {r.ready ? (
              <CheckCircleFilled aria-label={t("ready.yes")} />
            ) : (
              <ClockCircleOutlined aria-label={t("ready.no")} />
            )}
            <span lang="zh-CN">
              <Go to={r.href}>{r.title}</Go>
              <small>{r.says}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
