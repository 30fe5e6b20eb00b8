import { type ReactNode, useEffect, useId, useRef } from "react"
import { Go, useHere } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import { Choices } from "./Choices.tsx"
import { inBar, type Line, useLines } from "./lines.ts"
import "./bar.css"

const dots = "M4.5 10h.01M10 10h.01M15.5 10h.01"

/** The navigation of a phone: four lines under the thumb, and a sheet with all the others. */
export function Bar(): ReactNode {
  const t = useWords()
  const lines = useLines()
  const first = inBar(lines)
  const others = lines.filter((l) => !first.includes(l))
  return (
    <nav className="bar no-print" aria-label={t("nav.main")}>
      {first.map((line) => (
        <Go key={line.path} to={line.path} className={line.here ? "bar-line bar-here" : "bar-line"}>
          <Drawing of={line.bar!.drawing} />
          {line.short}
        </Go>
      ))}
      <More lines={others} here={others.some((l) => l.here)} />
    </nav>
  )
}

function Drawing({ of }: { of: string }): ReactNode {
  return (
    <svg viewBox="0 0 20 20" width="24" height="24" aria-hidden="true">
      <path d={of} />
    </svg>
  )
}

/** The browser's own dialog: it keeps the focus, closes by Escape, and gives the focus back. */
function More({ lines, here }: { lines: readonly Line[]; here: boolean }): ReactNode {
  const t = useWords()
  const title = useId()
  const at = useHere()
  const sheet = useRef<HTMLDialogElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes on arriving
  useEffect(() => sheet.current?.close(), [at])
  return (
    <>
      <button
        type="button"
        className={here ? "bar-line bar-here" : "bar-line"}
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <Drawing of={dots} />
        {t("nav.more")}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes it by Escape */}
      <dialog
        ref={sheet}
        className="bar-sheet"
        aria-labelledby={title}
        onClick={(e) => e.target === sheet.current && sheet.current.close()}
      >
        <div className="bar-sheet-in">
          <div className="bar-sheet-head">
            <h2 id={title}>{t("nav.more")}</h2>
            <button type="button" className="site-quiet" onClick={() => sheet.current?.close()}>
              {t("nav.close-sheet")}
            </button>
          </div>
          <ul>
            {lines.map((line) => (
              <li key={line.path}>
                <Go to={line.path} onClick={() => sheet.current?.close()}>
                  {line.words}
                </Go>
              </li>
            ))}
          </ul>
          <div className="bar-sheet-foot">
            <Choices />
          </div>
        </div>
      </dialog>
    </>
  )
}
