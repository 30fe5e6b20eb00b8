import { Button, Checkbox } from "antd"
import { type ReactNode, useState } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { ReasonForm } from "#kit/web/desk/ReasonForm.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsDecide } from "../contract.ts"
import type { Project } from "./ProjectPage.tsx"
import { useTell } from "./say.ts"

type Volunteer = Project["volunteers"][number]
type Decision = "accepted" | "waiting" | "declined"

/** Who signed up, who is in, who waits and why; several decided at once. */
export function VolunteersPart({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<Decision>()
  const { run, busy, refused, forget } = useDo(projectsDecide, {
    quiet: asking !== undefined,
    done: t("volunteers.decided"),
  })
  const decide = async (decision: Decision, because?: string) => {
    const done = await run({ id: p.id, volunteers: [...chosen], decision, ...(because ? { because } : {}) })
    if (!done) return
    setChosen([])
    setAsking(undefined)
  }
  const mayDecide = p.can.prepare && p.status !== "draft"
  if (p.volunteers.length === 0)
    return (
      <Empty title={t("volunteers.none")}>
        <p>{t(p.status === "draft" ? "volunteers.none-draft" : "volunteers.none-more")}</p>
      </Empty>
    )
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now, id]))
  const open = p.volunteers.filter((v) => v.state !== "withdrawn")
  return (
    <>
      <p className="muted project-note">{t("volunteers.lead", { accepted: p.accepted, wanted: p.wanted })}</p>
      {mayDecide ? (
        <div className="project-bar">
          <Checkbox
            checked={chosen.length > 0 && chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={(e) => setChosen(e.target.checked ? open.map((v) => v.id) : [])}
          >
            {t("volunteers.chosen", { count: chosen.length })}
          </Checkbox>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={busy}
            onClick={() => void decide("accepted")}
          >
            {t("volunteers.accept")}
          </Button>
          <Button disabled={chosen.length === 0} onClick={() => setAsking("waiting")}>
            {t("volunteers.wait")}
          </Button>
          <Button danger disabled={chosen.length === 0} onClick={() => setAsking("declined")}>
            {t("volunteers.decline")}
          </Button>
        </div>
      ) : null}
      <List<Volunteer>
        label={t("tab.volunteers")}
        rows={p.volunteers}
        rowKey={(v) => v.id}
        columns={[
          {
            key: "name",
            title: t("volunteers.name"),
            show: (v) =>
              mayDecide && v.state !== "withdrawn" ? (
                <Checkbox checked={chosen.includes(v.id)} onChange={() => toggle(v.id)}>
                  {v.name}
                </Checkbox>
              ) : (
                v.name
              ),
            by: (v) => v.name,
          },
          { key: "faculty", title: t("volunteers.faculty"), show: (v) => v.faculty, by: (v) => v.faculty },
          {
            key: "grade",
            title: t("volunteers.grade"),
            show: (v) => t("grade", { grade: v.grade }),
            by: (v) => v.grade,
          },
          {
            key: "state",
            title: t("volunteers.state"),
            show: (v) => <VolunteerState of={v} />,
            by: (v) => v.state,
          },
          { key: "wish", title: t("volunteers.wish"), show: (v) => v.wish ?? "" },
          {
            key: "minutes",
            title: t("volunteers.time"),
            align: "right",
            show: (v) => (v.minutes > 0 ? tell.length(v.minutes) : ""),
            by: (v) => v.minutes,
          },
          {
            key: "certificate",
            title: t("volunteers.certificate"),
            show: (v) =>
              v.certificate ? (
                <Go to={`/api/projects/certificates/${v.certificate}.docx`}>{v.certificate}</Go>
              ) : (
                ""
              ),
          },
        ]}
      />
      {asking ? (
        <ReasonForm
          label={t("because")}
          needed={t("because-needed")}
          title={t(`volunteers.${asking === "waiting" ? "wait" : "decline"}-title`, { count: chosen.length })}
          lead={t("volunteers.because-lead")}
          danger={asking === "declined"}
          go={t(asking === "waiting" ? "volunteers.wait" : "volunteers.decline")}
          busy={busy}
          refused={refused}
          onGo={(because) => decide(asking, because)}
          onClose={() => {
            forget()
            setAsking(undefined)
          }}
        />
      ) : null}
    </>
  )
}

function VolunteerState({ of: v }: { of: Volunteer }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const ended = v.state === "accepted" && v.until !== null
  return (
    <span className="project-state">
      <span className={`tag volunteer-${ended ? "ended" : v.state}`}>
        {t(`volunteer.${ended ? "ended" : v.state}`)}
      </span>
      {v.because ? <small>{v.because}</small> : null}
      {ended && v.until ? <small>{t("volunteers.until", { day: tell.day(v.until) })}</small> : null}
    </span>
  )
}
