import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { live } from "../contract.ts"

type Numbers = Omit<Out<typeof live>, "seq">

/** 应到、实到、还差, and the bar that fills up to the mark of the quorum. */
export function QuorumBar({ of, large }: { of: Numbers; large?: boolean }): ReactNode {
  const t = useWords("roll")
  const share = (part: number) => `${of.due === 0 ? 0 : Math.min(100, (100 * part) / of.due)}%`
  const missing = Math.max(0, of.needed - of.present)
  return (
    <div className={`roll-quorum${large ? " roll-quorum-large" : ""}${of.met ? " roll-quorum-met" : ""}`}>
      <dl>
        <div>
          <dt>{t("quorum.due")}</dt>
          <dd>{of.due}</dd>
        </div>
        <div>
          <dt>{t("quorum.present")}</dt>
          <dd>{of.present}</dd>
        </div>
        <div>
          <dt>{t("quorum.missing")}</dt>
          <dd>{missing}</dd>
        </div>
        {of.others > 0 ? (
          <div>
            <dt>{t("quorum.others")}</dt>
            <dd>{of.others}</dd>
          </div>
        ) : null}
      </dl>
      <div className="roll-bar" aria-hidden="true">
        <i style={{ width: share(of.present) }} />
        <span style={{ left: share(of.needed) }} />
      </div>
      <p role="status">
        {t(of.due === 0 ? "quorum.nobody" : of.met ? "quorum.met" : "quorum.unmet", {
          needed: of.needed,
          missing,
        })}
      </p>
    </div>
  )
}
