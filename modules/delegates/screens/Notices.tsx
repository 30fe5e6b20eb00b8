import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Statement } from "#kit/web/Statement.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
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
      {open ? <Objection notice={n} onDone={() => setOpen(false)} /> : null}
    </section>
  )
}

function Objection({ notice: n, onDone }: { notice: Notice; onDone: () => void }): ReactNode {
  const t = useWords("delegates")
  const { run, busy, refused } = useDo(move, { quiet: true, done: t("notices.sent") })
  return (
    <Statement
      id={`o-${n.course}`}
      label={t("notices.words", { name: n.label })}
      note={t("notices.unnamed")}
      send={t("notices.send")}
      cancel={t("notices.cancel")}
      busy={busy}
      refused={refused}
      onSend={async (because) => {
        if (await run({ id: n.course, move: { kind: "object", because } })) onDone()
      }}
      onCancel={onDone}
    />
  )
}
