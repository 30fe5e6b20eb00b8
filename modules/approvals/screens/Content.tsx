import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import { yuan } from "../money.ts"
import type { Request } from "./RequestPage.tsx"

/** What was filled in, as it stands now. */
export function Content({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  return (
    <section className="panel" lang="zh-CN">
      <h2>{t("page.content")}</h2>
      <dl className="facts approvals-content">
        {r.fields.map((f) => (
          <div key={f.key} className={f.table ? "approvals-full" : ""}>
            <dt>{f.label}</dt>
            <dd>{f.table ? <Lines label={f.label} {...f.table} /> : f.text}</dd>
          </div>
        ))}
        {r.amount === null ? null : (
          <div>
            <dt>{t("page.sum")}</dt>
            <dd>
              <b>{t("yuan", { amount: yuan(r.amount) })}</b>
            </dd>
          </div>
        )}
        <div>
          <dt>{r.filesLabel}</dt>
          <dd>{r.files.length ? <Documents files={r.files} /> : t("page.no-files")}</dd>
        </div>
      </dl>
    </section>
  )
}

function Lines(props: {
  label: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}): ReactNode {
  return (
    <div className="approvals-scroll">
      <table className="approvals-table" aria-label={props.label}>
        <thead>
          <tr>
            {props.head.map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no name of their own and keep their places
            <tr key={i}>
              {row.map((cell, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                <td key={c}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Documents({ files }: { files: readonly { id: string; name: string }[] }): ReactNode {
  return (
    <ul className="approvals-documents">
      {files.map((f) => (
        <li key={f.id}>
          <Go to={`/api/approvals/document/${f.id}`}>{f.name}</Go>
        </li>
      ))}
    </ul>
  )
}
