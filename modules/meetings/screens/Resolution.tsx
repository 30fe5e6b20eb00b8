import { Button, Form, Input, Modal, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Go } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { assign, finish, putInForce } from "../contract.ts"
import type { Meeting } from "./MeetingPage.tsx"

type Of = Meeting["items"][number]["resolutions"][number]

/** What was decided, who voted how, whether it is in force, who carries it out. */
export function Resolution({ of, r }: { of: Meeting; r: Of }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  const [open, setOpen] = useState<"assign" | "finish">()
  const by = (choice: "for" | "against" | "abstain") => r.votes.filter((v) => v.choice === choice)
  if (r.state === "voting")
    return (
      <div className="meetings-decided">
        <p className="meetings-resolution">{r.words}</p>
        <p className="muted meetings-plain">{t("resolution.voting")}</p>
      </div>
    )
  return (
    <div className={`meetings-decided meetings-${r.state}`}>
      <p className="meetings-plain">
        <b>{r.name ?? t("resolution.failed")}</b>
      </p>
      <p className="meetings-resolution">{r.words}</p>
      <details>
        <summary>{t("resolution.tally", { ...r.tally })}</summary>
        <dl className="facts">
          {(["for", "against", "abstain"] as const).map((choice) =>
            by(choice).length > 0 ? (
              <div key={choice}>
                <dt>{t(`choice.${choice}`)}</dt>
                <dd>
                  {by(choice)
                    .map((v) => v.name)
                    .join("、")}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </details>
      {r.state === "passed" ? (
        <>
          <p className="meetings-plain">
            {r.inForceOn ? (
              <span className="meetings-met">{t("resolution.in-force", { day: say.day(r.inForceOn) })}</span>
            ) : (
              <Report r={r} />
            )}
          </p>
          <p className="meetings-plain muted">
            {r.doneOn
              ? t("resolution.done", { day: say.day(r.doneOn), note: r.doneNote ?? "" })
              : r.owner
                ? t(r.due ? "resolution.owner-due" : "resolution.owner", {
                    name: r.owner.name,
                    day: r.due ? say.day(r.due) : "",
                  })
                : t("resolution.nobody")}
          </p>
          <div className="meetings-row">
            {r.can.assign ? (
              <Button size="small" onClick={() => setOpen("assign")}>
                {t("assign.go")}
              </Button>
            ) : null}
            {r.can.finish ? (
              <Button size="small" onClick={() => setOpen("finish")}>
                {t("finish.go")}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {open === "assign" ? <AssignForm of={of} r={r} onClose={() => setOpen(undefined)} /> : null}
      {open === "finish" ? <FinishForm r={r} onClose={() => setOpen(undefined)} /> : null}
    </div>
  )
}

function Report({ r }: { r: Of }): ReactNode {
  const t = useWords("meetings")
  const { run, busy } = useDo(putInForce, { done: t("force.done") })
  return (
    <>
      <span className="meetings-late">{t(`report.${r.report.state}`)}</span> <ClauseLabel clause="7.4" />{" "}
      {r.report.state !== "none" || r.can.force ? (
        <Go to={r.report.href}>{t(r.report.state === "none" ? "report.go" : "report.see")}</Go>
      ) : null}
      {r.can.force && r.report.state === "passed" ? (
        <ConfirmButton
          size="small"
          type="primary"
          loading={busy}
          ask={t("force.ask")}
          detail={t("force.detail")}
          onConfirm={() => run({ id: r.id })}
        >
          {t("force.go")}
        </ConfirmButton>
      ) : null}
    </>
  )
}

function AssignForm({ of, r, onClose }: { of: Meeting; r: Of; onClose: () => void }): ReactNode {
  const t = useWords("meetings")
  useReturn()
  const { university } = useViewer()
  const { run, busy, refused } = useDo(assign, { quiet: true, done: t("assign.done") })
  const submit = async (fields: { owner: string; due?: string }) => {
    const done = await run({ id: r.id, owner: fields.owner, ...(fields.due ? { due: fields.due } : {}) })
    if (done) onClose()
  }
  return (
    <Modal open title={t("assign.go")} onCancel={onClose} footer={null} destroyOnHidden>
      {refused ? <Problem refusal={refused} /> : null}
      <Form
        layout="vertical"
        requiredMark={false}
        className="meetings-form"
        onFinish={submit}
        initialValues={{ owner: r.owner?.number, due: r.due ?? undefined }}
      >
        <Form.Item name="owner" label={t("item.owner")} rules={[{ required: true, message: t("needed") }]}>
          <Select options={of.members.map((m) => ({ value: m.number, label: m.name }))} />
        </Form.Item>
        <Form.Item name="due" label={t("item.due")}>
          <DayPicker min={university.today} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("assign.submit")}
        </Button>
      </Form>
    </Modal>
  )
}

function FinishForm({ r, onClose }: { r: Of; onClose: () => void }): ReactNode {
  const t = useWords("meetings")
  useReturn()
  const { run, busy, refused } = useDo(finish, { quiet: true, done: t("finish.done") })
  const submit = async ({ note }: { note: string }) => {
    if (await run({ id: r.id, note })) onClose()
  }
  return (
    <Modal open title={t("finish.go")} onCancel={onClose} footer={null} destroyOnHidden>
      {refused ? <Problem refusal={refused} /> : null}
      <Form layout="vertical" requiredMark={false} className="meetings-form" onFinish={submit}>
        <Form.Item
          name="note"
          label={t("finish.note")}
          rules={[{ required: true, min: 2, max: 300, message: t("needed") }]}
        >
          <Input.TextArea rows={3} maxLength={300} autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("finish.submit")}
        </Button>
      </Form>
    </Modal>
  )
}
