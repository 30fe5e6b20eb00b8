import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { usePage } from "#kit/web/desk/Listed.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { VoiceNav } from "#modules/handling/screens/forms.ts"
import { apart, groups } from "../contract.ts"
import { Bulk } from "./Bulk.tsx"
import { type Choice, firstChoice, idsOf, readChoice } from "./choice.ts"
import { DoneList } from "./DoneList.tsx"
import { GroupPanel } from "./GroupPanel.tsx"
import { useKeys } from "./keys.ts"
import { MergeForm } from "./MergeForm.tsx"
import "./merging.css"

export type Groups = Out<typeof groups>
export type Group = Groups["items"][number]
export type Line = Group["needs"][number]

/** Needs told twice: proposed, merged, or said not to be one matter. */
export default function DuplicatesPage(): ReactNode {
  const t = useWords("merging")
  const [filter] = useFilter()
  const page = usePage()
  const { at } = filter
  const asked = useAsk(groups, { ...(at ? { at } : {}), page }, { keep: true })
  return (
    <PageOf of={asked} title={t("title")}>
      {(of) => (
        <Page title={t("title")} lead={t("lead")}>
          <VoiceNav now="duplicates" at={of.at} />
          <Desks of={of} />
          <Parts part={filter.part === "done" || filter.into ? "done" : "proposed"} total={of.total} />
          {filter.part === "done" || filter.into ? (
            <DoneList at={filter.into ? at : of.at} into={filter.into} />
          ) : (
            <Proposed of={of} onAgain={() => void asked.refetch()} />
          )}
        </Page>
      )}
    </PageOf>
  )
}

function Desks({ of }: { of: Groups }): ReactNode {
  const t = useWords("merging")
  const [, set] = useFilter()
  if (of.desks.length < 2) return null
  return (
    <nav className="merging-tabs" aria-label={t("desks")}>
      {of.desks.map((d) => (
        <Button
          key={d.key}
          aria-pressed={d.key === of.at}
          type={d.key === of.at ? "primary" : "default"}
          onClick={() => set({ at: d.key, page: undefined, into: undefined })}
        >
          {d.name}
        </Button>
      ))}
    </nav>
  )
}

function Parts({ part, total }: { part: "proposed" | "done"; total: number }): ReactNode {
  const t = useWords("merging")
  const [, set] = useFilter()
  return (
    <nav className="merging-tabs merging-parts" aria-label={t("parts")}>
      {(["proposed", "done"] as const).map((p) => (
        <Button
          key={p}
          aria-pressed={p === part}
          shape="round"
          onClick={() => set({ part: p === "done" ? "done" : undefined, page: undefined, into: undefined })}
        >
          {t(`part.${p}`)} {p === "proposed" ? <b>{total}</b> : null}
        </Button>
      ))}
    </nav>
  )
}

function Proposed({ of, onAgain }: { of: Groups; onAgain: () => void }): ReactNode {
  const t = useWords("merging")
  const [, set] = useFilter()
  const page = usePage()
  const pages = Math.max(1, Math.ceil(of.total / of.size))
  const to = (p: number) => set({ page: p > 1 ? `${p}` : undefined })
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [merging, setMerging] = useState<Group>()
  const part = useDo(apart, { done: t("apart.done") })
  const choiceOf = (g: Group) => choices[g.key] ?? firstChoice(g)
  const choose = (g: Group, change: Partial<Choice>) =>
    setChoices((now) => ({ ...now, [g.key]: { ...(now[g.key] ?? firstChoice(g)), ...change } }))
  const read = merging ? readChoice(merging, choiceOf(merging)) : undefined
  useKeys({
    pick: (at) => choose(of.items[at]!, { picked: !choiceOf(of.items[at]!).picked }),
    merge: (at) =>
      readChoice(of.items[at]!, choiceOf(of.items[at]!)).others.length > 0 && setMerging(of.items[at]),
    apart: (at) => {
      const { free } = readChoice(of.items[at]!, choiceOf(of.items[at]!))
      if (free.length > 1) void part.run({ needs: idsOf(free), from: idsOf(free) })
    },
  })
  return (
    <>
      {of.pending ? (
        <p className="merging-pending" role="status">
          {t("pending")} <Button onClick={onAgain}>{t("ask-again")}</Button>
        </p>
      ) : null}
      {of.items.length === 0 && !of.pending ? <Empty title={t("none")}>{t("none-more")}</Empty> : null}
      {of.items.length > 0 ? (
        <>
          <Bulk
            groups={of.items}
            choiceOf={choiceOf}
            onPick={(picked) => {
              for (const g of of.items) choose(g, { picked })
            }}
          />
          <p className="merging-keys">{t("keys")}</p>
        </>
      ) : null}
      {of.items.map((g) => (
        <GroupPanel
          key={g.key}
          of={g}
          choice={choiceOf(g)}
          onChoice={(change) => choose(g, change)}
          onMerge={() => setMerging(g)}
        />
      ))}
      {read?.lead ? (
        <MergeForm into={read.lead} needs={read.others} onClose={() => setMerging(undefined)} />
      ) : null}
      {pages > 1 ? (
        <nav className="merging-pages" aria-label={t("pages")}>
          <Button disabled={page <= 1} onClick={() => to(page - 1)}>
            {t("before")}
          </Button>
          <span>{t("page", { page, pages })}</span>
          <Button disabled={page >= pages} onClick={() => to(page + 1)}>
            {t("after")}
          </Button>
        </nav>
      ) : null}
    </>
  )
}
