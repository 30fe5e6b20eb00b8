import { Button, Form, Input, Modal, Select } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { endStandIn, nameStandIn } from "../contract.ts"
import type { Presidium } from "./PresidiumPage.tsx"

/** Who does the chair's work while the chair cannot. */
export function StandIns({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  const [naming, setNaming] = useState(false)
  const { run, busy } = useDo(endStandIn, { done: t("stand-in.ended") })
  return (
    <section className="panel">
      <h2>
        {t("stand-in.title")} <ClauseLabel clause="2.2c" />
      </h2>
      {of.standIns.length === 0 ? <p className="muted">{t("stand-in.none")}</p> : null}
      <ul className="presidium-standins">
        {of.standIns.map((s) => (
          <li key={s.id}>
            <span>
              <b>{t("stand-in.for", { name: s.name, for: s.for })}</b>
              <br />
              {t("stand-in.days", { from: say.day(s.from), until: say.day(s.until) })}{" "}
              <span className="muted">{t("stand-in.because", { because: s.because, by: s.by })}</span>
            </span>
            {s.can.end ? (
              <ConfirmButton
                size="small"
                loading={busy}
                ask={t("stand-in.end-ask", { name: s.name })}
                detail={t("stand-in.end-detail")}
                onConfirm={() => run({ id: s.id })}
              >
                {t("stand-in.end")}
              </ConfirmButton>
            ) : null}
          </li>
        ))}
      </ul>
      <Can of={of.can} verb="presidium.name-stand-in">
        <Button onClick={() => setNaming(true)}>{t("stand-in.go")}</Button>
      </Can>
      {naming ? <StandInForm of={of} onClose={() => setNaming(false)} /> : null}
    </section>
  )
}

interface Fields {
  readonly number: string
  readonly from: string
  readonly until: string
  readonly because: string
}

function StandInForm({ of, onClose }: { of: Presidium; onClose: () => void }): ReactNode {
  const t = useWords("presidium")
  useReturn()
  const { university } = useViewer()
  const { run, busy, refused } = useDo(nameStandIn, { quiet: true, done: t("stand-in.done") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async (fields: Fields) => {
    if (await run({ union: of.union.id, ...fields })) onClose()
  }
  const others = of.members.filter((m) => m.number !== of.chair?.number)
  return (
    <Modal open title={t("stand-in.go")} onCancel={onClose} footer={null} destroyOnHidden>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        className="presidium-form"
        onFinish={submit}
        initialValues={{ from: university.today }}
      >
        <Form.Item name="number" label={t("stand-in.who")} rules={must}>
          <Select options={others.map((m) => ({ value: m.number, label: m.name }))} />
        </Form.Item>
        <div className="presidium-pair">
          <Form.Item name="from" label={t("stand-in.from")} rules={must}>
            <DayPicker min={university.today} />
          </Form.Item>
          <Form.Item name="until" label={t("stand-in.until")} rules={must}>
            <DayPicker min={university.today} />
          </Form.Item>
        </div>
        <Form.Item name="because" label={t("stand-in.why")} rules={must}>
          <Input maxLength={300} autoComplete="off" placeholder={t("stand-in.why-like")} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("stand-in.submit")}
        </Button>
      </Form>
    </Modal>
  )
}
