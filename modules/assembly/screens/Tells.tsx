import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"

interface TellsProps {
  readonly of: readonly {
    readonly key: string
    readonly says: string
    readonly clause?: string | undefined
  }[]
}

/** What there is to know about the days: told, never in the way. */
export function Tells({ of }: TellsProps): ReactNode {
  if (of.length === 0) return null
  return (
    <ul className="assembly-tells" role="status">
      {of.map((tell) => (
        <li key={tell.key} lang="zh-CN">
          {tell.says} {tell.clause ? <ClauseLabel clause={tell.clause} /> : null}
        </li>
      ))}
    </ul>
  )
}
