import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { type Out, refusalOf } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { Chain } from "./Chain.tsx"
import { Deeds } from "./Deeds.tsx"
import { Objections } from "./Objections.tsx"
import { Timeline } from "./Timeline.tsx"
import "./courses.css"

export type CourseSeen = Out<typeof one>

interface CoursePanelProps {
  readonly id: string
  /** After a move was made here. */
  readonly onMoved?: () => void
  /** Beside other things: without the record of moves. */
  readonly compact?: boolean
}

/** One course: its chain, for whom it waits, what the reader may do, objections, and what was done. */
export function CoursePanel({ id, onMoved, compact = false }: CoursePanelProps): ReactNode {
  const t = useWords("courses")
  const asked = useAsk(one, { id })
  // The page about the matter is theirs to read all the same.
  if (asked.error && refusalOf(asked.error).code === "not-allowed")
    return <p className="muted">{t("panel.not-yours")}</p>
  return (
    <Answer of={asked} rows={5}>
      {(course) => (
        <section className="course">
          <Standing course={course} />
          <Chain steps={course.steps} clause={course.procedure.clause} />
          <Deeds course={course} {...(onMoved ? { onMoved } : {})} />
          <Objections course={course} />
          {compact ? null : <Timeline moves={course.moves} />}
        </section>
      )}
    </Answer>
  )
}

/** One line: what it is under, how it stands, for whom it waits and until when. */
function Standing({ course }: { course: CourseSeen }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  return (
    <header className="course-standing">
      <p className="course-about">
        <span className={`tag course-${course.status}`}>{t(`status.${course.status}`)}</span>
        <b lang="zh-CN">{course.procedure.title}</b>
        <ClauseLabel clause={course.procedure.clause} />
      </p>
      <p className={course.overdue ? "course-waits course-late" : "course-waits"}>
        {course.status === "open" ? <Waits course={course} /> : <b>{t(`panel.${course.status}`)}</b>}
      </p>
      <p className="course-small">
        <span>{t("panel.by", { name: course.applicant, day: say.day(course.openedOn) })}</span>
        {course.endedOn ? <span>{t("panel.ended", { day: say.day(course.endedOn) })}</span> : null}
      </p>
    </header>
  )
}

function Waits({ course }: { course: CourseSeen }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  const open = course.steps.find((s) => s.stage === "here")?.offices.filter((o) => !o.signed) ?? []
  const notice = noticeState(course)
  return (
    <>
      <b>{t("panel.waits", { offices: open.map((o) => o.name).join("、") })}</b>
      {notice && course.noticeEnds ? (
        <span>{t(`panel.notice-${notice}`, { day: say.day(course.noticeEnds) })}</span>
      ) : null}
      {course.due ? (
        <span className="course-due">
          {course.overdue ? <span className="tag course-overdue">{t("panel.overdue")}</span> : null}
          {t("panel.due", { day: say.day(course.due) })}
        </span>
      ) : null}
    </>
  )
}

/** While the notice lies open an objection is offered to everybody who sees it. */
const noticeState = (course: CourseSeen): "open" | "over" | null =>
  course.noticeEnds === null ? null : course.offers.some((o) => o.kind === "object") ? "open" : "over"
