import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel, close, discard, publish, work } from "../contract.ts"
import { Applicants } from "./Applicants.tsx"
import { Corrections } from "./Corrections.tsx"
import { EndForm } from "./EndForm.tsx"
import { Days, Status, usePost } from "./Parts.tsx"
import "./desk.css"

type Call = Out<typeof work>

/** A call on the desk: what it says, what can be done with it, who applied. */
export default function CallDesk(): ReactNode {
  const id = useParam("id")
  return (
    <Answer of={useAsk(work, { id })} rows={8}>
      {(call) => (
        <Page title={call.title} lead={call.unionName} actions={<Deeds call={call} />}>
          <Content call={call} />
          {call.status === "draft" ? null : <Applicants call={call} />}
        </Page>
      )}
    </Answer>
  )
}

function Deeds({ call }: { call: Call }): ReactNode {
  const t = useWords("calls")
  const go = useGo()
  const [ending, setEnding] = useState<"close" | "cancel">()
  const publishing = useDo(publish, { done: t("do.published") })
  const discarding = useDo(discard, { done: t("do.discarded") })
  const closing = useDo(close, { quiet: true, done: t("do.closed") })
  const cancelling = useDo(cancel, { quiet: true, done: t("do.cancelled") })
  const { can, id } = call
  const deed = ending === "close" ? closing : cancelling
  return (
    <>
      {can.publish ? (
        <ConfirmButton
          type="primary"
          ask={t("do.publish-ask")}
          detail={t("do.publish-detail")}
          loading={publishing.busy}
          onConfirm={() => publishing.run({ id })}
        >
          {t("do.publish")}
        </ConfirmButton>
      ) : null}
      {can.edit || can.correct ? (
        <Button onClick={() => go(`/office/calls/${id}/edit`)}>
          {t(can.edit ? "do.edit" : "do.correct")}
        </Button>
      ) : null}
      {can.close ? <Button onClick={() => setEnding("close")}>{t("do.close")}</Button> : null}
      {can.cancel ? (
        <Button danger onClick={() => setEnding("cancel")}>
          {t("do.cancel")}
        </Button>
      ) : null}
      {can.discard ? (
        <ConfirmButton
          danger
          ask={t("do.discard-ask")}
          onConfirm={async () => {
            if (await discarding.run({ id })) go("/office/calls")
          }}
        >
          {t("do.discard")}
        </ConfirmButton>
      ) : null}
      {ending ? (
        <EndForm
          deed={ending}
          applicants={call.applicants}
          busy={deed.busy}
          refused={deed.refused}
          onClose={() => {
            deed.forget()
            setEnding(undefined)
          }}
          onGo={async (because) => {
            if (await deed.run({ id, because })) setEnding(undefined)
          }}
        />
      ) : null}
    </>
  )
}

function Content({ call }: { call: Call }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const post = usePost()
  return (
    <section className="panel calls-content" aria-label={t("call.summary")}>
      <p className="calls-small">
        <Status is={call.status} /> <Days of={call} />
        {call.publishedOn ? (
          <Go to={`/calls/${call.id}`}>{t("desk.public", { day: say.day(call.publishedOn) })}</Go>
        ) : (
          <span className="muted">{t("desk.draft")}</span>
        )}
      </p>
      {call.endedBecause ? (
        <p className="calls-ended" lang="zh-CN">
          {t(call.status === "cancelled" ? "call.cancelled" : "call.closed", {
            because: call.endedBecause,
            day: say.day(call.closedOn ?? call.closesOn),
          })}
        </p>
      ) : null}
      <ul className="calls-wanted">
        {call.posts.map((p) => (
          <li key={p.id}>
            <b>{post(p)}</b>
            <span>{t("people", { count: p.number })}</span>
            {call.status === "draft" ? null : (
              <span className="muted">{t("desk.applied", { count: call.applied[p.id] ?? 0 })}</span>
            )}
          </li>
        ))}
      </ul>
      <details open={call.status === "draft"}>
        <summary>{t("call.text")}</summary>
        <p className="calls-text" lang="zh-CN">
          {call.text}
        </p>
        <p className="muted">
          {t("call.contact")} {call.contact}
        </p>
      </details>
      {call.versions.length > 1 ? (
        <details>
          <summary>{t("desk.corrections", { count: call.versions.length - 1 })}</summary>
          <Corrections of={call.versions.filter((v) => v.version > 1)} />
        </details>
      ) : null}
    </section>
  )
}
