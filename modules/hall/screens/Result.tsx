import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Shown } from "./live.ts"
import "./result.css"

/** One result with its sum. */
export function Result({ of: r }: { of: Shown["results"][number] }): ReactNode {
  const t = useWords("hall")
  const o = r.outcome
  return (
    <div className="hall-result">
      <p>
        <b>{r.title}</b>{" "}
        <span className={o.passed ? "hall-passed" : "hall-failed"}>
          {o.passed ? t("results.passed", { n: r.ordinal ?? "" }) : t("results.failed")}
        </span>
      </p>
      <p className="hall-sums">
        <span>
          {t("choice.for")} <b>{o.for}</b>
        </span>
        <span>
          {t("choice.against")} <b>{o.against}</b>
        </span>
        <span>
          {t("choice.abstain")} <b>{o.abstain}</b>
        </span>
        {o.silent > 0 ? (
          <span>
            {t("results.silent")} <b>{o.silent}</b>
          </span>
        ) : null}
      </p>
      <p className="muted" lang="zh-CN">
        {o.arithmetic}
      </p>
    </div>
  )
}
