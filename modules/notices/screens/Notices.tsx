import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Pages } from "#kit/web/Pages.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { kinds } from "../kinds.ts"
import { publicList } from "../public-contract.ts"
import "./public.css"
import "./text.css"

type Listed = Out<typeof publicList>
type Line = Listed["items"][number]
const size = 20

/** Notices open to everybody, with them one's own; what was not read stands out. */
export default function Notices(): ReactNode {
  const t = useWords("notices")
  const { signedIn } = useViewer()
  const [{ kind, only, page }] = useFilter()
  const [text, setText] = useState("")
  const wanted = only === "mine" || only === "unread" ? only : undefined
  const asked = useAsk(
    publicList,
    {
      ...(text.trim() ? { text: text.trim() } : {}),
      kind: kinds.find((k) => k === kind),
      ...(signedIn && wanted ? { only: wanted } : {}),
      page: Number(page ?? 1),
      size,
    },
    { keep: true },
  )
  return (
    <Page title={t("public.title")} lead={t("public.lead")}>
      {signedIn ? null : (
        <section className="panel notices-door">
          <p>{t("public.door")}</p>
          <Go to={`/sign-in?back=${encodeURIComponent("/notices")}`} className="button">
            {t("public.sign-in")}
          </Go>
        </section>
      )}
      <Find unread={asked.data?.unread ?? 0} text={text} onText={setText} />
      <Answer of={asked}>{(of) => <Lines of={of} />}</Answer>
    </Page>
  )
}

interface FindProps {
  readonly unread: number
  readonly text: string
  readonly onText: (to: string) => void
}

function Find({ unread, text, onText }: FindProps): ReactNode {
  const t = useWords("notices")
  const { signedIn } = useViewer()
  const [{ kind, only }, set] = useFilter()
  return (
    <div className="notices-find">
      <input
        type="search"
        aria-label={t("public.find")}
        placeholder={t("public.find")}
        value={text}
        onChange={(e) => {
          onText(e.target.value)
          set({ page: undefined })
        }}
      />
      <select
        aria-label={t("field.kind")}
        value={kind ?? ""}
        onChange={(e) => set({ kind: e.target.value || undefined, page: undefined })}
      >
        <option value="">{t("list.all-kinds")}</option>
        {kinds.map((k) => (
          <option key={k} value={k}>
            {t(`kind.${k}`)}
          </option>
        ))}
      </select>
      {signedIn ? (
        <select
          aria-label={t("public.only")}
          value={only ?? ""}
          onChange={(e) => set({ only: e.target.value || undefined, page: undefined })}
        >
          <option value="">{t("public.all")}</option>
          <option value="mine">{t("public.mine")}</option>
          <option value="unread">{t("public.unread", { count: unread })}</option>
        </select>
      ) : null}
    </div>
  )
}

function Lines({ of }: { of: Listed }): ReactNode {
  const t = useWords("notices")
  const [{ kind, only }] = useFilter()
  if (of.total === 0)
    return <Empty title={t(kind || only ? "public.no-match" : "public.none")}>{t("public.none-more")}</Empty>
  return (
    <>
      <ul className="notices-lines">
        {of.items.map((n) => (
          <Item key={n.id} of={n} />
        ))}
      </ul>
      <Pages total={of.total} size={size} />
    </>
  )
}

function Item({ of: n }: { of: Line }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const mine = n.withdrawn ? null : n.mine
  return (
    <li className={mine?.unread ? "notices-unread" : undefined}>
      <h2 className={n.withdrawn ? "notice-gone" : undefined}>
        <Go to={`/notices/${n.id}`}>
          {mine?.unread ? <span className="unseen">{t("mine.unread")}：</span> : null}
          {n.title}
        </Go>
      </h2>
      <p className="notices-line">
        <span className={`tag notice-kind-${n.kind}`}>{t(`kind.${n.kind}`)}</span>
        <span className="muted">{n.sender}</span>
        <span className="muted">{say.day(n.publishedOn)}</span>
        {n.correctedOn && !n.withdrawn ? (
          <span className="tag">{t("public.corrected", { day: say.day(n.correctedOn) })}</span>
        ) : null}
        {mine?.confirm === "waiting" ? (
          <span className="tag notice-waits">{t("mine.confirm-waiting")}</span>
        ) : null}
        {mine?.confirm === "done" ? <span className="tag">{t("mine.confirm-done")}</span> : null}
        {mine?.remindedOn ? (
          <span className="tag notice-waits">{t("mine.reminded", { day: say.day(mine.remindedOn) })}</span>
        ) : null}
      </p>
      {n.withdrawn ? (
        <p className="notices-because">
          {t("public.withdrawn", { day: say.day(n.withdrawn.on) })}
          <span lang="zh-CN">{n.withdrawn.because}</span>
        </p>
      ) : null}
    </li>
  )
}
