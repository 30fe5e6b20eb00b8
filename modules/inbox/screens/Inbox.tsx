import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { Line } from "./Line.tsx"
import { Narrow } from "./Narrow.tsx"
import "./inbox.css"

export type Items = Out<typeof list>["items"]

/** What waits for me, in all the posts I hold. */
export default function Inbox(): ReactNode {
  const t = useWords("inbox")
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Answer of={useAsk(list, {}, { every: 60_000 })} rows={6}>
        {({ items, total }) => <Waiting items={items} total={total} />}
      </Answer>
    </Page>
  )
}

const step = 30

function Waiting({ items, total }: { items: Items; total: number }): ReactNode {
  const t = useWords("inbox")
  const [{ as, room }] = useFilter()
  if (items.length === 0) return <Nothing />
  const chosen = items.filter((i) => (!as || i.capacity === as) && (!room || i.module === room))
  return (
    <>
      <Narrow items={items} />
      <Listed key={`${as} ${room}`} items={chosen} />
      {total > items.length ? (
        <p className="inbox-rest">
          {t("rest", { shown: items.length, total })} <Go to="/office/courses">{t("rest-go")}</Go>
        </p>
      ) : null}
    </>
  )
}

/** Who holds no post is here as a student: what is open to every student lies on the public pages. */
function Nothing(): ReactNode {
  const t = useWords("inbox")
  const { capacities, admin } = useViewer()
  if (capacities.length > 0 || admin) return <Empty title={t("none")}>{<p>{t("none-more")}</p>}</Empty>
  return (
    <Empty title={t("none")}>
      <p>{t("none-student")}</p>
      <p className="inbox-ways">
        {(["/calls", "/calls/mine", "/volunteer", "/volunteer/mine"] as const).map((to) => (
          <Go key={to} to={to} className="button">
            {t(`student.${to.slice(1).replace("/", "-")}`)}
          </Go>
        ))}
      </p>
    </Empty>
  )
}

/** What is late first, under its own heading; the rest as far as it was asked for. */
function Listed({ items }: { items: Items }): ReactNode {
  const t = useWords("inbox")
  const [most, setMost] = useState(step)
  const late = items.filter((i) => i.overdue)
  const shown = items.slice(0, most)
  const groups = [
    { key: "late", count: late.length, lines: shown.filter((i) => i.overdue) },
    { key: "rest", count: items.length - late.length, lines: shown.filter((i) => !i.overdue) },
  ].filter((g) => g.lines.length > 0)
  return (
    <>
      {groups.map((g) => (
        <section key={g.key} className={`inbox-group inbox-group-${g.key}`}>
          <h2>{t(`group.${g.key}`, { count: g.count })}</h2>
          <ul className="inbox">
            {g.lines.map((item) => (
              <Line key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {items.length > most ? (
        <p className="inbox-more">
          <Button onClick={() => setMost(most + step)}>
            {t("more", { count: Math.min(step, items.length - most) })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
