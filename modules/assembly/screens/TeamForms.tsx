import { Checkbox, Form, Input, Select } from "antd"
import { type ReactNode, useDeferredValue, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { appoint, dismiss, find } from "../contract.ts"
import type { AssemblySeen } from "./AssemblyPage.tsx"
import type { Body, Member } from "./TeamPart.tsx"

interface AppointProps {
  readonly of: AssemblySeen
  readonly body: Body
  readonly onClose: () => void
}

interface Chosen {
  readonly people: { readonly value: string; readonly label: ReactNode }[]
  readonly lead?: boolean
  readonly basis: string
}

/** Give people of the register, or of the offices, a duty. */
export function AppointForm({ of, body, onClose }: AppointProps): ReactNode {
  const t = useWords("assembly")
  const [text, setText] = useState("")
  const sought = useDeferredValue(text.trim())
  const found = useAsk(find, { assembly: of.id, text: sought }, { when: sought.length > 0, keep: true })
  const { run, busy, refused } = useDo(appoint, { quiet: true, done: t("team.added") })
  const must = [{ required: true, message: t("needed") }]
  const headed = body.people.some((p) => p.lead)
  const submit = async ({ people, lead, basis }: Chosen) => {
    const numbers = people.map((p) => p.value)
    if (await run({ assembly: of.id, duty: body.duty, lead: lead ?? false, people: numbers, basis }))
      onClose()
  }
  return (
    <Asking<Chosen>
      title={t("team.add-to", { body: body.body })}
      lead={t(`team.about.${body.duty}`)}
      refused={refused}
      busy={busy}
      go={t("team.go")}
      start={{ people: [], lead: false }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="people" label={t("team.people")} rules={must} extra={t("team.people-more")}>
        <Select
          mode="multiple"
          labelInValue
          filterOption={false}
          onSearch={setText}
          notFoundContent={sought ? t("team.nobody") : null}
          options={(sought ? (found.data?.people ?? []) : []).map((p) => ({
            value: p.number,
            label: `${p.name}（${p.says}）`,
          }))}
        />
      </Form.Item>
      {headed ? null : (
        <Form.Item name="lead" valuePropName="checked">
          <Checkbox>{t("team.lead", { title: body.leadTitle })}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="basis" label={t("team.basis")} rules={must}>
        <Input maxLength={300} placeholder={t("team.basis-such")} autoComplete="off" />
      </Form.Item>
    </Asking>
  )
}

interface DismissProps {
  readonly of: AssemblySeen
  readonly body: Body
  readonly member: Member
  readonly onClose: () => void
}

export function DismissForm({ of, body, member, onClose }: DismissProps): ReactNode {
  const t = useWords("assembly")
  const { run, busy, refused } = useDo(dismiss, { quiet: true, done: t("team.ended") })
  return (
    <Asking<{ because: string }>
      title={t("team.end", { name: member.name, body: body.body })}
      lead={t("team.given", { basis: member.basis })}
      refused={refused}
      busy={busy}
      danger
      go={t("team.end-go")}
      onGo={async ({ because }) => {
        if (await run({ assembly: of.id, appointment: member.id, because })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="because" label={t("because")} rules={[{ required: true, message: t("needed") }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </Asking>
  )
}
