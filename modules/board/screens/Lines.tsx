import { type ReactNode, useEffect, useState } from "react"
import { call, type In, type Out, type Refusal, refusalOf } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Empty, Loading, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { Tag } from "./Tag.tsx"
import { useNumbers } from "./words.ts"

type Listed = Out<typeof list>
type Line = Listed["items"][number]
type Asked = In<typeof list>

/** The needs that match the address, more of them as one asks. */
export function Lines(): ReactNode {
  const t = useWords("board")
  const [{ text, field, category, office, faculty, state, sort }] = useFilter()
  const wanted = Object.fromEntries(
    Object.entries({ text, field, category, office, faculty, state, sort }).filter(([, v]) => v),
  ) as Asked
  const asked = useAsk(list, wanted, { keep: true })
  const more = useMore(wanted, asked.data)
  if (asked.error) return <Problem refusal={refusalOf(asked.error)} again={() => void asked.refetch()} />
  if (!asked.data) return <Loading rows={6} />
  const bare = Object.keys(wanted).every((k) => k === "sort")
  if (asked.data.items.length === 0)
    return (
      <Empty title={t(bare ? "list.none" : "list.no-match")}>
        {bare ? <p>{t("list.none-more")}</p> : <p>{t("list.no-match-more")}</p>}
      </Empty>
    )
  return (
    <section aria-busy={asked.isPlaceholderData}>
      <p className="muted board-total" role="status">
        {t("list.total", { count: asked.data.total ?? 0 })}
      </p>
      <ul className="board-lines">
        {[...asked.data.items, ...more.items].map((line) => (
          <NeedLine key={line.id} of={line} />
        ))}
      </ul>
      {more.refused ? <Problem refusal={more.refused} again={more.ask} /> : null}
      {more.next ? (
        <button type="button" className="button board-more" disabled={more.busy} onClick={more.ask}>
          {t("list.more")}
        </button>
      ) : null}
    </section>
  )
}

/** The pages after the first; gone when something else is asked for. */
function useMore(wanted: Asked, first: Listed | undefined) {
  const key = JSON.stringify(wanted)
  const [pages, setPages] = useState<readonly Listed[]>([])
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first page begins anew
  useEffect(() => {
    setPages([])
    setRefused(undefined)
  }, [key, first])
  const next = (pages.at(-1) ?? first)?.next ?? null
  const ask = () => {
    if (!next) return
    setBusy(true)
    setRefused(undefined)
    call(list, { ...wanted, after: next })
      .then((page) => setPages((before) => [...before, page]))
      .catch((e: unknown) => setRefused(refusalOf(e)))
      .finally(() => setBusy(false))
  }
  return { items: pages.flatMap((p) => p.items), next, ask, busy, refused }
}

function NeedLine({ of }: { of: Line }): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const numbers = useNumbers()
  return (
    <li className="panel board-line">
      <h2 lang="zh-CN">
        <Go to={`/needs/${of.id}`}>{of.title}</Go>
      </h2>
      <p className="board-facts">
        <Tag state={of.state} late={of.late} />
        <span>{of.category}</span>
        {of.place ? <span lang="zh-CN">{of.place}</span> : null}
        <span>{t("line.raised", { day: say.day(of.raisedOn), nth: of.nth })}</span>
      </p>
      <p className="board-text" lang="zh-CN">
        {of.text}
      </p>
      {of.answer ? (
        <p className="board-answer" lang="zh-CN">
          <b>
            {t(told(of), {
              office: of.office ?? "",
              outcome: of.outcome ?? "",
            })}
          </b>
          {of.answer}
        </p>
      ) : null}
      <p className="board-facts board-sums">
        <span>{of.voices === null ? t("line.few-voices") : t("line.voices", { count: of.voices })}</span>
        {of.office && !of.answer ? <span>{t("line.office", { office: of.office })}</span> : null}
        <span>{timeOf(of, t, say.day)}</span>
        {of.rated ? (
          <span>
            {t("line.rated", {
              count: of.rated.count,
              share: numbers.share({ num: of.rated.solved, den: of.rated.count }),
            })}
          </span>
        ) : null}
        {of.merged > 0 ? <span>{t("line.merged", { count: of.merged })}</span> : null}
        {of.round > 1 ? <span>{t("line.round", { count: of.round })}</span> : null}
      </p>
    </li>
  )
}

const told = (of: Line): string =>
  of.state === "declined" ? "line.because" : of.outcome ? "line.answer" : "line.answer-plain"

function timeOf(of: Line, t: ReturnType<typeof useWords>, day: (d: string) => string): string {
  if (of.solveDays !== null) return t("line.solved-in", { count: of.solveDays })
  if (of.answerDays !== null) return t("line.answered-in", { count: of.answerDays })
  if (of.due) return t("line.due", { day: day(of.due), count: of.waiting ?? 0 })
  return of.waiting === null ? "" : t("line.waiting", { count: of.waiting })
}
