import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { AssemblySeen } from "./AssemblyPage.tsx"

/** Every document of the assembly in one list; one whose data are not there yet says what it waits for. */
export function Documents({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const groups = [...new Set(of.documents.map((d) => d.group))]
  return (
    <section className="panel">
      <h2>{t("documents.title")}</h2>
      {groups.map((group) => (
        <div key={group} className="assembly-documents">
          {groups.length > 1 ? <h3 lang="zh-CN">{group}</h3> : null}
          <ul>
            {of.documents
              .filter((d) => d.group === group)
              .map((d) => (
                <li key={d.key}>
                  <span lang="zh-CN" className={d.waits === null ? "" : "muted"}>
                    {d.title.replace(of.name, t("documents.short"))}
                    {d.waits === null ? null : <small>{t("documents.waits", { what: d.waits })}</small>}
                  </span>
                  <span>
                    {d.files.map((f) => (
                      <a
                        key={f.format}
                        href={f.href}
                        download
                        aria-label={`${d.title} ${t(`documents.${f.format}`)}`}
                      >
                        {t(`documents.${f.format}`)}
                      </a>
                    ))}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
