import { type ReactNode, useEffect, useState } from "react"
import { Go, useGo } from "#kit/web/nav.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { join, similar } from "../contract.ts"

const pause = 500
const least = 4

/** What `value` was when it last stood still for a moment. */
function useStill(value: string): string {
  const [still, set] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => set(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return still
}

/** The same told by others, under the words as they are written. Without a connection there is simply nothing. */
export function SimilarOnes({
  title,
  text,
  onJoined,
}: {
  title: string
  text: string
  onJoined: () => void
}): ReactNode {
  const t = useWords("needs")
  const words = useStill(`${title.trim()}，${text.trim()}`.replace(/^，|，$/g, ""))
  const { data } = useAsk(similar, { text: words }, { when: words.length >= least, keep: true })
  if (words.length < least || !data || data.items.length === 0) return null
  return (
    <section className="needs-similar" aria-label={t("similar.title")} aria-live="polite">
      <h2>{t("similar.title")}</h2>
      <ul>
        {data.items.map((one) => (
          <li key={one.id}>
            <div>
              <p lang="zh-CN">{one.href ? <Go to={one.href}>{one.title}</Go> : one.title}</p>
              <p className="needs-small muted">
                {[
                  one.place,
                  one.voices === null ? t("voices.few") : t("voices.many", { count: one.voices }),
                  one.state,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {one.mine ? <span className="tag needs-tag">{t("similar.mine")}</span> : null}
            {one.can.join ? <JoinButton of={one} onJoined={onJoined} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Said with others, it need not be said again: what was written goes. */
function JoinButton({
  of,
  onJoined,
}: {
  of: { id: string; title: string }
  onJoined: () => void
}): ReactNode {
  const t = useWords("needs")
  const go = useGo()
  const { run, busy } = useDo(join, { done: t("join.done-cleared") })
  return (
    <button
      type="button"
      className="button"
      disabled={busy}
      aria-label={t("join.go-of", { title: of.title })}
      onClick={async () => {
        if (!(await run({ id: of.id }))) return
        onJoined()
        go("/needs/mine")
      }}
    >
      {t("join.go")}
    </button>
  )
}
