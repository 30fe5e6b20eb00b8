import { Alert, Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { adoptReport, draftReport, report } from "../contract.ts"
import { Checks, Figures } from "./CompositionPart.tsx"
import type { Progress } from "./DelegatesPage.tsx"

type Report = Out<typeof report>

/** 代表资格审查报告: the committee's words, the figures by themselves. */
export function ReportPart({ of }: { of: Progress }): ReactNode {
  return (
    <Answer of={useAsk(report, { assembly: of.assembly.id })} rows={8}>
      {(r) => <Opened of={of} report={r} />}
    </Answer>
  )
}

function Opened({ of, report: r }: { of: Progress; report: Report }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  const adopt = useDo(adoptReport, { done: t("report.adopted-now") })
  const at = `/api/delegates/${of.assembly.id}/report`
  const drafting = r.can["delegates.draft-report"] === true
  return (
    <>
      {r.outdated ? (
        <Alert className="delegates-gap" type="warning" showIcon title={t("report.outdated")} />
      ) : null}
      <section className="panel">
        <h2>{t("report.title")}</h2>
        <p className="muted">
          {r.state === "adopted" && r.adoptedOn
            ? t("report.adopted", { name: r.adoptedBy ?? "", day: say.day(r.adoptedOn), version: r.version })
            : r.state === "draft"
              ? t("report.draft", { name: r.draftedBy ?? "", version: r.version })
              : t(drafting ? "report.none-yours" : "report.none")}
        </p>
        {drafting ? (
          <Draft key={`${r.version} ${r.state}`} of={of} report={r} />
        ) : r.opinion ? (
          <p className="delegates-words" lang="zh-CN">
            {r.opinion}
          </p>
        ) : null}
        <div className="delegates-deeds">
          <Can of={r.can} verb="delegates.adopt-report">
            <ConfirmButton
              type="primary"
              ask={t("report.adopt-ask")}
              loading={adopt.busy}
              onConfirm={() => adopt.run({ assembly: of.assembly.id })}
            >
              {t("report.adopt")}
            </ConfirmButton>
          </Can>
          {r.state === "none" ? null : (
            <>
              <a className="button" href={`${at}.docx`}>
                {t("report.docx")}
              </a>
              <a className="button" href={`${at}.pdf`}>
                {t("report.pdf")}
              </a>
            </>
          )}
        </div>
        {r.hash ? (
          <p className="muted delegates-hash">
            {t("report.hash")} <code>{r.hash}</code>
          </p>
        ) : null}
      </section>
      {r.failing.length > 0 && r.state !== "adopted" ? (
        <section className="panel">
          <h2>{t("report.failing", { count: r.failing.length })}</h2>
          <Checks of={r.failing} />
        </section>
      ) : null}
      {r.figures.total === 0 ? (
        <Empty title={t("people.none")}>
          <p>{t("people.none-more")}</p>
        </Empty>
      ) : (
        <Figures of={r.figures} />
      )}
    </>
  )
}

function Draft({ of, report: r }: { of: Progress; report: Report }): ReactNode {
  const t = useWords("delegates")
  const [words, setWords] = useState(r.opinion || t("report.opinion-like"))
  const act = useDo(draftReport, { quiet: true, done: t("report.saved") })
  return (
    <>
      <label htmlFor="opinion">{t("report.opinion")}</label>
      <Input.TextArea
        id="opinion"
        lang="zh-CN"
        rows={4}
        maxLength={2000}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <div className="delegates-deeds">
        <Button
          loading={act.busy}
          disabled={words.trim().length < 10}
          onClick={() => void act.run({ assembly: of.assembly.id, opinion: words })}
        >
          {t(r.state === "adopted" ? "report.next" : "report.save")}
        </Button>
      </div>
    </>
  )
}
