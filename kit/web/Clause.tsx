import { clauseLabel } from "@qiaoliang/clause"
import type { ReactNode } from "react"
import { useSettings } from "./settings.ts"
import { useWords } from "./words.ts"

/** A clause's place in the Opinions, as server, documents and screens all say it. */
export function ClauseLabel({ clause }: { clause: string }): ReactNode {
  return <span className="clause-label">{clauseLabel(clause, useSettings().language)}</span>
}

/** Quotes a clause in its own words, with its place in the Opinions. The words are never translated. */
export function ClauseWords({ clause, words }: { clause: string; words: string }): ReactNode {
  const t = useWords()
  return (
    <figure className="clause">
      <blockquote lang="zh-CN">{words}</blockquote>
      <figcaption>
        {t("clause.opinions")} <ClauseLabel clause={clause} />
      </figcaption>
    </figure>
  )
}
