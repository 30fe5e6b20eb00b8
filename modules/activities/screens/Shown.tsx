import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { shownList } from "../public-contract.ts"
import { PhaseTag } from "./PhaseTag.tsx"
import { useAudience } from "./say.ts"
import "./public.css"

type Listed = Out<typeof shownList>
type Line = Listed["items"][number]
const whens = ["coming", "past"] as const
const size = 20

/** What is coming and what was, for everybody. */
export default function Shown(): ReactNode {
  const t = useWords("activities")
  const [{ when: wanted, faculty, page }] = useFilter()
  const [text, setText] = useState("")
  const when = whens.find((w) => w === wanted) ?? "coming"
  const asked = useAsk(
    shownList,
    {
      when,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(faculty ? { faculty } : {}),
      page: Number(page ?? 1),
      size,
    },
    { keep: true },
  )
  return (
    <Page title={t("shown.title")} lead={t("shown.lead")}>
      <Find faculties={asked.data?.faculties ?? []} when={when} text={text} onText={setText} />
      <Answer of={asked}>{(of) => <Lines of={of} when={when} />}</Answer>
    </Page>
  )
}

interface FindProps {
  readonly faculties: readonly string[]
  readonly when: (typeof whens)[number]
  readonly text: string
  readonly onText: (to: string) => void
}

function Find({ faculties, when, text, onText }: FindProps): ReactNode {
  const t = useWords("activities")
  const [{ faculty }, set] = useFilter()
  return (
    <div className="shown-find">
      <nav className="shown-when" aria-label={t("shown.when")}>
        {whens.map((w) => (
          <button
            key={w}
            type="button"
            className={w === when ? "button button-main" : "button"}
            aria-pressed={w === when}
            onClick={() => set({ when: w === "coming" ? undefined : w, page: undefined })}
          >
            {t(`shown.${w}`)}
          </button>
        ))}
      </nav>
      <input
        type="search"
        aria-label={t("shown.find")}
        placeholder={t("shown.find")}
        value={text}
        onChange={(e) => {
          onText(e.target.value)
          set({ page: undefined })
        }}
      />
      <select
        aria-label={t("shown.faculty")}
        value={faculty ?? ""}
        onChange={(e) => set({ faculty: e.target.value || undefined, page: undefined })}
      >
        <option value="">{t("shown.all-faculties")}</option>
        {faculties.map((f) => (
          <option key={f}>{f}</option>
        ))}
      </select>
    </div>
  )
}

function Lines({ of, when }: { of: Listed; when: (typeof whens)[number] }): ReactNode {
  const t = useWords("activities")
  const [{ page }, set] = useFilter()
  const now = Number(page ?? 1)
  const last = Math.max(1, Math.ceil(of.total / size))
  if (of.total === 0)
    return (
      <Empty title={t(`shown.none-${when}`)}>
        <p>{t("shown.none-more")}</p>
      </Empty>
    )
  return (
    <>
      <ul className="grid shown-list">
        {of.items.map((a) => (
          <Card key={a.id} of={a} />
        ))}
      </ul>
      {last > 1 ? (
        <nav className="shown-pages" aria-label={t("shown.pages")}>
          <button
            type="button"
            className="button"
            disabled={now <= 1}
            onClick={() => set({ page: `${now - 1}` })}
          >
            {t("shown.before")}
          </button>
          <span>{t("shown.page", { now, last })}</span>
          <button
            type="button"
            className="button"
            disabled={now >= last}
            onClick={() => set({ page: `${now + 1}` })}
          >
            {t("shown.next")}
          </button>
        </nav>
      ) : null}
    </>
  )
}

function Card({ of: a }: { of: Line }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const audience = useAudience()
  const open = a.phase === "coming" && a.signing === "open"
  return (
    <li>
      <Go to={`/activities/${a.id}`}>
        <b>{a.title}</b>
        <span>{spans.span(a.startsAt, a.endsAt)}</span>
        <span>
          {a.place} · {a.host}
        </span>
        <span>{audience(a.audience, a.host)}</span>
        <span className="shown-tags">
          <PhaseTag of={a} />
          {open && a.left !== null ? (
            <em className="tag">{a.left > 0 ? t("shown.left", { count: a.left }) : t("shown.full")}</em>
          ) : null}
          {a.mine?.there ? (
            <em className="tag shown-mine">{t("shown.there")}</em>
          ) : a.mine?.state === "accepted" || a.mine?.state === "waiting" ? (
            <em className="tag shown-mine">{t(`mine.${a.mine.state}-short`)}</em>
          ) : null}
        </span>
      </Go>
    </li>
  )
}
