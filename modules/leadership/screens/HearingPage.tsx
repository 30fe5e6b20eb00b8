import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { hearing } from "../contract.ts"
import { CallOffForm, DecideForm, FinishForm, RecordForm, ReportForm } from "./HearingForms.tsx"
import { Standing } from "./HearingList.tsx"
import { FileLink, Parts } from "./Parts.tsx"

export type Hearing = Out<typeof hearing>
type Open =
  | "record"
  | "decide"
  | "call-off"
  | { finish: string; words: string }
  | { report: string; union: string }

/** One session: who reports with which paper, what was said and decided, and what became of it. */
export default function HearingPage(): ReactNode {
  const t = useWords("leadership")
  const id = useParam("id")
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Answer of={useAsk(hearing, { id })} rows={8}>
      {(h) => (
        <Page
          title={h.title}
          actions={
            <>
              {h.can.record ? (
                <Button type="primary" onClick={() => setOpen("record")}>
                  {t("record.go")}
                </Button>
              ) : null}
              {h.can.callOff ? (
                <Button danger onClick={() => setOpen("call-off")}>
                  {t("call-off.go")}
                </Button>
              ) : null}
            </>
          }
        >
          <Parts />
          <Session hearing={h} />
          <Papers hearing={h} onDo={setOpen} />
          <Decisions hearing={h} onDo={setOpen} />
          {open === "record" ? <RecordForm hearing={h} onClose={close} /> : null}
          {open === "decide" ? <DecideForm hearing={h} onClose={close} /> : null}
          {open === "call-off" ? <CallOffForm hearing={h} onClose={close} /> : null}
          {typeof open === "object" && "finish" in open ? (
            <FinishForm hearing={h} decision={open.finish} words={open.words} onClose={close} />
          ) : null}
          {typeof open === "object" && "report" in open ? (
            <ReportForm hearing={h} union={open.report} name={open.union} onClose={close} />
          ) : null}
        </Page>
      )}
    </Answer>
  )
}

function Session({ hearing: h }: { hearing: Hearing }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t("hearings.state")}</dt>
        <dd>
          <Standing of={h.standing} /> <ClauseLabel clause="9.3" />
        </dd>
        <dt>{t("session.host")}</dt>
        <dd lang="zh-CN">{h.host}</dd>
        <dt>{t(h.heldOn ? "session.held" : "session.on")}</dt>
        <dd>{say.day(h.heldOn ?? h.on)}</dd>
        <dt>{t("session.reporter")}</dt>
        <dd lang="zh-CN">{h.reporter}</dd>
        <dt>{t("session.scheduled")}</dt>
        <dd>
          <span lang="zh-CN">{h.scheduledBy}</span>
          <small className="muted leadership-after">{say.recorded(h.scheduledAt)}</small>
        </dd>
        {h.calledOff ? (
          <>
            <dt>{t("session.called-off")}</dt>
            <dd lang="zh-CN">
              {h.calledOff.because}
              <small className="muted leadership-after">{h.calledOff.by}</small>
            </dd>
          </>
        ) : null}
        {h.minutes ? (
          <>
            <dt>{t("session.minutes")}</dt>
            <dd>
              <FileLink file={h.minutes} />
              <small className="muted leadership-after">
                {t("session.by", { name: h.recordedBy ?? "" })}
              </small>
            </dd>
          </>
        ) : null}
        {h.summary ? (
          <>
            <dt>{t("session.summary")}</dt>
            <dd className="leadership-text" lang="zh-CN">
              {h.summary}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

interface PartProps {
  readonly hearing: Hearing
  readonly onDo: (open: Open) => void
}

function Papers({ hearing: h, onDo }: PartProps): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("papers.title")}</h2>
      <ul className="leadership-lines">
        {h.papers.map((p) => (
          <li key={p.unionId}>
            <span>
              <b lang="zh-CN">{p.union}</b>
              <span className="leadership-under">
                {p.file ? (
                  <>
                    <FileLink file={p.file} />
                    <small className="muted leadership-after">
                      {p.by} {p.at ? say.recorded(p.at) : ""}
                    </small>
                  </>
                ) : (
                  <span className={h.standing === "called-off" ? "muted" : "leadership-warn"}>
                    {t("papers.missing")}
                  </span>
                )}
              </span>
            </span>
            {h.can.report ? (
              <Button size="small" onClick={() => onDo({ report: p.unionId, union: p.union })}>
                {t(p.file ? "papers.again" : "papers.go")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decisions({ hearing: h, onDo }: PartProps): ReactNode {
  const t = useWords("leadership")
  return (
    <section className="panel">
      <h2>{t("decisions.title")}</h2>
      {h.duties.length === 0 ? (
        <p className="muted">{t(h.heldOn ? "decisions.none" : "decisions.not-yet")}</p>
      ) : null}
      <ol className="leadership-lines">
        {h.duties.map((d) => (
          <li key={d.id}>
            <Duty duty={d} />
            {d.can.finish ? (
              <Button size="small" type="primary" onClick={() => onDo({ finish: d.id, words: d.words })}>
                {t("finish.go")}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {h.can.decide ? (
        <Button className="leadership-more" onClick={() => onDo("decide")}>
          {t("decide.go")}
        </Button>
      ) : null}
    </section>
  )
}

function Duty({ duty: d }: { duty: Hearing["duties"][number] }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  const state = d.done ? "done" : d.overdue ? "late" : "open"
  return (
    <span>
      <span lang="zh-CN">{d.words}</span>
      <span className="leadership-under">
        <span className={`tag leadership-${state}`}>{t(`duty.${state}`)}</span>{" "}
        <span lang="zh-CN">{d.responsible}</span>{" "}
        <span className={d.overdue ? "leadership-warn" : "muted"}>
          {t("duty.due", { day: say.day(d.due) })}
        </span>
      </span>
      {d.done ? (
        <span className="leadership-done" lang="zh-CN">
          {t("duty.told", { day: say.day(d.done.on), by: d.done.by })}
          <span className="leadership-text">{d.done.note}</span>
        </span>
      ) : null}
    </span>
  )
}
