import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { type Column, List } from "#kit/web/desk/List.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { remind } from "../contract.ts"
import { Bar } from "./Bar.tsx"
import { LastReminded } from "./PassedPart.tsx"
import type { Reached } from "./ReachParts.tsx"
import { Unconfirmed } from "./Unconfirmed.tsx"

type Count = Reached["faculties"][number]

interface ReadPartProps {
  readonly id: string
  readonly of: Reached
  readonly onLook: (faculty: string | null) => void
}

/** Delivered, opened, confirmed and how soon, by faculty and class; names only of those who have not confirmed. */
export function ReadPart({ id, of, onLook }: ReadPartProps): ReactNode {
  const t = useWords("notices")
  const [names, setNames] = useState<{ faculty: string; className?: string }>()
  const doing = useDo(remind, { done: t("remind.done") })
  const columns = useCounts(of.confirm)
  const e = of.can.remind
  const [key] = e.classes
  const scope = e.wide
    ? {}
    : e.faculties[0]
      ? { faculty: e.faculties[0] }
      : key
        ? { faculty: key.slice(0, key.indexOf("/")), className: key.slice(key.indexOf("/") + 1) }
        : null
  const mayName = (c: Count) =>
    of.confirm &&
    c.faculty !== null &&
    (of.can.names.wide ||
      of.can.names.faculties.includes(c.faculty) ||
      (c.className !== null && of.can.names.classes.includes(`${c.faculty}/${c.className}`)))
  const naming: Column<Count> = {
    key: "names",
    title: t("field.do"),
    show: (c) =>
      mayName(c) && c.faculty && !c.classless ? (
        <Button
          className="notice-names"
          onClick={() =>
            setNames({ faculty: c.faculty ?? "", ...(c.className ? { className: c.className } : {}) })
          }
        >
          {t("read.names")}
        </Button>
      ) : null,
  }
  return (
    <>
      <div className="notice-part-head">
        <p className="muted">
          {t("read.lead")} <LastReminded of={of} whom="readers" />
        </p>
        {scope ? (
          <ConfirmButton
            ask={t("remind.readers-ask")}
            detail={t("remind.once")}
            loading={doing.busy}
            onConfirm={() => doing.run({ id, whom: "readers", ...scope })}
          >
            {t("remind.readers")}
          </ConfirmButton>
        ) : null}
      </div>
      {of.total ? <Total of={of.total} confirm={of.confirm} /> : null}
      {of.faculties.length > 0 ? (
        <List
          label={t("read.faculties")}
          rows={of.faculties}
          rowKey={(c) => c.faculty ?? ""}
          columns={[
            {
              key: "faculty",
              title: t("field.faculty"),
              show: (c) => (
                <Button
                  type="link"
                  className="notice-look"
                  aria-expanded={c.faculty === of.faculty}
                  onClick={() => onLook(c.faculty === of.faculty ? null : c.faculty)}
                >
                  {c.faculty}
                </Button>
              ),
            },
            ...columns,
            naming,
          ]}
        />
      ) : null}
      {of.classes.length > 0 ? (
        <>
          <h2 className="notice-sub">{t("read.classes", { faculty: of.faculty ?? "" })}</h2>
          <List
            label={t("read.classes", { faculty: of.faculty ?? "" })}
            rows={of.classes}
            rowKey={(c) => c.className ?? ""}
            columns={[
              { key: "class", title: t("field.class"), show: (c) => c.className ?? t("read.classless") },
              ...columns,
              naming,
            ]}
          />
        </>
      ) : null}
      {names ? <Unconfirmed id={id} {...names} onClose={() => setNames(undefined)} /> : null}
    </>
  )
}

function Total({ of, confirm }: { of: Count; confirm: boolean }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const median = useMedian()
  const words = useShare()
  const share = (n: number | null) => (n === null ? t("read.few") : words(n, of.delivered))
  return (
    <dl className="notice-sums">
      <div>
        <dt>{t("read.delivered")}</dt>
        <dd>{say.number(of.delivered)}</dd>
      </div>
      <div>
        <dt>{t("read.opened")}</dt>
        <dd>{share(of.opened)}</dd>
      </div>
      <div>
        <dt>{t("read.median")}</dt>
        <dd>{median(of.median)}</dd>
      </div>
      {confirm ? (
        <div>
          <dt>{t("read.confirmed")}</dt>
          <dd>{share(of.confirmed)}</dd>
        </div>
      ) : null}
    </dl>
  )
}

/** 40分钟, 5小时, 3天. */
function useMedian() {
  const t = useWords("notices")
  return (minutes: number | null): string => {
    if (minutes === null) return "—"
    if (minutes < 90) return t("read.minutes", { count: Math.max(1, Math.round(minutes)) })
    if (minutes < 48 * 60) return t("read.hours", { count: Math.round(minutes / 60) })
    return t("read.days", { count: Math.round(minutes / 1440) })
  }
}

/** 295（48%）; of a few among many 1（不足1%）. */
function useShare() {
  const t = useWords("notices")
  const say = useSay()
  return (n: number, of: number): string => {
    const percent = of === 0 ? 0 : Math.round((n / of) * 100)
    return n > 0 && percent === 0
      ? t("read.share-little", { n: say.number(n) })
      : t("read.share", { n: say.number(n), percent })
  }
}

function useCounts(confirm: boolean): Column<Count>[] {
  const t = useWords("notices")
  const say = useSay()
  const median = useMedian()
  const words = useShare()
  const share = (n: number | null, of: number) =>
    n === null ? <span className="muted">{t("read.few")}</span> : <Bar of={n} all={of} words={words(n, of)} />
  return [
    {
      key: "delivered",
      title: t("read.delivered"),
      phone: "titled",
      align: "right",
      show: (c) => say.number(c.delivered),
    },
    { key: "opened", title: t("read.opened"), phone: "titled", show: (c) => share(c.opened, c.delivered) },
    {
      key: "median",
      title: t("read.median"),
      phone: "titled",
      align: "right",
      show: (c) => median(c.median),
    },
    ...(confirm
      ? [
          {
            key: "confirmed",
            phone: "titled" as const,
            title: t("read.confirmed"),
            show: (c: Count) => share(c.confirmed, c.delivered),
          },
        ]
      : []),
  ]
}
