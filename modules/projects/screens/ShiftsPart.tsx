import { PlusOutlined, QrcodeOutlined } from "@ant-design/icons"
import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsDropShift, projectsRota } from "../contract.ts"
import { CorrectForm } from "./CorrectForm.tsx"
import type { Project } from "./ProjectPage.tsx"
import { ShiftForm } from "./ShiftForm.tsx"
import { useTell } from "./say.ts"

export type Shift = Project["shifts"][number]
type Turn = Shift["people"][number]

/** Times and places, who is put down for them, who came. */
export function ShiftsPart({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const [adding, setAdding] = useState(false)
  return (
    <>
      {p.can.prepare ? (
        <div className="project-bar">
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("shifts.add")}
          </Button>
        </div>
      ) : null}
      {p.shifts.length === 0 ? (
        <Empty title={t("shifts.none")}>
          <p>{t("shifts.none-more")}</p>
        </Empty>
      ) : (
        p.shifts.map((s) => <One key={s.id} project={p} shift={s} />)
      )}
      {adding ? <ShiftForm project={p} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function One({ project: p, shift: s }: { project: Project; shift: Shift }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const go = useGo()
  const drop = useDo(projectsDropShift, { done: t("shifts.dropped") })
  const rota = useDo(projectsRota, { done: t("shifts.put") })
  const [correcting, setCorrecting] = useState<Turn>()
  const there = s.people.filter((x) => x.came || x.minutes > 0).length
  const free = p.volunteers.filter(
    (v) => v.state === "accepted" && v.until === null && !s.people.some((x) => x.id === v.id),
  )
  return (
    <section className="panel project-shift">
      <div className="project-head">
        <div>
          <h2>{s.title}</h2>
          <p className="muted">
            {tell.span(s.startsAt, s.endsAt)} · {s.place}
          </p>
          <p className="muted">{t("shifts.counts", { put: s.people.length, wanted: s.wanted, there })}</p>
        </div>
        {p.can.prepare ? (
          <div className="project-bar">
            {p.status === "draft" ? null : (
              <Button
                type="primary"
                icon={<QrcodeOutlined />}
                onClick={() => go(`/office/projects/${p.id}/attendance/${s.id}`)}
              >
                {t("shifts.attendance")}
              </Button>
            )}
            {there === 0 ? (
              <ConfirmButton
                ask={t("shifts.drop-ask", { title: s.title })}
                loading={drop.busy}
                onConfirm={() => drop.run({ shiftId: s.id })}
              >
                {t("shifts.drop")}
              </ConfirmButton>
            ) : null}
          </div>
        ) : null}
      </div>
      {s.people.length > 0 ? (
        <ul className="project-turns">
          {s.people.map((x) => (
            <li key={x.id}>
              <span className="project-who">
                <b>{x.name}</b>
                <small>{x.faculty}</small>
              </span>
              <span className="project-when">
                {x.came ? t("shifts.came", { at: tell.clock(x.came) }) : t("shifts.absent")}
                {x.went ? ` ${t("shifts.went", { at: tell.clock(x.went) })}` : null}{" "}
                {x.open ? <span className="tag project-overdue">{t("shifts.open")}</span> : null}
                {x.corrected ? (
                  <small>{t("shifts.corrected", { by: x.corrected.by, because: x.corrected.because })}</small>
                ) : null}
              </span>
              <span className="project-minutes">{x.minutes > 0 ? tell.length(x.minutes) : "—"}</span>
              {p.can.correct ? (
                <Button size="small" onClick={() => setCorrecting(x)}>
                  {t("shifts.correct")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t("shifts.nobody")}</p>
      )}
      {p.can.prepare && free.length > 0 && s.people.length < s.wanted ? (
        <Select<string>
          className="project-link"
          aria-label={t("shifts.put-down")}
          placeholder={t("shifts.put-down")}
          value={null as unknown as string}
          loading={rota.busy}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(volunteerId) => void rota.run({ shiftId: s.id, volunteerId, on: true })}
          options={free.map((v) => ({ value: v.id, label: `${v.name} ${v.faculty}` }))}
        />
      ) : null}
      {correcting ? (
        <CorrectForm shift={s} turn={correcting} onClose={() => setCorrecting(undefined)} />
      ) : null}
    </section>
  )
}
