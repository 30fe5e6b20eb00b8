import { FilePdfOutlined, FileWordOutlined } from "@ant-design/icons"
import { Button } from "antd"
import type { ReactNode } from "react"
import { Empty } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Activity } from "./ActivityPage.tsx"
import { ReachSums } from "./ReachSums.tsx"

/** Whom one activity reached, of the students its union stands for. */
export function ReachPart({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  if (a.there === 0)
    return (
      <Empty title={t("reach.none")}>
        <p>{t(a.phase === "held" ? "reach.none-held" : "reach.none-yet")}</p>
      </Empty>
    )
  return (
    <>
      <div className="activity-bar">
        <Button icon={<FileWordOutlined />} href={`/api/activities/${a.id}/summary.docx`}>
          {t("reach.docx")}
        </Button>
        <Button icon={<FilePdfOutlined />} href={`/api/activities/${a.id}/summary.pdf`}>
          {t("reach.pdf")}
        </Button>
      </div>
      <ReachSums
        of={a.reach}
        more={
          a.opensAt
            ? [
                ["reach.signed", a.accepted],
                ["reach.absent", a.absent],
                ["reach.walked-in", a.walkedIn],
              ]
            : []
        }
      />
    </>
  )
}
