import { Alert, Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { addressed } from "../addressed.ts"
import { discard, one, submit } from "../contract.ts"
import { CorrectForm, WithdrawForm } from "./CorrectForm.tsx"
import { Changes, NoticeText } from "./NoticeText.tsx"
import { ReachParts } from "./ReachParts.tsx"
import { StatusTag } from "./StatusTag.tsx"
import "./notices.css"

export type Whole = Out<typeof one>

/** One notice at a desk: what can be done, its words, its review, how far it was passed down and read. */
export default function NoticePage(): ReactNode {
  const t = useWords("notices")
  const asked = useAsk(one, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("one.title")}>
      {(of) => <Opened of={of} />}
    </PageOf>
  )
}

function Opened({ of }: { of: Whole }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const out = of.publishedAt !== null
  return (
    <Page
      title={of.content.title}
      lead={
        <span className="notice-lead">
          <StatusTag of={of} />
          <span>{t(`kind.${of.content.kind}`)}</span>
          <span>{of.from.name}</span>
          {of.publishedAt ? <span>{say.recorded(of.publishedAt)}</span> : null}
        </span>
      }
      actions={<Deeds of={of} />}
    >
      {of.withdrawn ? (
        <Alert
          className="notice-alert"
          type="warning"
          showIcon
          title={t("public.withdrawn", { day: say.day(of.withdrawn.on) })}
          description={<span lang="zh-CN">{of.withdrawn.because}</span>}
        />
      ) : null}
      {of.refused ? (
        <Alert
          className="notice-alert"
          type="error"
          showIcon
          title={t(out ? "one.correction-refused" : "one.refused")}
          description={<span lang="zh-CN">{of.refused}</span>}
        />
      ) : null}
      {of.unsent && of.versions.length > 0 ? (
        <Alert className="notice-alert" type="info" showIcon title={t("one.unsent")} />
      ) : null}
      {out ? (
        <ReachParts id={of.id}>
          <Content of={of} />
        </ReachParts>
      ) : (
        <Content of={of} />
      )}
    </Page>
  )
}

/** Its words, and beside them to whom it goes, its review, its versions. */
function Content({ of }: { of: Whole }): ReactNode {
  const t = useWords("notices")
  return (
    <div className="notice-columns">
      <section className="panel">
        <h2>{t("one.text")}</h2>
        <NoticeText text={of.content.text} />
        {of.content.files.length > 0 ? (
          <ul className="notice-files">
            {of.content.files.map((f) => (
              <li key={f.id}>
                <a href={`/api/notices/files/${f.id}`}>{f.name}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <div>
        <About of={of} />
        {of.course ? (
          <section className="panel">
            <h2>{t(of.pending ? "one.review-correction" : "one.review")}</h2>
            {of.next ? (
              <div className="notice-next">
                <p lang="zh-CN">{of.next.because}</p>
                <Changes changes={of.next.changes} />
              </div>
            ) : null}
            <CoursePanel id={of.course} compact />
          </section>
        ) : null}
        {of.versions.length > 1 ? <Versions of={of} /> : null}
      </div>
    </div>
  )
}

function Deeds({ of }: { of: Whole }): ReactNode {
  const t = useWords("notices")
  const go = useGo()
  const [asking, setAsking] = useState<"correct" | "withdraw">()
  const send = useDo(submit, { done: t("form.submitted") })
  const drop = useDo(discard, { done: t("one.discarded") })
  return (
    <>
      {of.can.submit ? (
        <ConfirmButton
          type="primary"
          ask={t("one.submit-ask")}
          loading={send.busy}
          onConfirm={() => send.run({ id: of.id })}
        >
          {t("form.submit")}
        </ConfirmButton>
      ) : null}
      {of.can.edit ? (
        <Button onClick={() => go(`/office/notices/${of.id}/edit`)}>{t("one.edit")}</Button>
      ) : null}
      {of.can.correct ? <Button onClick={() => setAsking("correct")}>{t("correct.go")}</Button> : null}
      {of.can.withdraw ? (
        <Button danger onClick={() => setAsking("withdraw")}>
          {t("withdraw.go")}
        </Button>
      ) : null}
      {of.can.discard ? (
        <ConfirmButton
          danger
          ask={t("one.discard-ask")}
          loading={drop.busy}
          onConfirm={async () => (await drop.run({ id: of.id })) && go("/office/notices")}
        >
          {t("one.discard")}
        </ConfirmButton>
      ) : null}
      <Go to={`/api/notices/paper/${of.id}.docx`} className="button">
        {t("public.docx")}
      </Go>
      {asking === "correct" ? <CorrectForm of={of} onClose={() => setAsking(undefined)} /> : null}
      {asking === "withdraw" ? <WithdrawForm id={of.id} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}

function About({ of }: { of: Whole }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const { content: c } = of
  return (
    <section className="panel">
      <h2>{t("one.about")}</h2>
      <dl className="facts">
        <dt>{t("form.whom")}</dt>
        <dd lang="zh-CN">{addressed(c.targets, of.groups)}</dd>
        <dt>{t("form.asked")}</dt>
        <dd>
          {[
            ...(c.passDown ? [t("form.pass")] : []),
            ...(c.confirm ? [t("form.confirm")] : []),
            ...(c.open ? [t("form.open")] : []),
          ].join(t("comma")) || t("one.nothing-asked")}
        </dd>
        {c.dueOn ? (
          <>
            <dt>{t("field.due")}</dt>
            <dd>{say.day(c.dueOn)}</dd>
          </>
        ) : null}
        {c.publishAt && of.publishedAt === null ? (
          <>
            <dt>{t("field.publish-at")}</dt>
            <dd>{say.time(`${c.publishAt}:00+08:00`)}</dd>
          </>
        ) : null}
        <dt>{t("field.author")}</dt>
        <dd>{of.authorName}</dd>
      </dl>
    </section>
  )
}

function Versions({ of }: { of: Whole }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("one.versions")}</h2>
      <ol className="notice-versions">
        {of.versions.map((v) => (
          <li key={v.number}>
            <p>
              <b>{t("one.version", { number: v.number })}</b>{" "}
              <span className="muted">
                {t("one.version-by", { by: v.byName, day: say.day(v.onDay) })}
                {v.publishedOn ? t("one.version-out", { day: say.day(v.publishedOn) }) : t("one.version-in")}
              </span>
            </p>
            {v.because ? <p lang="zh-CN">{v.because}</p> : null}
            <Changes changes={v.changes} />
          </li>
        ))}
      </ol>
    </section>
  )
}
