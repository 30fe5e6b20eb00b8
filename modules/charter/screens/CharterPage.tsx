import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useAsOf, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { AdoptForm } from "./AdoptForm.tsx"
import { History } from "./History.tsx"
import { LimitForm, ReadingForm, RotationForm, WithdrawForm } from "./SettingForms.tsx"
import "./charter.css"

export type Charter = Out<typeof one>
type Setting = Charter["settings"][number]
type Open = "adopt" | "limit" | "rotation" | { reading: string } | { withdraw: string; says: string }

/** One union: its charter, the limits it tightened, how unclear clauses are read, whether the chair goes round. */
export default function CharterPage(): ReactNode {
  const t = useWords("charter")
  const union = useParam("id")
  const [asOf] = useAsOf()
  return (
    <PageOf of={useAsk(one, { union, on: asOf })} title={t("list.title")}>
      {(charter) => (
        <Page title={t("page.title", { union: charter.union.name })} lead={t("page.lead")}>
          <Parts charter={charter} />
          <History union={union} />
        </Page>
      )}
    </PageOf>
  )
}

function Parts({ charter }: { charter: Charter }): ReactNode {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const at = { union: charter.union.id, onClose: close }
  return (
    <>
      <Version charter={charter} onAdopt={() => setOpen("adopt")} />
      <Rotation charter={charter} onDo={setOpen} />
      <Limits charter={charter} onDo={setOpen} />
      <Readings charter={charter} onDo={setOpen} />
      {open === "adopt" ? <AdoptForm {...at} name={charter.union.name} /> : null}
      {open === "limit" ? <LimitForm {...at} limits={charter.limits} /> : null}
      {open === "rotation" ? <RotationForm {...at} /> : null}
      {typeof open === "object" && "reading" in open ? (
        <ReadingForm {...at} of={charter.readings.find((r) => r.clause === open.reading)!} />
      ) : null}
      {typeof open === "object" && "withdraw" in open ? (
        <WithdrawForm {...at} id={open.withdraw} says={open.says} />
      ) : null}
    </>
  )
}

interface PartProps {
  readonly charter: Charter
  readonly onDo: (open: Open) => void
}

function Version({ charter, onAdopt }: { charter: Charter; onAdopt: () => void }): ReactNode {
  const t = useWords("charter")
  const say = useSay()
  const v = charter.version
  return (
    <section className="panel">
      <h2>
        {t("version.title")} <ClauseLabel clause="1.1" />
      </h2>
      {v ? (
        <>
          <p>
            <b>{v.name}</b> <span className="tag">{t(v.public ? "version.open" : "version.closed")}</span>
            <br />
            <span className="muted">
              {t("version.adopted", { day: say.day(v.adoptedOn), by: v.adoptedBy })}
            </span>
          </p>
          {v.document ? (
            <p>
              <a href={`/api/charter/files/${v.document.id}`}>{v.document.name}</a>
            </p>
          ) : null}
          {v.words ? (
            <details className="charter-words">
              <summary>{t("version.words")}</summary>
              <div>{v.words}</div>
            </details>
          ) : null}
        </>
      ) : (
        <p className="muted">{t("version.none")}</p>
      )}
      <Can of={charter.can} verb="charter.adopt">
        <Button onClick={onAdopt}>{t("adopt.go")}</Button>
      </Can>
    </section>
  )
}

function Rotation({ charter, onDo }: PartProps): ReactNode {
  const t = useWords("charter")
  const rotation = charter.settings.find((s) => s.kind === "rotation")
  return (
    <section className="panel">
      <h2>
        {t("rotation.title")} <ClauseLabel clause="2.2b" />
      </h2>
      {rotation ? (
        <Line setting={rotation} charter={charter} onDo={onDo} />
      ) : (
        <p className="muted">{t("rotation.unsaid-long")}</p>
      )}
      <Can of={charter.can} verb="charter.adopt-rotation">
        <Button onClick={() => onDo("rotation")}>{t("rotation.go")}</Button>
      </Can>
    </section>
  )
}

function Limits({ charter, onDo }: PartProps): ReactNode {
  const t = useWords("charter")
  const own = charter.settings.filter((s) => s.kind === "limit")
  return (
    <section className="panel">
      <h2>
        {t("limit.title")} <ClauseLabel clause="11.2" />
      </h2>
      <p className="muted">{t("limit.lead")}</p>
      {own.map((setting) => {
        const rule = charter.limits.find((l) => l.clause === setting.clause)
        return (
          <Line key={setting.id} setting={setting} charter={charter} onDo={onDo}>
            {rule ? (
              <span className="muted">{t("limit.instead", { says: rule.says, quote: rule.quote })}</span>
            ) : null}
          </Line>
        )
      })}
      {charter.limits.length > 0 ? (
        <Can of={charter.can} verb="charter.set-limit">
          <Button onClick={() => onDo("limit")}>{t("limit.go")}</Button>
        </Can>
      ) : null}
    </section>
  )
}

function Readings({ charter, onDo }: PartProps): ReactNode {
  const t = useWords("charter")
  if (charter.readings.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("reading.title")}</h2>
      <p className="muted">{t("reading.lead")}</p>
      {charter.readings.map((r) => {
        const chosen = charter.settings.find((s) => s.kind === "reading" && s.clause === r.clause)
        const used = r.choices.find((c) => c.key === r.used)
        return (
          <div key={r.clause} className="charter-line">
            <span>
              <ClauseLabel clause={r.clause} /> “{r.quote}”
              <br />
              {t("reading.used", { label: used?.label ?? r.used, source: used?.source ?? "" })}{" "}
              {chosen ? null : <span className="tag">{t("reading.usual")}</span>}
              {chosen ? <Since setting={chosen} /> : null}
            </span>
            <Can of={charter.can} verb="charter.choose-reading">
              <Button size="small" onClick={() => onDo({ reading: r.clause })}>
                {t("reading.go")}
              </Button>
            </Can>
          </div>
        )
      })}
    </section>
  )
}

function Line({
  setting,
  charter,
  onDo,
  children,
}: PartProps & { setting: Setting; children?: ReactNode }): ReactNode {
  const t = useWords("charter")
  return (
    <div className="charter-line">
      <span>
        <ClauseLabel clause={setting.clause} /> <b>{setting.says}</b> {children}
        <Since setting={setting} />
      </span>
      <Can of={charter.can} verb="charter.withdraw">
        <Button size="small" onClick={() => onDo({ withdraw: setting.id, says: setting.says })}>
          {t("withdraw.go")}
        </Button>
      </Can>
    </div>
  )
}

export function Since({ setting }: { setting: Pick<Setting, "from" | "to" | "source"> }): ReactNode {
  const t = useWords("charter")
  const say = useSay()
  const { from, to, source } = setting
  return (
    <small className="muted charter-since">
      {to
        ? t("setting.from-to", { from: say.day(from), to: say.day(to), source })
        : t("setting.from", { from: say.day(from), source })}
    </small>
  )
}
