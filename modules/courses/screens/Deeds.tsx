import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import type { CourseSeen } from "./CoursePanel.tsx"
import { DeedForm } from "./DeedForm.tsx"

export type OfferSeen = CourseSeen["offers"][number]
export type DeedKind = "pass" | "return" | "refuse" | "settle" | "object" | "withdraw"

/** As the offices use them; a change of the papers is made on the page of the matter itself. */
const order: readonly DeedKind[] = ["pass", "settle", "return", "refuse", "object", "withdraw"]

/** The buttons for what the server offers, and the dialog of the one that was pressed. */
export function Deeds({ course, onMoved }: { course: CourseSeen; onMoved?: () => void }): ReactNode {
  const t = useWords("courses")
  const [doing, setDoing] = useState<DeedKind>()
  const of = (kind: DeedKind) => course.offers.filter((o) => o.kind === kind)
  const kinds = order.filter((kind) => of(kind).length > 0)
  if (kinds.length === 0) return null
  const held = [...new Set(course.offers.flatMap((o) => o.capacity ?? []))]
  const mine = kinds.some((kind) => kind === "pass" || kind === "settle")
  return (
    <div className={mine ? "course-deeds course-mine" : "course-deeds"}>
      <p>
        <b>{t(mine ? "deed.title" : "deed.title-other")}</b>
        {held.length > 0 ? (
          <span className="muted" lang="zh-CN">
            {t("deed.as", { capacity: held.join("、") })}
          </span>
        ) : null}
      </p>
      <div className="course-row">
        {kinds.map((kind) => (
          <Button
            key={kind}
            type={kind === "pass" || (kind === "settle" && of("pass").length === 0) ? "primary" : "default"}
            danger={kind === "refuse" || kind === "withdraw"}
            onClick={() => setDoing(kind)}
          >
            {t(kind === "pass" && of("pass")[0]?.office === "applicant" ? "deed.submit" : `deed.${kind}`)}
          </Button>
        ))}
      </div>
      {doing && of(doing).length > 0 ? (
        <DeedForm
          key={doing}
          course={course}
          kind={doing}
          offers={of(doing)}
          onClose={() => setDoing(undefined)}
          {...(onMoved ? { onMoved } : {})}
        />
      ) : null}
    </div>
  )
}
