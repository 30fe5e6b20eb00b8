import type { ReactNode } from "react"
import { ClauseLabel } from "./Clause.tsx"
import { type Refusal, refusalOf } from "./call.ts"
import { useWords } from "./words.ts"

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <svg viewBox="0 0 96 48" aria-hidden="true" className="empty-bridge">
        <path
          d="M2 40h92M8 40c8-26 72-26 80 0M28 40V25M48 40V20M68 40V25"
          fill="none"
          stroke="currentColor"
        />
      </svg>
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-more">{children}</div> : null}
    </div>
  )
}

/** A refusal: why, by which clause, what can be done, and a number to tell the administrator. */
export function Problem({ refusal, again }: { refusal: Refusal; again?: () => void }): ReactNode {
  const t = useWords()
  const known = refusal.code === "offline" ? "offline" : refusal.because ? "" : "internal"
  const cure = known ? t(`problem.${known}-cure`) : refusal.cure
  return (
    <div className="problem" role="alert">
      <p className="problem-because">
        {known ? t(`problem.${known}`) : refusal.because}
        {refusal.clause ? <ClauseLabel clause={refusal.clause} /> : null}
      </p>
      {cure ? <p className="problem-cure">{cure}</p> : null}
      {refusal.trace ? (
        <p className="problem-trace">
          {t("problem.trace")} <code>{refusal.trace}</code>
        </p>
      ) : null}
      {again ? (
        <button type="button" className="button" onClick={again}>
          {t("problem.again")}
        </button>
      ) : null}
    </div>
  )
}

/** The shape of what comes, while it comes. */
export function Loading({ rows = 4 }: { rows?: number }): ReactNode {
  const t = useWords()
  const widths = [92, 74, 86, 60, 80, 68]
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t("loading")}</span>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change places
        <i key={i} style={{ width: `${widths[i % widths.length]}%` }} />
      ))}
    </div>
  )
}

export interface AnswerProps<T> {
  readonly of: { data: T | undefined; error: Error | null; refetch: () => unknown }
  readonly rows?: number
  readonly children: (answer: T) => ReactNode
}

/** An answer, or what stands in for it: the skeleton, or the refusal with a way to ask again. */
export function Answer<T>({ of, rows, children }: AnswerProps<T>): ReactNode {
  if (of.data !== undefined) return children(of.data)
  if (of.error) {
    const refusal = refusalOf(of.error)
    // Asking again changes nothing for those who may not know, nor where there is nothing.
    const final = refusal.code === "not-allowed" || refusal.code === "not-found"
    return <Problem refusal={refusal} {...(final ? {} : { again: () => void of.refetch() })} />
  }
  return <Loading {...(rows ? { rows } : {})} />
}
