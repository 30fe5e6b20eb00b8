import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { noteUnsealing, reveal, unsealing } from "../contract.ts"
import { UnsealForm } from "./UnsealForm.tsx"
import "./office.css"

type Seen = Out<typeof unsealing>
type Opening = Seen["items"][number]
export type Whose = Out<typeof reveal>

/** The seal of one anonymous need: asking, both offices' signatures, one look at the name. */
export default function UnsealPage(): ReactNode {
  const t = useWords("needs")
  const id = useParam("id")
  const asked = useAsk(unsealing, { id })
  const [open, setOpen] = useState<"ask" | "urgent">()
  const [whose, show] = useState<Whose>()
  return (
    <Answer of={asked} rows={8}>
      {(need) => (
        <Page
          title={t("unseal.title", { nth: need.nth })}
          lead={need.title}
          narrow
          actions={
            <>
              <Go to="/office/desk" className="button">
                {t("unseal.desk")}
              </Go>
              {need.can.ask ? <Button onClick={() => setOpen("ask")}>{t("unseal.ask")}</Button> : null}
              {need.can.urgent ? (
                <Button danger onClick={() => setOpen("urgent")}>
                  {t("unseal.urgent")}
                </Button>
              ) : null}
            </>
          }
        >
          <section className="panel">
            <h2>
              {t("unseal.rules")} <ClauseLabel clause="1.3" />
            </h2>
            <ul className="needs-rules">
              <li>{t("unseal.rule-two")}</li>
              <li>{t("unseal.rule-once")}</li>
              <li>{t("unseal.rule-told")}</li>
            </ul>
            {need.text ? (
              <blockquote className="needs-text" lang="zh-CN">
                {need.text}
              </blockquote>
            ) : null}
          </section>
          {whose ? <Name of={whose} onHide={() => show(undefined)} /> : null}
          {need.items.length === 0 ? (
            <Empty title={t(need.anonymous ? "unseal.none" : "unseal.not-anonymous")} />
          ) : (
            need.items.toReversed().map((u) => <OneOpening key={u.id} of={u} onShow={show} />)
          )}
          {open ? (
            <UnsealForm
              need={need.id}
              urgent={open === "urgent"}
              onShow={show}
              onClose={() => setOpen(undefined)}
            />
          ) : null}
        </Page>
      )}
    </Answer>
  )
}

/** Shown once: it is not fetched again. */
function Name({ of, onHide }: { of: Whose; onHide: () => void }): ReactNode {
  const t = useWords("needs")
  return (
    <section className="panel needs-name" role="alert">
      <h2>{t("unseal.name")}</h2>
      <p className="needs-name-is" lang="zh-CN">
        {of.name}　{of.number}
      </p>
      {of.faculty ? (
        <p lang="zh-CN">
          {of.faculty} {of.className}
        </p>
      ) : null}
      <p className="muted">{t("unseal.name-once")}</p>
      <Button onClick={onHide}>{t("unseal.hide")}</Button>
    </section>
  )
}

function OneOpening({ of: u, onShow }: { of: Opening; onShow: (of: Whose) => void }): ReactNode {
  const t = useWords("needs")
  const say = useSay()
  const looking = useDo(reveal)
  const noting = useDo(noteUnsealing, { done: t("unseal.noted") })
  return (
    <section className="panel">
      <h2 className="needs-opening">
        <span>{t(u.urgent ? "unseal.was-urgent" : "unseal.was-asked", { day: say.day(u.on) })}</span>
        {u.openedOn ? (
          <span className="tag needs-opened">{t("unseal.opened", { day: say.day(u.openedOn) })}</span>
        ) : null}
      </h2>
      <dl className="facts">
        <dt>{t("unseal.because")}</dt>
        <dd lang="zh-CN">{u.because}</dd>
        <dt>{t(u.urgent ? "unseal.by-urgent" : "unseal.by")}</dt>
        <dd lang="zh-CN">
          {u.capacity} {u.byName}
        </dd>
        {u.seenBy.length > 0 ? (
          <>
            <dt>{t("unseal.seen-by")}</dt>
            <dd lang="zh-CN">
              {u.seenBy.map((v) => t("unseal.seen", { name: v.name, day: say.day(v.on) })).join(t("comma"))}
            </dd>
          </>
        ) : null}
        {u.urgent ? (
          <>
            <dt>{t("unseal.noted-by")}</dt>
            <dd lang="zh-CN">{u.notedBy ?? t("unseal.not-noted")}</dd>
          </>
        ) : null}
      </dl>
      {u.can.reveal ? (
        <p>
          <ConfirmButton
            type="primary"
            ask={t("unseal.look-ask")}
            detail={t("unseal.look-detail")}
            loading={looking.busy}
            onConfirm={async () => {
              const whose = await looking.run({ id: u.id })
              if (whose) onShow(whose)
            }}
          >
            {t("unseal.look")}
          </ConfirmButton>
        </p>
      ) : null}
      {u.can.note ? (
        <p>
          <Button type="primary" loading={noting.busy} onClick={() => void noting.run({ id: u.id })}>
            {t("unseal.note")}
          </Button>
        </p>
      ) : null}
      {u.course ? <CoursePanel id={u.course} /> : null}
    </section>
  )
}
