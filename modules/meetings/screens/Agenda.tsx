import { Button, Modal } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Go } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { addItem, dropItem } from "../contract.ts"
import { asInput, emptyItem, ItemFields } from "./ItemFields.tsx"
import type { Meeting } from "./MeetingPage.tsx"
import { Resolution } from "./Resolution.tsx"
import { RollForm } from "./RollForm.tsx"

/** The items in order, with papers, what was said and what was resolved. */
export function Agenda({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const [adding, setAdding] = useState(false)
  const [calling, setCalling] = useState(false)
  const { run, busy } = useDo(dropItem, { done: t("item.dropped") })
  const votes = of.next === "vote" || of.next === "count"
  const again =
    of.can.preside && of.state === "open" && !votes && of.next !== "roll" && of.next !== "no-quorum"
  return (
    <section className="panel">
      <h2>{t("agenda.title", { count: of.items.length })}</h2>
      <ol className="meetings-agenda">
        {of.items.map((item) => (
          <li key={item.id}>
            <div className="meetings-itemhead">
              <h3>{item.title}</h3>
              <span className={`tag meetings-item-${item.state}`}>{t(`item.state.${item.state}`)}</span>
            </div>
            {item.matter ? (
              <p className="meetings-plain">
                <span className="meetings-important">{t("item.important", { matter: item.matter })}</span>{" "}
                <ClauseLabel clause="2.2a" />
              </p>
            ) : null}
            {item.matter && item.resolutions.length === 0 ? (
              <p className="meetings-plain">
                {t(`report.before.${item.report.state}`)} <ClauseLabel clause="7.4" />{" "}
                {item.report.state !== "none" || of.can.preside ? (
                  <Go to={item.report.href}>
                    {t(item.report.state === "none" ? "report.go" : "report.see")}
                  </Go>
                ) : null}
              </p>
            ) : null}
            {item.detail ? <p className="meetings-said">{item.detail}</p> : null}
            {item.papers.length > 0 ? (
              <p className="meetings-plain">
                {item.papers.map((p) => (
                  <a key={p.id} className="meetings-paper" href={`/api/meetings/papers/${p.id}`}>
                    {p.name}
                  </a>
                ))}
              </p>
            ) : null}
            {item.said ? <p className="meetings-said muted">{item.said}</p> : null}
            {item.resolutions.map((r) => (
              <Resolution key={r.id} of={of} r={r} />
            ))}
            {of.can.preside && of.state === "convened" && of.items.length > 1 ? (
              <ConfirmButton
                size="small"
                type="text"
                loading={busy}
                ask={t("item.drop-ask", { title: item.title })}
                onConfirm={() => run({ id: item.id })}
              >
                {t("item.drop")}
              </ConfirmButton>
            ) : null}
          </li>
        ))}
      </ol>
      <div className="meetings-row">
        {of.can.preside ? <Button onClick={() => setAdding(true)}>{t("item.more")}</Button> : null}
        {again ? <Button onClick={() => setCalling(true)}>{t("roll.again")}</Button> : null}
      </div>
      {adding ? <AddItem of={of} onClose={() => setAdding(false)} /> : null}
      {calling ? (
        <Modal open title={t("roll.again")} onCancel={() => setCalling(false)} footer={null} destroyOnHidden>
          <RollForm of={of} onDone={() => setCalling(false)} />
        </Modal>
      ) : null}
    </section>
  )
}

function AddItem({ of, onClose }: { of: Meeting; onClose: () => void }): ReactNode {
  const t = useWords("meetings")
  useReturn()
  const [item, setItem] = useState(emptyItem)
  const { run, busy, refused } = useDo(addItem, { quiet: true, done: t("item.added") })
  const submit = async () => {
    if (await run({ id: of.id, ...asInput(item) })) onClose()
  }
  return (
    <Modal open title={t("item.more")} onCancel={onClose} footer={null} destroyOnHidden>
      {refused ? <Problem refusal={refused} /> : null}
      <ItemFields value={item} matters={of.matters} label={t("item.one")} onChange={setItem} />
      <Button
        type="primary"
        loading={busy}
        disabled={item.title.trim().length < 2}
        onClick={() => void submit()}
      >
        {t("item.add")}
      </Button>
    </Modal>
  )
}
