import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { usePage } from "#kit/web/desk/Listed.tsx"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { queue } from "../contract.ts"
import { Lines } from "./Lines.tsx"
import { Views } from "./Views.tsx"
import { VoiceNav } from "./VoiceNav.tsx"
import "./handling.css"

export type Listed = Out<typeof queue>
export type Line = Listed["items"][number]
const size = 50
const tabs = ["sorting", "running", "late", "rating", "closed", "declined", "all"] as const
const sorts = ["urgent", "new", "voices"] as const
type Filter = Readonly<Record<string, string | undefined>>

/** What is asked of the server, by the address. */
const wanted = ({ at, tab, category, office, mine, sort }: Filter, text: string) => ({
  ...(at ? { at } : {}),
  ...(tab ? { tab: tab as (typeof tabs)[number] } : {}),
  ...(category ? { category } : {}),
  ...(office ? { office } : {}),
  ...(mine ? { mine: "true" as const } : {}),
  ...(sort ? { sort: sort as (typeof sorts)[number] } : {}),
  ...(text.trim() ? { text: text.trim() } : {}),
})

/** The queue of a desk, or what lies with an office: find, tick, decide over many; by keyboard. */
export default function DeskPage(): ReactNode {
  const t = useWords("handling")
  const [filter] = useFilter()
  const page = usePage()
  const [text, setText] = useState("")
  const asking = wanted(filter, text)
  const asked = useAsk(queue, { ...asking, page, size }, { keep: true })
  const address = new URLSearchParams(asking).toString()
  return (
    <PageOf of={asked} title={t("desk.title")}>
      {(of) => (
        <Page
          title={t("desk.title")}
          lead={t(`desk.lead-${of.desks.find((d) => d.key === of.at)?.kind ?? "office"}`)}
          actions={
            <>
              <a className="button" href={`/api/handling/queue.xlsx?${address}`}>
                {t("desk.export")}
              </a>
              <Go to={`/office/desk/settings?at=${encodeURIComponent(of.at)}`} className="button">
                {t("settings.title")}
              </Go>
            </>
          }
        >
          <VoiceNav now="desk" at={of.at} />
          <Desks of={of} />
          <Find of={of} text={text} onText={setText} />
          <Views of={of} />
          <Lines of={of} size={size} busy={asked.isPlaceholderData} />
        </Page>
      )}
    </PageOf>
  )
}

function Desks({ of }: { of: Listed }): ReactNode {
  const t = useWords("handling")
  const [, set] = useFilter()
  if (of.desks.length < 2) return null
  return (
    <nav className="handling-desks" aria-label={t("desk.mine")}>
      {of.desks.map((d) => (
        <Button
          key={d.key}
          aria-pressed={d.key === of.at}
          type={d.key === of.at ? "primary" : "default"}
          onClick={() =>
            set({ at: d.key, tab: undefined, office: undefined, mine: undefined, page: undefined })
          }
        >
          {t(`desk.kind-${d.kind}`, { name: d.name })}
        </Button>
      ))}
    </nav>
  )
}

function Find({ of, text, onText }: { of: Listed; text: string; onText: (to: string) => void }): ReactNode {
  const t = useWords("handling")
  const [filter, set] = useFilter()
  const kind = of.desks.find((d) => d.key === of.at)?.kind
  const shown = kind === "office" ? tabs.filter((x) => x !== "sorting" && x !== "declined") : tabs
  const first = kind === "office" ? "running" : kind === "over" ? "late" : "sorting"
  const tab = filter.tab ?? first
  const choice = (key: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={t(`find.${key}`)}
      placeholder={t(`find.${key}`)}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      value={filter[key] ?? null}
      options={options}
      onChange={(to: string | null) => set({ [key]: to ?? undefined, page: undefined })}
    />
  )
  return (
    <div className="handling-find">
      <nav aria-label={t("find.states")} className="handling-tabs">
        {shown.map((s) => (
          <button
            key={s}
            type="button"
            aria-pressed={tab === s}
            onClick={() => set({ tab: s, page: undefined })}
          >
            {t(`tab.${s}`)} <b>{of.counts[s] ?? 0}</b>
          </button>
        ))}
      </nav>
      <div className="handling-choices">
        <Input.Search
          id="handling-find"
          allowClear
          aria-label={t("find.text")}
          placeholder={t("find.text")}
          value={text}
          onChange={(e) => {
            onText(e.target.value)
            set({ page: undefined })
          }}
        />
        {choice(
          "category",
          of.categories.map((c) => ({ value: c.id, label: c.name })),
        )}
        {kind === "office"
          ? null
          : choice(
              "office",
              of.offices.map((o) => ({ value: `${o.kind} ${o.place}`, label: o.name })),
            )}
        {choice(
          "sort",
          sorts.map((s) => ({ value: s, label: t(`sort.${s}`) })),
        )}
        {of.can.sort ? (
          <Toggle
            on={filter.mine === "1"}
            onTurn={(on) => set({ mine: on ? "1" : undefined, page: undefined })}
          >
            {t("find.mine")}
          </Toggle>
        ) : null}
      </div>
    </div>
  )
}
