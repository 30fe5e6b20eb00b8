import { Button, Checkbox, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { handOver, takeOver } from "../contract.ts"
import type { Presidium } from "./PresidiumPage.tsx"

type Handover = Presidium["handovers"][number]

/** From one chair to the next: the note, the open matters, two signatures. */
export function Handovers({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  const [current, ...before] = of.handovers
  return (
    <section className="panel">
      <h2>
        {t("handover.title")} <ClauseLabel clause="2.2b" />
      </h2>
      {current ? (
        <One union={of.union.id} handover={current} />
      ) : (
        <p className="muted">{t("handover.none")}</p>
      )}
      {before.map((h) => (
        <details key={`${h.schoolYear}-${h.half}`} className="presidium-earlier">
          <summary>
            {t("handover.from-to", { from: h.outgoing.name, to: h.incoming.name, semester: h.semester })}{" "}
            <State handover={h} />
          </summary>
          <One union={of.union.id} handover={h} />
        </details>
      ))}
    </section>
  )
}

function State({ handover: h }: { handover: Handover }): ReactNode {
  const t = useWords("presidium")
  const state = h.taken ? "done" : h.late ? "late" : "open"
  return (
    <span className={h.late ? "presidium-late" : "muted"}>
      {t(`handover.state.${h.taken && h.late ? "done-late" : state}`)}
    </span>
  )
}

function One({ union, handover: h }: { union: string; handover: Handover }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  const { run, busy } = useDo(takeOver, { done: t("handover.taken-done") })
  return (
    <div className="presidium-handover">
      <p>
        <b>{t("handover.from-to", { from: h.outgoing.name, to: h.incoming.name, semester: h.semester })}</b>{" "}
        <State handover={h} />
        <br />
        <span className="muted">{t("handover.due", { day: say.day(h.due) })}</span>
      </p>
      {h.note ? <p className="presidium-note">{h.note}</p> : null}
      {h.can.give ? <Give key={h.note ?? ""} union={union} handover={h} /> : <Matters matters={h.matters} />}
      <dl className="facts">
        <dt>{t("handover.outgoing")}</dt>
        <dd>
          {h.given
            ? t("handover.signed", { by: h.given.by, day: say.day(h.given.on) })
            : t("handover.unsigned")}
        </dd>
        <dt>{t("handover.incoming")}</dt>
        <dd>
          {h.taken
            ? t("handover.signed", { by: h.taken.by, day: say.day(h.taken.on) })
            : t("handover.unsigned")}
        </dd>
      </dl>
      {h.can.take ? (
        <ConfirmButton
          type="primary"
          loading={busy}
          ask={t("handover.take-ask")}
          detail={t("handover.take-detail")}
          onConfirm={() => run({ union, schoolYear: h.schoolYear, half: h.half })}
        >
          {t("handover.take")}
        </ConfirmButton>
      ) : null}
    </div>
  )
}

function Matters({ matters }: { matters: Handover["matters"] }): ReactNode {
  const t = useWords("presidium")
  if (matters.length === 0) return <p className="muted">{t("handover.no-matters")}</p>
  return (
    <>
      <h3>{t("handover.matters", { count: matters.length })}</h3>
      <ul className="presidium-matters">
        {matters.map((m) => (
          <li key={m.id}>
            <Matter matter={m} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Matter({ matter: m }: { matter: Handover["matters"][number] }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  return (
    <>
      <span className="tag">{t(`matter.${m.kind}`)}</span> <Go to={m.href}>{m.title}</Go>{" "}
      <small className="muted">{t("matter.since", { day: say.day(m.since) })}</small>
    </>
  )
}

function Give({ union, handover: h }: { union: string; handover: Handover }): ReactNode {
  const t = useWords("presidium")
  const [note, setNote] = useState(h.note ?? "")
  const [told, setTold] = useState<readonly string[]>(h.note ? h.matters.map((m) => m.id) : [])
  const { run, busy, refused } = useDo(handOver, { quiet: true, done: t("handover.given-done") })
  const left = h.matters.filter((m) => !told.includes(m.id)).length
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      <div className="presidium-field">
        <label htmlFor="handover-note">{t("handover.note")}</label>
        <Input.TextArea
          id="handover-note"
          rows={5}
          maxLength={5000}
          value={note}
          placeholder={t("handover.note-like")}
          onChange={(e) => setNote(e.target.value)}
        />
      </div>
      {h.matters.length === 0 ? (
        <p className="muted">{t("handover.no-matters")}</p>
      ) : (
        <>
          <h3>{t("handover.tell", { count: h.matters.length })}</h3>
          <ul className="presidium-matters">
            {h.matters.map((m) => (
              <li key={m.id}>
                <Checkbox
                  checked={told.includes(m.id)}
                  aria-label={t("handover.told", { title: m.title })}
                  onChange={(e) =>
                    setTold(e.target.checked ? [...told, m.id] : told.filter((id) => id !== m.id))
                  }
                />{" "}
                <Matter matter={m} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        type="primary"
        loading={busy}
        disabled={note.trim().length < 10 || left > 0}
        onClick={() =>
          void run({ union, schoolYear: h.schoolYear, half: h.half, note: note.trim(), matters: [...told] })
        }
      >
        {t(h.given ? "handover.give-again" : "handover.give")}
      </Button>
      {left > 0 ? <span className="muted"> {t("handover.left", { count: left })}</span> : null}
    </>
  )
}
