import type { ReactNode } from "react"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { CoursePanel } from "./CoursePanel.tsx"

/** The page of a course whose room has none of its own, or where only the course is of interest. */
export default function CoursePage(): ReactNode {
  const t = useWords("courses")
  const id = useParam("id")
  return (
    <Answer of={useAsk(one, { id })} rows={8}>
      {(course) => (
        <Page
          title={course.title}
          actions={
            course.href.endsWith(`/courses/${id}`) ? null : (
              <Go to={course.href} className="button">
                {t("page.matter")}
              </Go>
            )
          }
        >
          <div className="panel">
            <CoursePanel id={id} />
          </div>
        </Page>
      )}
    </Answer>
  )
}
