import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { endItem, extend, reopenItem, skipItem, startItem } from "../contract.ts"
import type { Hall } from "./HallPage.tsx"

type Item = Hall["items"][number]

/** The agenda with how each item stands; an item can be taken out of its turn, skipped, or taken up again. */
export function Agenda({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  return (
    <section className="panel">
      <h2>{t("agenda.title")}</h2>
      {of.items.length === 0 ? (
        <Empty title={t("agenda.none")}>
          <Go to={`/office/assemblies/${of.assembly.id}`}>{t("next.agenda-more")}</Go>
        </Empty>
      ) : null}
      <ol className="hall-agenda">
        {of.items.map((i) => (
          <li
            key={i.id}
            className={`hall-item-${i.state}`}
            aria-current={i.state === "on" ? "step" : undefined}
          >
            <div className="hall-item">
              <span className="hall-title">{i.title}</span>
              <span className="tag">{t(`item.${i.state}`)}</span>
            </div>
            {i.because ? <p className="muted">{t("item.because", { because: i.because })}</p> : null}
            <div className="hall-item hall-second">
              <p className="muted">
                {t(`kind.${i.kind}`)}
                {i.reporter ? ` · ${i.reporter}` : ""}
                {i.minutes ? ` · ${t("item.for", { count: i.minutes })}` : ""}
              </p>
              {of.can.chair && of.state === "sitting" ? <Tools of={of} item={i} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Tools({ of, item }: { of: Hall; item: Item }): ReactNode {
  const t = useWords("hall")
  const [skipping, setSkipping] = useState(false)
  const start = useDo(startItem)
  const end = useDo(endItem)
  const again = useDo(reopenItem)
  const more = useDo(extend)
  const skip = useDo(skipItem, { quiet: true })
  const at = { assembly: of.assembly.id, item: item.id }
  const busy = of.vote !== null
  const other = of.items.some((i) => i.state === "on")
  const next = of.next.item === item.id
  return (
    <div className="hall-tools">
      {item.state === "pending" && !other && !next ? (
        <Button size="small" loading={start.busy} onClick={() => void start.run(at)}>
          {t("item.start-now")}
        </Button>
      ) : null}
      {item.state === "on" ? (
        <>
          <Button
            size="small"
            loading={more.busy}
            onClick={() => void more.run({ assembly: at.assembly, of: "item", minutes: 5 })}
          >
            {t("item.more")}
          </Button>
          {next ? null : (
            <ConfirmButton
              size="small"
              loading={end.busy}
              disabled={busy}
              ask={t("item.end-ask")}
              onConfirm={() => end.run(at)}
            >
              {t("item.end")}
            </ConfirmButton>
          )}
        </>
      ) : null}
      {item.state === "pending" || item.state === "on" ? (
        <Button size="small" type="text" disabled={busy} onClick={() => setSkipping(true)}>
          {t("item.skip")}
        </Button>
      ) : (
        <ConfirmButton
          size="small"
          type="text"
          loading={again.busy}
          ask={t("item.again-ask", { title: item.title })}
          onConfirm={() => again.run(at)}
        >
          {t("item.again")}
        </ConfirmButton>
      )}
      {skipping ? (
        <Asking<{ because: string }>
          title={t("item.skip-title", { title: item.title })}
          lead={t("item.skip-lead")}
          refused={skip.refused}
          busy={skip.busy}
          go={t("item.skip")}
          onGo={async ({ because }) => {
            if (await skip.run({ ...at, because })) setSkipping(false)
          }}
          onClose={() => setSkipping(false)}
        >
          <Form.Item
            name="because"
            label={t("because")}
            rules={[{ required: true, min: 2, message: t("because-need") }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </Asking>
      ) : null}
    </div>
  )
}
