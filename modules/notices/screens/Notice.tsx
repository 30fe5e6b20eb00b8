import { type ReactNode, useEffect } from "react"
import { call, type Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { confirm, open, publicOne } from "../public-contract.ts"
import { Changes, NoticeText } from "./NoticeText.tsx"
import "./public.css"

type Read = Out<typeof publicOne>

/** One notice to be read on a phone: its words, its files, 已阅 where that is asked, what was corrected. */
export default function Notice(): ReactNode {
  const t = useWords("notices")
  const asked = useAsk(publicOne, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("public.one")}>
      {(of) => <Shown of={of} />}
    </PageOf>
  )
}

function Shown({ of }: { of: Read }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const { id, version } = of
  const mayOpen = of.can.open
  // Opening is told quietly: a reader is never kept from reading by it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a corrected version is opened anew
  useEffect(() => {
    if (mayOpen) void call(open, { id }).catch(() => undefined)
  }, [id, version, mayOpen])
  return (
    <Page
      narrow
      title={of.title}
      lead={
        <span className="notices-line">
          <span className={`tag notice-kind-${of.kind}`}>{t(`kind.${of.kind}`)}</span>
          <span>{of.sender}</span>
          <span>{say.day(of.publishedOn)}</span>
          {of.correctedOn && !of.withdrawn ? (
            <span>{t("public.corrected", { day: say.day(of.correctedOn) })}</span>
          ) : null}
        </span>
      }
    >
      {of.withdrawn ? (
        <section className="panel notice-withdrawn">
          <p>
            <b>{t("public.withdrawn", { day: say.day(of.withdrawn.on) })}</b>
            <span lang="zh-CN">{of.withdrawn.because}</span>
          </p>
        </section>
      ) : (
        <section className="panel">
          <NoticeText text={of.text} />
          {of.files.length > 0 ? (
            <>
              <h2 className="notice-files-title">{t("field.files")}</h2>
              <ul className="notice-files">
                {of.files.map((f) => (
                  <li key={f.id}>
                    <a href={`/api/notices/files/${f.id}`}>{f.name}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      )}
      {of.withdrawn ? null : <Confirming of={of} />}
      {of.corrections.length > 0 ? <Corrections of={of.corrections} /> : null}
      <nav className="notice-more" aria-label={t("public.more")}>
        <Go to="/notices" className="button">
          {t("public.back")}
        </Go>
        {of.withdrawn ? null : (
          <Go to={`/api/notices/paper/${id}.docx`} className="button">
            {t("public.docx")}
          </Go>
        )}
        {of.follows ? (
          <Go to={`/office/notices/${id}`} className="button">
            {t("public.follow")}
          </Go>
        ) : null}
      </nav>
    </Page>
  )
}

function Confirming({ of }: { of: Read }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const doing = useDo(confirm, { quiet: true, done: t("mine.confirmed") })
  if (of.confirmedOn)
    return (
      <p className="panel notice-confirmed" role="status">
        {t("mine.confirmed-on", { day: say.day(of.confirmedOn) })}
      </p>
    )
  if (!of.can.confirm) return null
  return (
    <section className="panel notice-confirm" aria-label={t("mine.confirm")}>
      {doing.refused ? <Problem refusal={doing.refused} /> : null}
      <p>
        {t(of.mine?.corrected ? "mine.confirm-again" : "mine.confirm-ask")}
        {of.dueOn ? <span className="muted">{t("mine.confirm-by", { day: say.day(of.dueOn) })}</span> : null}
      </p>
      <button
        type="button"
        className="button button-main"
        disabled={doing.busy}
        onClick={() => void doing.run({ id: of.id, version: of.version })}
      >
        {t("mine.confirm")}
      </button>
    </section>
  )
}

function Corrections({ of }: { of: Read["corrections"] }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("public.corrections")}</h2>
      <ol className="notice-corrections">
        {of.map((c) => (
          <li key={c.number}>
            <p>
              <b>{say.day(c.onDay)}</b> <span lang="zh-CN">{c.because}</span>
            </p>
            <Changes changes={c.changes} />
          </li>
        ))}
      </ol>
    </section>
  )
}
