import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

type State = "sorting" | "sent" | "accepted" | "answered" | "done" | "declined"

/** Where a need stands; late, in words and colour. */
export function Tag({ state, late = false }: { state: State; late?: boolean }): ReactNode {
  const t = useWords("board")
  const over = state === "done" || state === "declined"
  return (
    <>
      <span className={`tag board-state board-state-${state}`}>{t(`state.${state}`)}</span>
      {late ? <span className="tag board-late">{t(over ? "line.was-late" : "line.late")}</span> : null}
    </>
  )
}
