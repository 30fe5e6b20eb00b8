import { ArrowRightOutlined } from "@ant-design/icons"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { Verdict, type VerdictName } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { draftsApply, draftsChange } from "../contract.ts"
import type { Draft } from "./editing.ts"

const order: readonly VerdictName[] = ["violated", "warning", "unknown", "explained", "met"]

/** What would change: totals, findings before and after, what stands in the way, and the deed. */
export function Effect({ seen }: { seen: Draft }): ReactNode {
  const t = useWords("drafts")
  const still = seen.changes.filter((c) => !turns(c))
  return (
    <aside className="drafts-effect" aria-live="polite">
      <section className="panel">
        <h2>{t("effect.title")}</h2>
        <table className="drafts-totals">
          <thead>
            <tr>
              <th scope="col">{t("effect.verdict")}</th>
              <th scope="col">{t("effect.now")}</th>
              <th scope="col">{t("effect.then")}</th>
            </tr>
          </thead>
          <tbody>
            {order.map((v) => (
              <tr key={v} className={seen.before[v] === seen.after[v] ? "" : "drafts-differs"}>
                <th scope="row">
                  <Verdict is={v} />
                </th>
                <td>{seen.before[v] ?? 0}</td>
                <td>{seen.after[v] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {seen.changes.length ? (
          <>
            <Changes of={seen.changes.filter(turns)} />
            {still.length ? (
              <details className="drafts-still">
                <summary>{t("effect.still", { count: still.length })}</summary>
                <Changes of={still} />
              </details>
            ) : null}
          </>
        ) : (
          <p className="muted">{t(seen.draft.ops ? "effect.none" : "effect.begin")}</p>
        )}
      </section>
      <Apply seen={seen} />
    </aside>
  )
}

/** A change of verdict; otherwise only the figures differ. */
const turns = ({ before, after }: Draft["changes"][number]): boolean => before?.verdict !== after?.verdict

function Changes({ of }: { of: Draft["changes"] }): ReactNode {
  const t = useWords("drafts")
  return (
    <ul className="drafts-changes">
      {of.map((c, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several findings may share clause and subject
        <li key={`${c.clause} ${c.subject} ${i}`}>
          <p className="drafts-change-head">
            <b>
              <ClauseLabel clause={c.clause} />
            </b>
            {c.subject ? <span>{c.subject}</span> : null}
            <span className="muted">{c.limit}</span>
          </p>
          <p className="drafts-change-verdicts">
            {c.before ? <Verdict is={c.before.verdict} /> : <span className="muted">—</span>}
            <ArrowRightOutlined aria-label={t("effect.to")} />
            {c.after ? (
              <Verdict is={c.after.verdict} />
            ) : (
              <span className="muted">{t("effect.nothing-said")}</span>
            )}
          </p>
          {c.before ? <p className="drafts-before">{c.before.because}</p> : null}
          {c.after ? <p>{c.after.because}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function Apply({ seen }: { seen: Draft }): ReactNode {
  const t = useWords("drafts")
  const [from, setFrom] = useState(seen.today)
  const apply = useDo(draftsApply, { quiet: true, done: t("apply.done") })
  const rebase = useDo(draftsChange, { done: t("apply.rebased") })
  const { id, title, union } = seen.draft
  return (
    <section className="panel drafts-apply">
      <h2>{t("apply.title")}</h2>
      {seen.draft.ops || seen.can.rebase ? (
        seen.obstacles.map((o) => <Problem key={`${o.clause} ${o.because}`} refusal={o} />)
      ) : (
        <p className="muted">{t("apply.nothing")}</p>
      )}
      {seen.can.rebase ? (
        <ConfirmButton
          loading={rebase.busy}
          ask={t("apply.rebase-ask")}
          detail={t("apply.rebase-detail")}
          onConfirm={() => rebase.run({ id, rebase: true })}
        >
          {t("apply.rebase")}
        </ConfirmButton>
      ) : null}
      {seen.can.apply ? (
        <>
          <div className="drafts-row">
            <label htmlFor="drafts-from">{t("apply.from")}</label>
            <DayPicker
              id="drafts-from"
              value={from}
              min={seen.earliest}
              max={seen.today}
              onChange={(day) => setFrom(day ?? seen.today)}
            />
          </div>
          {apply.refused ? <Problem refusal={apply.refused} /> : null}
          <ConfirmButton
            type="primary"
            loading={apply.busy}
            ask={t("apply.ask", { title, union: union.name })}
            detail={t("apply.detail")}
            onConfirm={() => apply.run({ id, from })}
          >
            {t("apply.go")}
          </ConfirmButton>
        </>
      ) : null}
    </section>
  )
}
