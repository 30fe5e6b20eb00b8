import { Button, Checkbox, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { usePage, usePaged } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { list } from "../contract.ts"
import { DecideForm } from "./DecideForm.tsx"
import { MergeForm } from "./MergeForm.tsx"
import { RulesForm } from "./RulesForm.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import "./proposals.css"

export type Listed = Out<typeof list>
export type Line = Listed["items"][number]
const states = [
  "submitted",
  "returned",
  "unsent",
  "late",
  "filed",
  "suggestion",
  "declined",
  "merged",
] as const
const kinds = ["individual", "joint", "delegation"] as const
const size = 50

/** The committee's queue: find, tick, decide over many at once. */
export default function Queue(): ReactNode {
  const t = useWords("proposals")
  const id = useParam("id")
  const [{ state, category, kind, office }] = useFilter()
  const page = usePage()
  const [text, setText] = useState("")
  const [settling, setSettling] = useState(false)
  const asked = useAsk(
    list,
    {
      assembly: id,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(state ? { state: state as (typeof states)[number] } : {}),
      ...(category ? { category } : {}),
      ...(kind ? { kind: kind as (typeof kinds)[number] } : {}),
      ...(office ? { office } : {}),
      page,
      size,
    },
    { keep: true },
  )
  return (
    <PageOf of={asked} title={t("queue.title")}>
      {(of) => (
        <Page
          title={t("queue.title")}
          lead={of.rules ? <Window of={of} /> : t("queue.no-rules")}
          actions={
            <>
              <Can of={of.can} verb="settle">
                <Button type={of.rules ? "default" : "primary"} onClick={() => setSettling(true)}>
                  {t("rules.title")}
                </Button>
              </Can>
              <Go to={`/office/proposals/${id}/report`} className="button">
                {t("report.title")}
              </Go>
              <Go to={`/congress/${id}/proposals`} className="button">
                {t("queue.public")}
              </Go>
            </>
          }
        >
          <AssemblyNav id={id} now="proposals" />
          <Find of={of} text={text} onText={setText} />
          <Lines of={of} busy={asked.isPlaceholderData} />
          {settling ? <RulesForm of={of} onClose={() => setSettling(false)} /> : null}
        </Page>
      )}
    </PageOf>
  )
}

function Window({ of }: { of: Listed }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  if (!of.rules) return null
  return t("queue.window", {
    from: say.day(of.rules.opensOn),
    to: say.day(of.rules.closesOn),
    days: of.rules.answerDays,
  })
}

function Find({ of, text, onText }: { of: Listed; text: string; onText: (to: string) => void }): ReactNode {
  const t = useWords("proposals")
  const [{ state, category, kind, office }, set] = useFilter()
  const choice = (
    label: string,
    value: string | undefined,
    options: { value: string; label: string }[],
    key: string,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      options={options}
      onChange={(to: string | null) => set({ [key]: to ?? undefined, page: undefined })}
    />
  )
  const names = (of.rules ?? of.usual).categories.map((c) => c.name)
  return (
    <div className="queue-find">
      <nav aria-label={t("queue.states")} className="queue-states">
        {[undefined, ...states].map((s) => (
          <button
            key={s ?? "all"}
            type="button"
            aria-pressed={state === s}
            onClick={() => set({ state: s, page: undefined })}
          >
            {t(`queue.state-${s ?? "all"}`)} <b>{of.counts[s ?? "all"] ?? 0}</b>
          </button>
        ))}
      </nav>
      <div className="queue-choices">
        <Input.Search
          allowClear
          aria-label={t("queue.find")}
          placeholder={t("queue.find")}
          value={text}
          onChange={(e) => {
            onText(e.target.value)
            set({ page: undefined })
          }}
        />
        {choice(
          t("field.category"),
          category,
          names.map((n) => ({ value: n, label: n })),
          "category",
        )}
        {choice(
          t("field.kind"),
          kind,
          kinds.map((k) => ({ value: k, label: t(`kind.${k}`) })),
          "kind",
        )}
        {choice(
          t("field.office"),
          office,
          of.offices.map((o) => ({ value: o.office, label: o.name })),
          "office",
        )}
      </div>
    </div>
  )
}

function Lines({ of, busy }: { of: Listed; busy: boolean }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  const paged = usePaged()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [doing, setDoing] = useState<"filed" | "suggestion" | "declined" | "merge">()
  const open = of.items.filter((p) => p.can.review)
  const chosen = open.filter((p) => ticked.includes(p.id))
  const close = () => setDoing(undefined)
  const done = () => {
    close()
    setTicked([])
  }
  if (of.total === 0)
    return (
      <Empty title={t(of.counts.all ? "queue.no-match" : "queue.none")}>
        {of.counts.all ? null : <p>{t("queue.none-more")}</p>}
      </Empty>
    )
  return (
    <>
      {open.length > 0 ? (
        <section className="queue-batch" aria-label={t("batch.title")}>
          <Checkbox
            checked={chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={(e) => setTicked(e.target.checked ? open.map((p) => p.id) : [])}
          >
            {t("batch.chosen", { count: chosen.length })}
          </Checkbox>
          <span className="queue-deeds">
            <Button type="primary" disabled={chosen.length === 0} onClick={() => setDoing("filed")}>
              {t("decide.filed")}
            </Button>
            <Button disabled={chosen.length < 2} onClick={() => setDoing("merge")}>
              {t("merge.title")}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setDoing("suggestion")}>
              {t("decide.suggestion")}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setDoing("declined")}>
              {t("decide.declined")}
            </Button>
          </span>
        </section>
      ) : null}
      <List
        label={t("queue.title")}
        rows={of.items}
        rowKey={(p) => p.id}
        busy={busy}
        paged={paged(size, of.total)}
        columns={[
          {
            key: "title",
            title: t("field.title"),
            show: (p) => (
              <span className="queue-title">
                {p.can.review ? (
                  <Checkbox
                    aria-label={t("batch.tick", { title: p.title })}
                    checked={chosen.some((c) => c.id === p.id)}
                    onChange={(e) =>
                      setTicked(e.target.checked ? [...ticked, p.id] : ticked.filter((x) => x !== p.id))
                    }
                  />
                ) : null}
                <Go to={`/office/proposals/one/${p.id}`}>
                  <Nth of={p.nth} /> {p.title}
                </Go>
                {p.merged > 0 ? <span className="tag">{t("public.merged", { count: p.merged })}</span> : null}
              </span>
            ),
          },
          { key: "category", title: t("field.category"), show: (p) => p.category },
          {
            key: "by",
            title: t("field.by"),
            show: (p) => (
              <>
                {p.authorName} <span className="muted">{t(`kind.${p.kind}`)}</span>
              </>
            ),
          },
          { key: "state", title: t("field.state"), show: (p) => <StateTag of={p} /> },
          {
            key: "office",
            title: t("field.office"),
            show: (p) =>
              p.officeName ? (
                <span>
                  {p.officeName}
                  {p.due ? <span className="muted"> {t("own.due", { day: say.day(p.due) })}</span> : null}
                </span>
              ) : null,
          },
          {
            key: "outcome",
            title: t("field.outcome"),
            show: (p) =>
              [p.outcome ?? "", p.rating ? t(`rating.${p.rating}`) : ""].filter(Boolean).join(" · "),
          },
        ]}
      />
      {doing === "merge" ? <MergeForm chosen={chosen} onClose={close} onDone={done} /> : null}
      {doing && doing !== "merge" ? (
        <DecideForm chosen={chosen} decision={doing} offices={of.offices} onClose={close} onDone={done} />
      ) : null}
    </>
  )
}
