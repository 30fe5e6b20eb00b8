import { dayOf } from "@qiaoliang/basics"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { CourseSeen } from "./CoursePanel.tsx"

/** What was done, by whom, in which post, when, in which words: the newest first. */
export function Timeline({ moves }: { moves: CourseSeen["moves"] }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  return (
    <section className="course-part">
      <h2>{t("moves.title")}</h2>
      <ol className="course-moves">
        {moves.toReversed().map((m) => (
          <li key={m.seq} className={`course-move-${m.kind}`}>
            <p>
              <b lang="zh-CN">{t(`moves.${m.kind}`, { step: m.step ?? "", to: m.to ?? "" })}</b>
            </p>
            <p className="course-small">
              <span lang="zh-CN">{[m.capacity, m.name ?? t("moves.unnamed")].filter(Boolean).join(" ")}</span>
              <time dateTime={m.at}>{dayOf(new Date(m.at)) === m.on ? say.time(m.at) : say.day(m.on)}</time>
            </p>
            {m.because ? (
              <p className="course-words" lang="zh-CN">
                {m.because}
              </p>
            ) : null}
            {m.says.map((s) => (
              <p key={s.label} className="course-words" lang="zh-CN">
                <small>{s.label}</small>
                {s.text}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
