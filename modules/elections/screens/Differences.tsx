import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

interface DifferencesProps {
  readonly of: readonly { readonly what: string; readonly a: string; readonly b: string }[]
  /** Of the two tellers, in the order of a and b; without them "one" and "the other". */
  readonly names?: readonly string[]
}

/** Where two tellers' sheets say different things. */
export function Differences({ of, names = [] }: DifferencesProps): ReactNode {
  const t = useWords("elections")
  return (
    <table className="elections-differences">
      <thead>
        <tr>
          <th scope="col">{t("count.what")}</th>
          <th scope="col">{names[0] ?? t("count.one")}</th>
          <th scope="col">{names[1] ?? t("count.two")}</th>
        </tr>
      </thead>
      <tbody lang="zh-CN">
        {of.map((d) => (
          <tr key={d.what}>
            <th scope="row">{d.what}</th>
            <td>{d.a}</td>
            <td>{d.b}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
