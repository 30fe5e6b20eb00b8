import { type FormEvent, type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { move } from "#modules/courses/contract.ts"
import { notices } from "../contract.ts"
import "./public.css"

type Notice = Out<typeof notices>["items"][number]

/** Whom the faculties elected, while the notice stands; afterwards they are gone from here. */
export default function Notices(): ReactNode {
  const t = useWords("delegates")
  const asked = useAsk(notices, { assembly: useParam("id") })
  return (
    <Page title={t("notices.title")} lead={asked.data?.name ?? ""}>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("notices.none")}>
              <p>{t("notices.none-more")}</p>
            </Empty>
          ) : (
            items.map((n) => <One key={n.course} notice={n} />)
          )
        }
      </Answer>
    </Page>
  )
}

function One({ notice: n }: { notice: Notice }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  const { signedIn } = useViewer()
  const [open, setOpen] = useState(false)
  return (
    <section className="panel" aria-labelledby={n.course}>
      <h2 id={n.course}>
        {n.label} <ClauseLabel clause={n.clause} />
      </h2>
      <p className="muted">{t("notices.until", { from: say.day(n.since), to: say.day(n.until) })}</p>
      <ul className="delegates-public">
        {n.people.map((p) => (
          <li key={`${p.name} ${p.number}`}>
            <b>{p.name}</b>
            <span className="muted">{p.number}</span>
            <span>{p.className ?? t("grade", { grade: p.grade })}</span>
          </li>
        ))}
      </ul>
      {n.can.object ? (
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("notices.object")}
        </button>
      ) : signedIn ? null : (
        <p className="muted">
          <Go to="/sign-in">{t("notices.sign-in")}</Go>
        </p>
      )}
      {open ? <Objection course={n.course} label={n.label} onDone={() => setOpen(false)} /> : null}
    </section>
  )
}

interface ObjectionProps {
  readonly course: string
  readonly label: string
  readonly onDone: () => void
}

function Objection({ course, label, onDone }: ObjectionProps): ReactNode {
  const t = useWords("delegates")
  const [words, setWords] = useState("")
  const act = useDo(move, { quiet: true, done: t("notices.sent") })
  const send = async (e: FormEvent) => {
    e.preventDefault()
    if (await act.run({ id: course, move: { kind: "object", because: words } })) onDone()
  }
  return (
    <form onSubmit={send} className="delegates-objection">
      <label htmlFor={`o-${course}`}>{t("notices.words", { name: label })}</label>
      <textarea
        id={`o-${course}`}
        rows={3}
        minLength={2}
        maxLength={2000}
        required
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <p className="muted">{t("notices.unnamed")}</p>
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <div>
        <button type="submit" className="button button-main" disabled={act.busy}>
          {t("notices.send")}
        </button>{" "}
        <button type="button" className="button" onClick={onDone}>
          {t("notices.cancel")}
        </button>
      </div>
    </form>
  )
}
