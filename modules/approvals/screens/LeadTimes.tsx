import { Button, Form, Input, InputNumber, Modal } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { form, setLead } from "../contract.ts"
import { kindOf } from "../kinds.ts"
import "./request.css"

type Lead = Out<typeof form>["leads"][number]

/** How early each kind is to be handed in, by what source; the League committee may set its own. */
export function LeadTimes({ onClose }: { onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const [changing, setChanging] = useState<Lead>()
  useReturn()
  return (
    <>
      <Modal open title={t("leads.title")} onCancel={onClose} footer={null} width={600}>
        <p className="muted">{t("leads.lead")}</p>
        <Answer of={useAsk(form, {})}>
          {({ leads, can }) => (
            <ul className="approvals-leads">
              {leads.map((lead) => (
                <li key={lead.kind}>
                  <span>
                    <b lang="zh-CN">{kindOf(lead.kind).title}</b>
                    <br />
                    <small className="muted" lang="zh-CN">
                      {lead.source}
                    </small>
                  </span>
                  <span>{t("leads.days", { count: lead.days })}</span>
                  {can.arrange ? (
                    <Button size="small" onClick={() => setChanging(lead)}>
                      {t("leads.change")}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Answer>
      </Modal>
      {changing ? <Change lead={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}

function Change({ lead, onClose }: { lead: Lead; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { run, busy, refused } = useDo(setLead, { quiet: true, done: t("leads.done") })
  const needed = [{ required: true, message: t("form.needed") }]
  return (
    <Asking<{ days: number; source: string }>
      title={t("leads.change-title", { kind: kindOf(lead.kind).title })}
      lead={t("leads.change-lead")}
      refused={refused}
      busy={busy}
      go={t("leads.go")}
      start={{ days: lead.days, ...(lead.own ? { source: lead.source } : {}) }}
      onClose={onClose}
      onGo={async (set) => {
        if (await run({ kind: lead.kind, ...set })) onClose()
      }}
    >
      <Form.Item name="days" label={t("leads.days-label")} rules={needed}>
        <InputNumber min={1} max={60} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="source" label={t("leads.source")} rules={needed}>
        <Input maxLength={120} placeholder={t("leads.source-like")} />
      </Form.Item>
    </Asking>
  )
}
