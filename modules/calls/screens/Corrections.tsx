import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { one } from "../contract.ts"

/** What was changed after it was published: the words before, the words after, why. */
export function Corrections({ of }: { of: Out<typeof one>["corrections"] }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  return (
    <ol className="calls-corrections">
      {of.map((c, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: corrections are only ever added, at the front, with the page asked anew
        <li key={i}>
          <p>
            <b>{say.day(c.on)}</b> <span lang="zh-CN">{c.because}</span>
          </p>
          {c.changes.map((x) => (
            <p key={x.field} className="calls-change" lang="zh-CN">
              <span className="muted">{t(`field.${x.field}`)}</span>
              <del>{x.before}</del>
              <ins>{x.after}</ins>
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
