import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { ledger } from "../contract.ts"

/** The last hash of the ledger, and what it is good for, in plain words. */
export function LedgerEnd(): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  return (
    <Answer of={useAsk(ledger, {})}>
      {({ entries, hash }) =>
        hash === null ? (
          <Empty title={t("ledger.none")}>
            <p>{t("ledger.what")}</p>
          </Empty>
        ) : (
          <section className="panel courses-ledger">
            <p>{t("ledger.what")}</p>
            <dl className="facts">
              <dt>{t("ledger.entries")}</dt>
              <dd>{say.number(entries)}</dd>
              <dt>{t("ledger.hash")}</dt>
              <dd>
                <code>{hash}</code>
              </dd>
            </dl>
            <p>{t("ledger.use")}</p>
            <p className="muted">
              {t("ledger.verify")} <code>qiaoliang verify-ledger</code>
            </p>
          </section>
        )
      }
    </Answer>
  )
}
