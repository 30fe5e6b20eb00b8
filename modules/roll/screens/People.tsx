import { Button } from "antd"
import type { ReactNode } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { usePaged } from "#kit/web/desk/Listed.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { tick, undo } from "../contract.ts"
import type { Roll } from "./RollPage.tsx"
import { clock } from "./say.ts"

type Person = Roll["items"][number]

interface PeopleProps {
  readonly of: Roll
  readonly assembly: string
  readonly size: number
  readonly busy: boolean
}

/** The list to tick: a line a person, with what can be done now. */
export function People({ of, assembly, size, busy }: PeopleProps): ReactNode {
  const t = useWords("roll")
  const paged = usePaged()
  if (of.total === 0) return <Empty title={t(of.delegations.length === 0 ? "list.nobody" : "list.none")} />
  return (
    <div className="roll-people">
      <List
        label={t("list.title")}
        rows={of.items}
        rowKey={(p) => p.number}
        busy={busy}
        paged={paged(size, of.total)}
        columns={[
          { key: "name", title: t("list.name"), show: (p) => <Name of={p} /> },
          { key: "number", title: t("list.number"), show: (p) => p.number, phone: "plain" },
          { key: "delegation", title: t("list.delegation"), show: (p) => p.delegation, phone: "plain" },
          { key: "standing", title: t("list.standing"), show: (p) => <Standing of={p} />, phone: "plain" },
          ...(of.items.some((p) => p.can.tick)
            ? [
                {
                  key: "do",
                  title: t("list.do"),
                  show: (p: Person) => <Deeds of={p} assembly={assembly} />,
                  phone: "plain" as const,
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

function Name({ of }: { of: Person }): ReactNode {
  const t = useWords("roll")
  return (
    <>
      <b>{of.name}</b>
      {of.head ? <span className="tag">{t("list.head")}</span> : null}
      {of.voting ? null : <span className="tag">{t("list.observer")}</span>}
    </>
  )
}

function Standing({ of }: { of: Person }): ReactNode {
  const t = useWords("roll")
  return (
    <span className="roll-standing">
      <span className={`tag roll-is-${of.standing}`}>{t(`is.${of.standing}`)}</span>
      {of.came ? (
        <span className="muted">
          {t(of.left ? "list.came-left" : "list.came", {
            came: clock(of.came),
            left: of.left ? clock(of.left) : "",
          })}
        </span>
      ) : null}
      {of.late ? <span className="tag roll-late">{t("list.late")}</span> : null}
    </span>
  )
}

function Deeds({ of, assembly }: { of: Person; assembly: string }): ReactNode {
  const t = useWords("roll")
  const ticking = useDo(tick)
  const undoing = useDo(undo)
  if (!of.can.tick) return null
  const here = of.standing === "here"
  const deed = here ? "out" : of.standing === "left" ? "back" : "in"
  return (
    <span className="roll-deeds">
      <Button
        loading={ticking.busy}
        aria-label={t(`do.${deed}-of`, { name: of.name })}
        onClick={() => void ticking.run({ assembly, numbers: [of.number], what: here ? "out" : "in" })}
      >
        {t(`do.${deed}`)}
      </Button>
      {of.can.undo ? (
        <Button
          type="text"
          loading={undoing.busy}
          aria-label={t("do.undo-of", { name: of.name })}
          onClick={() => void undoing.run({ assembly, number: of.number })}
        >
          {t("do.undo")}
        </Button>
      ) : null}
    </span>
  )
}
