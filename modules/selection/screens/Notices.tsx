import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Statement } from "#kit/web/Statement.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { move } from "#modules/courses/contract.ts"
import { notices } from "../contract.ts"
import "./notices.css"

type Notice = Out<typeof notices>["items"][number]
type Person = Notice["people"][number]

/** 公示 standing today. What has ended is gone from here, and search engines are asked to stay away. */
export default function Notices(): ReactNode {
  const t = useWords("selection")
  return (
    <Page title={t("notices.title")} lead={t("notices.lead")}>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <Answer of={useAsk(notices, {})}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("notices.none")}>
              <p>{t("notices.none-more")}</p>
            </Empty>
          ) : (
            items.map((n) => <One key={n.callId} notice={n} />)
          )
        }
      </Answer>
    </Page>
  )
}

function One({ notice }: { notice: Notice }): ReactNode {
  const t = useWords("selection")
  const { signedIn } = useViewer()
  const columns = ["name", "post", "class", "political", "rank", "days"] as const
  return (
    <section className="notice" aria-labelledby={notice.callId}>
      <h2 id={notice.callId}>{t("notices.of", { union: notice.union })}</h2>
      <p>
        {t("notices.chain", { title: notice.title })}
        {notice.clauses.map((c) => (
          <ClauseLabel key={c} clause={c} />
        ))}
      </p>
      <p className="muted">{t("notices.practice")}</p>
      <table className="notice-table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col">
                {t(`notices.${c}`)}
              </th>
            ))}
            {signedIn ? <th scope="col">{t("notices.objection")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {notice.people.map((p) => (
            <Line key={p.course} person={p} signedIn={signedIn} />
          ))}
        </tbody>
      </table>
      <p className="notice-how">
        {t("notices.how", { office: notice.office })}
        {signedIn ? t("notices.how-here") : <Go to="/sign-in">{t("notices.how-sign-in")}</Go>}
      </p>
    </section>
  )
}

function Line({ person: p, signedIn }: { person: Person; signedIn: boolean }): ReactNode {
  const t = useWords("selection")
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <tr>
        <th scope="row" data-title={t("notices.name")}>
          {p.name}
          <small className="muted">{p.number}</small>
        </th>
        <td data-title={t("notices.post")}>{p.post}</td>
        <td data-title={t("notices.class")}>
          {p.faculty} {t("grade", { grade: p.grade })}
        </td>
        <td data-title={t("notices.political")}>{p.political}</td>
        <td data-title={t("notices.rank")}>{p.rank}</td>
        <td data-title={t("notices.days")}>
          {t("notices.until", { from: say.day(p.since), to: say.day(p.until) })}
        </td>
        {signedIn ? (
          <td data-title={t("notices.objection")}>
            {p.can.object ? (
              <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
                {t("notices.object")}
              </button>
            ) : (
              "—"
            )}
          </td>
        ) : null}
      </tr>
      {open ? (
        <tr>
          <td colSpan={7} className="notice-form">
            <Objection person={p} onDone={() => setOpen(false)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Objection({ person: p, onDone }: { person: Person; onDone: () => void }): ReactNode {
  const t = useWords("selection")
  const { run, busy, refused } = useDo(move, { quiet: true, done: t("notices.sent") })
  return (
    <Statement
      id={`o-${p.course}`}
      label={t("notices.words", { name: p.name })}
      note={t("notices.unnamed")}
      send={t("notices.send")}
      cancel={t("notices.cancel")}
      busy={busy}
      refused={refused}
      onSend={async (because) => {
        if (await run({ id: p.course, move: { kind: "object", because } })) onDone()
      }}
      onCancel={onDone}
    />
  )
}
