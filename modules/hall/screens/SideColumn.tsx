import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { close, note, roll } from "../contract.ts"
import { Adjourn } from "./Adjourn.tsx"
import type { Hall } from "./HallPage.tsx"
import { Result } from "./Result.tsx"

/** Secret votes, as their own room tells. */
export function Panels({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  if (of.panels.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("secret.label")}</h2>
      {of.panels.map((p) => (
        <div key={p.id} className="hall-panel">
          <b>{p.title}</b>
          {p.lines.map((line) => (
            <p key={line} className="hall-note">
              {line}
            </p>
          ))}
          {p.code ? (
            <p className="hall-note">
              {t("secret.code")} <code>{p.code}</code>
            </p>
          ) : null}
          <div className="hall-row">
            {p.actions.map((a) => (
              <Go key={a.href} to={a.href} className="button">
                {a.title}
              </Go>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

/** Open votes announced, and those made void. */
export function Votes({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const [open, setOpen] = useState<string>()
  if (of.results.length + of.voided.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("results.title")}</h2>
      <ul className="hall-results">
        {of.results.toReversed().map((r) => (
          <li key={r.id}>
            <Result of={r} />
            {r.rule === "amendment" && r.outcome.passed ? (
              <p className="hall-note">
                <Go to="/office/charter">{t("results.charter")}</Go>
              </p>
            ) : null}
            {r.how === "names" ? (
              <Button
                className="hall-names"
                aria-expanded={open === r.id}
                onClick={() => setOpen(open === r.id ? undefined : r.id)}
              >
                {t("results.names")}
              </Button>
            ) : null}
            {open === r.id ? <Roll id={r.id} /> : null}
          </li>
        ))}
        {of.voided.map((v) => (
          <li key={v.id} className="muted">
            {t("results.void", { title: v.title, because: v.voidBecause ?? "" })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How each voted, by what they said. */
function Roll({ id }: { id: string }): ReactNode {
  const t = useWords("hall")
  const asked = useAsk(roll, { id })
  return (
    <Answer of={asked} rows={3}>
      {({ votes }) => (
        <dl className="hall-roll">
          {(["for", "against", "abstain", null] as const).map((choice) => {
            const names = votes.filter((v) => v.choice === choice).map((v) => v.name)
            return names.length === 0 ? null : (
              <div key={choice ?? "silent"}>
                <dt>
                  {t(choice ? `choice.${choice}` : "results.silent")} {names.length}
                </dt>
                <dd>{names.join("、")}</dd>
              </div>
            )
          })}
        </dl>
      )}
    </Answer>
  )
}

/** A line for the record, a break, the end before its time. */
export function More({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const [words, setWords] = useState("")
  const noting = useDo(note, { done: t("note.done") })
  const closing = useDo(close)
  if (of.state !== "sitting" || !of.can.steward) return null
  const { id } = of.assembly
  const save = async () => {
    if (await noting.run({ assembly: id, words })) setWords("")
  }
  return (
    <section className="panel">
      <h2>{t("note.title")}</h2>
      <Input.TextArea
        aria-label={t("note.title")}
        placeholder={t("note.hint")}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <div className="hall-row">
        <Button loading={noting.busy} disabled={words.trim().length < 2} onClick={() => void save()}>
          {t("note.go")}
        </Button>
        {of.can.chair && !of.vote ? <Adjourn id={id} /> : null}
        {of.can.chair && !of.vote && of.next.do !== "close" ? (
          <ConfirmButton
            type="text"
            danger
            loading={closing.busy}
            ask={t("close.ask")}
            detail={t("close.detail")}
            onConfirm={() => closing.run({ assembly: id })}
          >
            {t("close.go")}
          </ConfirmButton>
        ) : null}
      </div>
    </section>
  )
}
