import { Button, Checkbox } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { usePaged } from "#kit/web/desk/Listed.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { AssignForm, DeclineForm, SendForm } from "./Deeds.tsx"
import type { Line, Listed } from "./DeskPage.tsx"
import { useKeys } from "./keys.ts"
import { Nth, StateTag } from "./StateTag.tsx"

export function Lines({ of, size, busy }: { of: Listed; size: number; busy: boolean }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const paged = usePaged()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [doing, setDoing] = useState<"send" | "decline" | "assign">()
  const chosen = of.items.filter((n) => ticked.includes(n.id) && n.can.handOn)
  const tick = (id: string) =>
    setTicked((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now, id]))
  useKeys({
    tick,
    // The row the keyboard is on, where none is ticked.
    deed: (what, at) => {
      const row = of.items.find((n) => n.id === at && n.can.handOn)
      if (chosen.length === 0 && row) setTicked([row.id])
      if (of.can.sort && (chosen.length > 0 || row)) setDoing(what)
    },
  })
  const close = () => setDoing(undefined)
  const done = () => {
    close()
    setTicked([])
  }
  if (of.total === 0) return <Empty title={t("desk.none")}>{t("desk.none-more")}</Empty>
  const form = { chosen, of, onClose: close, onDone: done }
  return (
    <>
      {of.items.some((n) => n.can.handOn) ? (
        <Batch of={of} chosen={chosen} onTicked={setTicked} onDeed={setDoing} />
      ) : null}
      <List
        label={t("desk.title")}
        rows={of.items}
        rowKey={(n) => n.id}
        busy={busy}
        paged={paged(size, of.total)}
        columns={[
          {
            key: "title",
            title: t("field.title"),
            show: (n) => <Title of={n} ticked={chosen.some((c) => c.id === n.id)} onTick={tick} />,
          },
          { key: "category", title: t("field.category"), show: (n) => n.category },
          {
            key: "voices",
            title: t("field.voices"),
            align: "right",
            show: (n) => say.number(n.voices),
          },
          { key: "state", title: t("field.state"), show: (n) => <StateTag of={n} /> },
          { key: "office", title: t("field.office"), show: (n) => n.office ?? n.assignee },
          { key: "due", title: t("field.due"), show: (n) => (n.due ? say.day(n.due) : null) },
        ]}
      />
      <p className="handling-keys">{t(of.can.sort ? "keys" : "keys-office")}</p>
      {doing === "send" && chosen.length > 0 ? <SendForm {...form} /> : null}
      {doing === "decline" && chosen.length > 0 ? <DeclineForm {...form} /> : null}
      {doing === "assign" && chosen.length > 0 ? <AssignForm {...form} /> : null}
    </>
  )
}

interface BatchProps {
  readonly of: Listed
  readonly chosen: readonly Line[]
  readonly onTicked: (ids: readonly string[]) => void
  readonly onDeed: (what: "send" | "decline" | "assign") => void
}

function Batch({ of, chosen, onTicked, onDeed }: BatchProps): ReactNode {
  const t = useWords("handling")
  const open = of.items.filter((n) => n.can.handOn)
  return (
    <section className="handling-batch" aria-label={t("batch.title")}>
      <Checkbox
        checked={chosen.length === open.length}
        indeterminate={chosen.length > 0 && chosen.length < open.length}
        onChange={(e) => onTicked(e.target.checked ? open.map((n) => n.id) : [])}
      >
        {t("batch.chosen", { count: chosen.length })}
      </Checkbox>
      <span className="handling-deeds">
        {(["send", "assign", "decline"] as const).map((what) => (
          <Button
            key={what}
            type={what === "send" ? "primary" : "default"}
            disabled={chosen.length === 0}
            onClick={() => onDeed(what)}
          >
            {t(`${what}.title`)}
          </Button>
        ))}
      </span>
    </section>
  )
}

function Title({
  of: n,
  ticked,
  onTick,
}: {
  of: Line
  ticked: boolean
  onTick: (id: string) => void
}): ReactNode {
  const t = useWords("handling")
  return (
    <span className="handling-title">
      {n.can.handOn ? (
        <Checkbox
          aria-label={t("batch.tick", { title: n.title })}
          checked={ticked}
          onChange={() => onTick(n.id)}
        />
      ) : null}
      <Go to={`/office/desk/${n.id}`}>
        <Nth of={n.nth} /> {n.title}
      </Go>
      {n.merged > 0 ? <span className="tag">{t("tag.merged", { count: n.merged })}</span> : null}
      {n.round > 1 ? <span className="tag handling-late">{t("round", { nth: n.round })}</span> : null}
      {n.replied ? <span className="tag handling-is-answered">{t("tag.replied")}</span> : null}
      {n.shown === "anonymous" ? <span className="tag">{t("shown.anonymous-tag")}</span> : null}
    </span>
  )
}
