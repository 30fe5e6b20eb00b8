import { FileExcelOutlined, FileWordOutlined } from "@ant-design/icons"
import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { ReasonForm } from "#kit/web/desk/ReasonForm.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { mark, people, unmark } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"
import { MarkForm } from "./MarkForm.tsx"

type Line = Out<typeof people>["items"][number]
const standings = ["accepted", "waiting", "withdrawn", "there", "absent", "walk-in"] as const
const size = 50

/** Who signed up, who waits, who came; the list for those without a phone, and corrections. */
export function PeoplePart({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const [{ standing: wanted, text = "" }, set] = useFilter()
  const page = usePage()
  const standing = standings.find((s) => s === wanted)
  const [marking, setMarking] = useState<"new" | Line>()
  const [unmarking, setUnmarking] = useState<Line>()
  const asked = useAsk(
    people,
    { id: a.id, ...(text ? { text } : {}), ...(standing ? { standing } : {}), page, size },
    { keep: true },
  )
  const back = useDo(unmark, { quiet: true, done: t("people.unmarked") })
  const begun = a.phase === "running" || a.phase === "held" || a.there > 0
  return (
    <>
      <p className="muted activity-note">
        {t(begun ? "people.sums-begun" : "people.sums", {
          accepted: a.accepted,
          waiting: a.waiting,
          there: a.there,
        })}
      </p>
      <div className="activity-bar">
        {a.can.keep ? (
          <Button type="primary" onClick={() => setMarking("new")}>
            {t("people.mark-other")}
          </Button>
        ) : null}
        <Button icon={<FileWordOutlined />} href={`/api/activities/${a.id}/sign-in.docx`}>
          {t("people.sheet")}
        </Button>
        <Button icon={<FileExcelOutlined />} href={`/api/activities/${a.id}/attendance.xlsx`}>
          {t("people.xlsx")}
        </Button>
      </div>
      <div className="activity-find">
        <Input.Search
          allowClear
          aria-label={t("people.find")}
          placeholder={t("people.find")}
          defaultValue={text}
          onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
        />
        <Select
          aria-label={t("people.standing")}
          value={standing ?? ""}
          onChange={(to) => set({ standing: to || undefined, page: undefined })}
          options={[
            { value: "", label: t("people.all") },
            ...standings.map((value) => ({ value, label: t(`standing.${value}`) })),
          ]}
        />
      </div>
      <Listed
        of={asked}
        label={t("tab.people")}
        rowKey={(p) => p.number}
        size={size}
        none={
          <Empty title={t(standing || text ? "people.none-so" : "people.none")}>
            <p>{t("people.none-more")}</p>
          </Empty>
        }
        columns={[
          {
            key: "name",
            title: t("people.name"),
            show: (p) => (
              <span className="activity-when">
                {p.name}
                <small>{p.number}</small>
              </span>
            ),
          },
          {
            key: "faculty",
            phone: "plain",
            title: t("reach.faculty"),
            show: (p) => `${p.faculty} ${t("grade", { grade: p.grade })}`,
          },
          {
            key: "signed",
            phone: "plain",
            title: t("people.signed"),
            show: (p) =>
              p.signedUp === "waiting"
                ? t("people.nth", { nth: p.nth ?? 0 })
                : p.signedUp
                  ? t(`standing.${p.signedUp}`)
                  : t(p.there ? "standing.walk-in" : "people.not-signed"),
          },
          {
            key: "there",
            phone: "plain",
            title: t("people.there"),
            show: (p) => (
              <>
                {p.there && p.by
                  ? `${spans.at(p.there)} ${t(`by.${p.by}`)}`
                  : begun && p.signedUp === "accepted"
                    ? t("people.not-there")
                    : null}
                {p.corrected ? (
                  <small className="activity-corrected">{t("people.corrected", p.corrected)}</small>
                ) : null}
              </>
            ),
          },
          {
            key: "do",
            title: t("people.do"),
            show: (p) => (
              <span className="activity-deed">
                <Deed of={a} line={p} onMark={() => setMarking(p)} onUnmark={() => setUnmarking(p)} />
              </span>
            ),
          },
        ]}
      />
      {marking ? (
        <MarkForm
          activity={a}
          {...(marking === "new" ? {} : { of: marking })}
          onClose={() => setMarking(undefined)}
        />
      ) : null}
      {unmarking ? (
        <ReasonForm
          label={t("because")}
          needed={t("because-needed")}
          title={t("people.unmark-title", { name: unmarking.name })}
          lead={t("people.unmark-lead")}
          go={t("people.unmark")}
          danger
          busy={back.busy}
          refused={back.refused}
          onGo={async (because) => {
            if (await back.run({ id: a.id, number: unmarking.number, because })) setUnmarking(undefined)
          }}
          onClose={() => {
            back.forget()
            setUnmarking(undefined)
          }}
        />
      ) : null}
    </>
  )
}

interface DeedProps {
  readonly of: Activity
  readonly line: Line
  readonly onMark: () => void
  readonly onUnmark: () => void
}

/** At the door one tap is enough; once it is over a reason is asked for. */
function Deed({ of: a, line: p, onMark, onUnmark }: DeedProps): ReactNode {
  const t = useWords("activities")
  const put = useDo(mark, { done: t("people.marked") })
  if (p.there)
    return a.can.correct ? (
      <Button size="small" onClick={onUnmark}>
        {t("people.unmark")}
      </Button>
    ) : null
  if (!a.can.keep || p.signedUp === "withdrawn") return null
  if (a.phase === "held")
    return (
      <Button size="small" onClick={onMark}>
        {t("people.mark-late")}
      </Button>
    )
  return (
    <ConfirmButton
      size="small"
      ask={t("people.mark-ask", { name: p.name })}
      loading={put.busy}
      onConfirm={() => put.run({ id: a.id, numbers: [p.number] })}
    >
      {t("people.mark")}
    </ConfirmButton>
  )
}
