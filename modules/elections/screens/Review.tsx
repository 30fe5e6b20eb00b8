import { type ReactNode, useEffect, useRef } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Booth, Marks } from "./marks.ts"

interface ReviewProps {
  readonly of: Booth
  readonly names: readonly string[]
  readonly marks: Marks
  /** A ballot of this browser is in the box already. */
  readonly again: boolean
  readonly onBack: () => void
  readonly onCast: () => void
}

/** What will be cast, once more in words, before it is encrypted. */
export function Review({ of, names, marks, again, onBack, onCast }: ReviewProps): ReactNode {
  const t = useWords("elections")
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {t("booth.review-title")}
      </h2>
      {of.mode === "surplus" && marks.blank ? <p className="booth-blank">{t("booth.blank")}</p> : null}
      <ul className="booth-review">
        {names.map((name, i) => {
          const mark =
            of.mode === "equal" ? marks.verdicts[i]! : marks.chosen.includes(i) ? "for" : "unmarked"
          return (
            <li key={name}>
              <b lang="zh-CN">{name}</b>
              <span className={`booth-mark booth-mark-${mark}`}>{t(`verdict.${mark}`)}</span>
            </li>
          )
        })}
      </ul>
      <p className="muted">{t(again ? "booth.cast-again-more" : "booth.cast-more")}</p>
      <div className="booth-row">
        <button type="button" className="button button-main booth-grow" onClick={onCast}>
          {t("booth.cast")}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {t("booth.change")}
        </button>
      </div>
    </section>
  )
}
