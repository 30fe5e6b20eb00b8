import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { CourseSeen } from "./CoursePanel.tsx"

/** The objections of the public notice it stands at, each with its answer. */
export function Objections({ course }: { course: CourseSeen }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  if (course.objections.length === 0) return null
  return (
    <section className="course-part">
      <h2>{t("objections.title")}</h2>
      <ol className="course-objections">
        {course.objections.map((o) => (
          <li key={o.id}>
            <p lang="zh-CN">{o.because}</p>
            <small className="muted">{t("objections.told", { day: say.day(o.on) })}</small>
            {o.answer && o.answeredOn ? (
              <p className="course-answer">
                <small>{t("objections.answer", { day: say.day(o.answeredOn) })}</small>
                <span lang="zh-CN">{o.answer}</span>
              </p>
            ) : (
              <p className="course-unanswered">{t("objections.open")}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
