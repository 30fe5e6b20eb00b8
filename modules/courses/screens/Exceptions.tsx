import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { CourseLine } from "./CourseList.tsx"

export type Decision = "pass" | "return" | "refuse" | "skip"

/** What is decided otherwise for one of the matters; without `decision`, as for all. */
export interface Exception {
  readonly decision?: Decision | undefined
  readonly because?: string | undefined
}

type Apart = Readonly<Record<string, Exception>>

export const needsReason = (decision: Decision): boolean => decision === "return" || decision === "refuse"

/** What becomes of one: the exception made, the decision for all, or nothing where it cannot be taken there. */
const becomes = (course: CourseLine, decision: Decision, apart: Apart): Decision =>
  apart[course.id]?.decision ?? (decision !== "skip" && course.may.includes(decision) ? decision : "skip")

export const exceptionsOf = (courses: readonly CourseLine[], decision: Decision, apart: Apart) =>
  courses.flatMap((c) => {
    const own = becomes(c, decision, apart)
    if (own === decision && !apart[c.id]?.because) return []
    const because = needsReason(own) ? apart[c.id]?.because : undefined
    return [{ id: c.id, decision: own, ...(because ? { because } : {}) }]
  })

export function tally(courses: readonly CourseLine[], decision: Decision, apart: Apart) {
  const counts = { pass: 0, return: 0, refuse: 0, skip: 0 }
  for (const course of courses) counts[becomes(course, decision, apart)]++
  return counts
}

/** The matters by name, each of which may be decided otherwise. */
export function Exceptions({
  courses,
  decision,
}: {
  courses: readonly CourseLine[]
  decision: Decision
}): ReactNode {
  const t = useWords("courses")
  const cannot = courses.filter((c) => becomes(c, decision, {}) === "skip").length
  return (
    <details className="courses-apart" open={cannot > 0 || courses.length <= 8}>
      <summary>{t("batch.apart", { count: courses.length })}</summary>
      {cannot > 0 ? (
        <p className="courses-cannot">{t(`batch.cannot-${decision}`, { count: cannot })}</p>
      ) : null}
      <ul>
        {courses.map((c) => (
          <li key={c.id}>
            <One course={c} decision={decision} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function One({ course, decision }: { course: CourseLine; decision: Decision }): ReactNode {
  const t = useWords("courses")
  const own = Form.useWatch<Decision | undefined>(["apart", course.id, "decision"])
  const usual = becomes(course, decision, {})
  return (
    <>
      <span lang="zh-CN">
        {course.title}
        <small className="muted">{course.step}</small>
      </span>
      <Form.Item name={["apart", course.id, "decision"]} noStyle>
        <Select
          allowClear
          aria-label={t("batch.one", { title: course.title })}
          placeholder={t(usual === decision ? "batch.as-all" : "batch.skip")}
          options={[...course.may, "skip" as const]
            .filter((d) => d !== usual)
            .map((d) => ({ value: d, label: t(`batch.${d}`) }))}
        />
      </Form.Item>
      {own && needsReason(own) ? (
        <Form.Item
          name={["apart", course.id, "because"]}
          rules={[{ required: true, whitespace: true, min: 2, message: t("deed.because-needed") }]}
        >
          <Input maxLength={500} placeholder={t("deed.because")} aria-label={t("deed.because")} />
        </Form.Item>
      ) : null}
    </>
  )
}
