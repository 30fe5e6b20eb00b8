import type { ReactNode } from "react"
import { useSettings } from "./settings.ts"
import { useWords } from "./words.ts"

const digits = "零一二三四五六七八九十"
const inChinese = (n: number): string =>
  n <= 10
    ? digits[n]!
    : n < 20
      ? `十${digits[n - 10]}`
      : `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ""}`

/** `3.4` → 第三条·4, or Art. 3 · 4. */
export function clauseLabel(id: string, language: "zh" | "en"): string {
  const [article = "", point = ""] = id.split(".")
  const head = language === "zh" ? `第${inChinese(Number(article))}条` : `Art. ${article}`
  return point ? `${head}${language === "zh" ? "·" : " · "}${point}` : head
}

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
