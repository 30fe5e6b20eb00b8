import { type ReactNode, Suspense } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { type VoiceRoom, voices } from "./voices.ts"
import "./voice-nav.css"

interface VoiceNavProps {
  readonly now: VoiceRoom
  /** The desk looked at, kept on the way between its pages. */
  readonly at?: string | undefined
}

/** From each room where students are heard to the others. Its words may still be on their way: the page does not wait. */
export function VoiceNav(props: VoiceNavProps): ReactNode {
  return (
    <Suspense fallback={<div className="between voice-nav" />}>
      <Links {...props} />
    </Suspense>
  )
}

function Links({ now, at }: VoiceNavProps): ReactNode {
  const t = useWords("handling")
  const viewer = useViewer()
  const shown = voices.filter((v) => v.key === now || v.show(viewer))
  if (shown.length < 2) return null
  const kept = at ? `?at=${encodeURIComponent(at)}` : ""
  return (
    <nav className="between voice-nav" aria-label={t("voices.label")}>
      {shown.map(({ key, path }) => (
        <Go
          key={key}
          to={key === "desk" || key === "duplicates" ? path + kept : path}
          {...(key === now ? { className: "between-now" } : {})}
        >
          {t(`voices.${key}`)}
        </Go>
      ))}
    </nav>
  )
}
