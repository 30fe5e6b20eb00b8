import { Button, Checkbox } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { BatchForm } from "./BatchForm.tsx"
import { Find } from "./Find.tsx"
import "./courses.css"

export type CourseLine = Out<typeof list>["items"][number]

const size = 50

/** Matters on their way in which one's posts have a part; one decision over those chosen. */
export default function CourseList(): ReactNode {
  const t = useWords("courses")
  const [{ page = "1", procedure, status, text, all }, set] = useFilter()
  const [chosen, setChosen] = useState<ReadonlyMap<string, CourseLine>>(new Map())
  const [deciding, setDeciding] = useState(false)
  const known = status === "open" || status === "passed" || status === "refused" || status === "withdrawn"
  const mine = all ? undefined : ("true" as const)
  const asked = useAsk(
    list,
    { page: Number(page), size, procedure, text, mine, ...(known ? { status } : {}) },
    { keep: true },
  )
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <Go to="/office/procedures" className="button">
          {t("list.procedures")}
        </Go>
      }
    >
      <Find procedures={asked.data?.procedures ?? []} />
      <Answer of={asked} rows={8}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={t(all ? "list.none" : "list.none-mine")}>
              <p>{t("list.none-more")}</p>
              {all ? null : <Button onClick={() => set({ all: "1" })}>{t("list.show-all")}</Button>}
            </Empty>
          ) : (
            <>
              <Chosen
                items={items}
                total={total}
                chosen={chosen}
                onChoose={setChosen}
                onDecide={() => setDeciding(true)}
              />
              <Lines
                items={items}
                chosen={chosen}
                onChoose={setChosen}
                busy={asked.isPlaceholderData}
                marked={all !== undefined}
                paged={{ page: Number(page), size, total, go: (to) => set({ page: `${to}` }) }}
              />
            </>
          )
        }
      </Answer>
      {deciding ? (
        <BatchForm
          courses={[...chosen.values()]}
          onClose={() => setDeciding(false)}
          onDone={() => {
            setDeciding(false)
            setChosen(new Map())
          }}
        />
      ) : null}
    </Page>
  )
}

interface Choosing {
  readonly items: readonly CourseLine[]
  readonly chosen: ReadonlyMap<string, CourseLine>
  readonly onChoose: (chosen: ReadonlyMap<string, CourseLine>) => void
}

/** How many there are, how many are chosen, and the decision over them. */
function Chosen(props: Choosing & { total: number; onDecide: () => void }): ReactNode {
  const t = useWords("courses")
  const { items, chosen, total, onChoose, onDecide } = props
  const able = items.filter((i) => i.may.length > 0)
  const here = able.filter((i) => chosen.has(i.id)).length
  const chooseAll = (all: boolean) => {
    const next = new Map(chosen)
    for (const line of able)
      if (all) next.set(line.id, line)
      else next.delete(line.id)
    onChoose(next)
  }
  return (
    <div className="courses-chosen">
      {able.length > 0 ? (
        <Checkbox
          checked={here === able.length}
          indeterminate={here > 0 && here < able.length}
          onChange={(e) => chooseAll(e.target.checked)}
        >
          {t("list.choose-page", { count: able.length })}
        </Checkbox>
      ) : null}
      <span className="muted">{t("list.count", { count: total })}</span>
      {chosen.size > 0 ? (
        <span className="courses-decide">
          <b aria-live="polite">{t("list.chosen", { count: chosen.size })}</b>
          <Button type="primary" onClick={onDecide}>
            {t("list.decide")}
          </Button>
          <Button onClick={() => onChoose(new Map())}>{t("list.choose-none")}</Button>
        </span>
      ) : null}
    </div>
  )
}

function Lines(
  props: Choosing & {
    busy: boolean
    /** Among others, those that wait for the person are marked. */
    marked: boolean
    paged: { page: number; size: number; total: number; go: (page: number) => void }
  },
): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  const { items, chosen, onChoose, busy, marked, paged } = props
  const choose = (line: CourseLine, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(line.id, line)
    else next.delete(line.id)
    onChoose(next)
  }
  return (
    <List
      label={t("list.title")}
      rows={items}
      rowKey={(c) => c.id}
      busy={busy}
      paged={paged}
      columns={[
        {
          key: "title",
          title: t("list.matter"),
          show: (c) => (
            <span className="courses-matter">
              {c.may.length > 0 ? (
                <Checkbox
                  checked={chosen.has(c.id)}
                  onChange={(e) => choose(c, e.target.checked)}
                  aria-label={t("list.choose", { title: c.title })}
                />
              ) : (
                <i aria-hidden="true" />
              )}
              <span lang="zh-CN">
                <Go to={c.href}>{c.title}</Go>
                <small className="muted">{c.procedureTitle}</small>
              </span>
            </span>
          ),
        },
        {
          key: "step",
          title: t("list.step"),
          show: (c) =>
            c.step ? (
              <span lang="zh-CN">
                {c.step}{" "}
                {marked && c.mine ? <span className="tag courses-mine">{t("list.mine")}</span> : null}
              </span>
            ) : (
              <span className={`tag course-${c.status}`}>{t(`status.${c.status}`)}</span>
            ),
        },
        { key: "since", title: t("list.since"), width: 176, show: (c) => say.day(c.since) },
        {
          key: "due",
          title: t("list.due"),
          width: 176,
          show: (c) =>
            c.due && c.status === "open" ? (
              <span className={c.overdue ? "courses-late" : undefined}>
                {say.day(c.due)}
                {c.overdue ? <small>{t("panel.overdue")}</small> : null}
              </span>
            ) : null,
        },
      ]}
    />
  )
}
