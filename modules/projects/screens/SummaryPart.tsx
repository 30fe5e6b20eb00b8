import { EditOutlined, FileWordOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Project } from "./ProjectPage.tsx"
import { ReachForm } from "./ReachForm.tsx"
import { useTell } from "./say.ts"

/** What it came to: people by faculty and grade, hours, money, what it was built on. */
export function SummaryPart({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [counting, setCounting] = useState(false)
  const s = p.summary
  const reached = s.reached.reduce((n, g) => n + g.people, 0)
  return (
    <>
      <div className="project-bar">
        <Button icon={<FileWordOutlined />} href={`/api/projects/summaries/${p.id}.docx`}>
          {t(p.status === "closed" ? "summary.docx" : "summary.docx-draft")}
        </Button>
        {p.can.prepare ? (
          <Button icon={<EditOutlined />} onClick={() => setCounting(true)}>
            {t("summary.count")}
          </Button>
        ) : null}
      </div>
      <p className="muted project-note">
        {p.closedOn ? t("summary.closed", { day: tell.day(p.closedOn) }) : t("summary.open")}
      </p>
      {s.words ? <p className="panel project-purpose">{s.words}</p> : null}
      <dl className="project-sums">
        {(
          [
            ["volunteers", t("people", { count: s.volunteers })],
            ["attended", t("people", { count: s.attended })],
            ["time", tell.length(s.minutes)],
            ["reached", t("summary.times", { count: reached })],
            ["spent", tell.yuan(s.spent)],
            ["ground", t("summary.ground-of", { classes: s.classes.length, societies: s.societies.length })],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`summary.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="project-columns">
        <Counts title={t("summary.by-faculty")} of={s.byFaculty} />
        <Counts title={t("summary.by-grade")} of={s.byGrade} />
        <Counts
          title={t("summary.reached-by")}
          of={s.reached.map((g) => ({
            name: `${g.faculty} ${t("grade", { grade: g.grade })}`,
            people: g.people,
          }))}
        />
      </div>
      {counting ? <ReachForm project={p} onClose={() => setCounting(false)} /> : null}
    </>
  )
}

function Counts({
  title,
  of,
}: {
  title: string
  of: readonly { name: string; people: number }[]
}): ReactNode {
  if (of.length === 0) return null
  const most = Math.max(...of.map((c) => c.people), 1)
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="project-counts">
        {of.map((c) => (
          <li key={c.name}>
            <span>{c.name}</span>
            <i aria-hidden="true" style={{ width: `${(c.people / most) * 100}%` }} />
            <b>{c.people}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
