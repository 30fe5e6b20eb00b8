import { Button, Segmented } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { ShownCode } from "#kit/web/desk/ShownCode.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCode, projectsMark } from "../contract.ts"
import { useTell } from "./say.ts"
import "./projects.css"

type Sign = "in" | "out"
type Code = Out<typeof projectsCode>

/** Asked again often enough that the screen never shows a code that is no longer taken. */
const every = 5000

/** The organiser's phone, held up: a code that changes, and the list for those without a phone. */
export default function AttendancePage(): ReactNode {
  const t = useWords("projects")
  const shiftId = useParam("shift")
  const [sign, setSign] = useState<Sign>("in")
  const asked = useAsk(projectsCode, { shiftId, sign, site: location.origin }, { every, keep: true })
  return (
    <PageOf of={asked} title={t("attendance.title")}>
      {(code) => <Shown code={code} sign={sign} onSign={setSign} busy={asked.isPlaceholderData} />}
    </PageOf>
  )
}

interface ShownProps {
  readonly code: Code
  readonly sign: Sign
  readonly onSign: (sign: Sign) => void
  readonly busy: boolean
}

function Shown({ code, sign, onSign, busy }: ShownProps): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const { shift, people } = code
  const done = people.filter((x) => (sign === "in" ? x.came : x.went)).length
  return (
    <Page
      narrow
      title={shift.title}
      lead={
        <>
          {tell.span(shift.startsAt, shift.endsAt)} · {shift.place}
          <br />
          <Go to={`/office/projects/${code.project.id}?part=shifts`}>{code.project.title}</Go>
        </>
      }
    >
      <div className="attend">
        <Segmented<Sign>
          block
          size="large"
          aria-label={t("attendance.which")}
          value={sign}
          onChange={onSign}
          options={(["in", "out"] as const).map((value) => ({ value, label: t(`sign.${value}`) }))}
        />
        <ShownCode
          of={code}
          busy={busy}
          words={{
            qr: t("attendance.qr"),
            left: t("attendance.left", { seconds: code.left }),
            lost: t("attendance.lost"),
          }}
        >
          {t("attendance.how", { sign: t(`sign.${sign}`) })}
        </ShownCode>
        <h2>{t(`attendance.done-${sign}`, { done, all: people.length })}</h2>
        {people.length === 0 ? <p className="muted">{t("shifts.nobody")}</p> : null}
        <ul className="project-turns">
          {people.map((x) => (
            <li key={x.id}>
              <span className="project-who">
                <b>{x.name}</b>
                <small>{x.faculty}</small>
              </span>
              <span className="project-when">
                {x.came ? t("shifts.came", { at: tell.clock(x.came) }) : null}
                {x.went ? ` ${t("shifts.went", { at: tell.clock(x.went) })}` : null}
              </span>
              <Mark shiftId={shift.id} turn={x} sign={sign} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}

interface MarkProps {
  readonly shiftId: string
  readonly turn: Code["people"][number]
  readonly sign: Sign
}

function Mark({ shiftId, turn: x, sign }: MarkProps): ReactNode {
  const t = useWords("projects")
  const { run, busy } = useDo(projectsMark)
  if (sign === "in" ? x.came : x.went)
    return <span className="tag project-running">{t(`attendance.signed-${sign}`)}</span>
  if (sign === "out" && !x.came) return <Button disabled>{t("attendance.mark-out")}</Button>
  return (
    <ConfirmButton
      ask={t(`attendance.ask-${sign}`, { name: x.name })}
      loading={busy}
      onConfirm={() => run({ shiftId, volunteerId: x.id, sign })}
    >
      {t(`attendance.mark-${sign}`)}
    </ConfirmButton>
  )
}
