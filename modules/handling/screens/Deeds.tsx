import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { batch, send } from "../contract.ts"

interface Chosen {
  readonly id: string
  readonly nth: number
  readonly title: string
}

export interface DeedProps {
  readonly chosen: readonly Chosen[]
  readonly of: {
    readonly offices: readonly { readonly kind: string; readonly place: string; readonly name: string }[]
    readonly members: readonly { readonly number: string; readonly name: string }[]
    /** Where one need is sent, its category can be put right. */
    readonly categories?: readonly { readonly id: string; readonly name: string }[]
    readonly category?: { readonly id: string }
    /** Whether it may stand on the board at all. */
    readonly closed?: boolean
  }
  readonly onClose: () => void
  readonly onDone: () => void
}

function Which({ of }: { of: readonly Chosen[] }): ReactNode {
  const t = useWords("handling")
  return (
    <ul className="handling-chosen">
      {of.map((n) => (
        <li key={n.id}>
          {t("nth", { nth: n.nth })} {n.title}
        </li>
      ))}
    </ul>
  )
}

export function SendForm({ chosen, of, onClose, onDone }: DeedProps): ReactNode {
  const t = useWords("handling")
  const many = useDo(batch, { quiet: true, done: t("send.done") })
  const single = useDo(send, { quiet: true, done: t("send.done") })
  const [one] = chosen
  const alone = chosen.length === 1 && of.category ? one : undefined
  return (
    <Asking<{ office: string; open: boolean; categoryId?: string; words?: string }>
      title={t("send.title")}
      lead={t("send.lead")}
      refused={many.refused ?? single.refused}
      busy={many.busy || single.busy}
      go={t("send.go")}
      start={{ open: !of.closed, ...(of.category ? { categoryId: of.category.id } : {}) }}
      onClose={onClose}
      onGo={async ({ office, open, categoryId, words = "" }) => {
        const [kind = "", ...rest] = office.split(" ")
        const to = { office: { kind, place: rest.join(" ") }, open, words }
        const done = alone
          ? await single.run({ id: alone.id, ...to, ...(categoryId ? { categoryId } : {}) })
          : await many.run({ ids: chosen.map((n) => n.id), deed: { kind: "send", ...to } })
        if (done) onDone()
      }}
    >
      <Which of={chosen} />
      <Form.Item
        name="office"
        label={t("send.office")}
        rules={[{ required: true, message: t("send.office-needed") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={of.offices.map((o) => ({ value: `${o.kind} ${o.place}`, label: o.name }))}
        />
      </Form.Item>
      {alone && of.categories ? (
        <Form.Item name="categoryId" label={t("field.category")}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={of.categories.map((c) => ({ value: c.id, label: c.name }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="open" valuePropName="on">
        <OpenField words={t("send.open")} disabled={of.closed ?? false} />
      </Form.Item>
      <Form.Item name="words" label={t("send.words")}>
        <Input.TextArea rows={2} maxLength={500} placeholder={t("send.words-like")} />
      </Form.Item>
    </Asking>
  )
}

function OpenField(props: {
  on?: boolean
  onChange?: (on: boolean) => void
  words: string
  disabled: boolean
}): ReactNode {
  const t = useWords("handling")
  if (props.disabled) return <p className="muted">{t("send.closed")}</p>
  return (
    <Toggle on={props.on ?? false} onTurn={(on) => props.onChange?.(on)}>
      {props.words}
    </Toggle>
  )
}

export function DeclineForm({ chosen, of, onClose, onDone }: DeedProps): ReactNode {
  const t = useWords("handling")
  const { run, busy, refused } = useDo(batch, { quiet: true, done: t("decline.done") })
  return (
    <Asking<{ because: string; open: boolean }>
      title={t("decline.title")}
      lead={t("decline.lead")}
      refused={refused}
      busy={busy}
      danger
      go={t("decline.go")}
      start={{ open: false }}
      onClose={onClose}
      onGo={async ({ because, open }) => {
        if (await run({ ids: chosen.map((n) => n.id), deed: { kind: "decline", because, open } })) onDone()
      }}
    >
      <Which of={chosen} />
      <Form.Item
        name="because"
        label={t("decline.because")}
        rules={[{ required: true, min: 4, message: t("decline.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t("decline.like")} />
      </Form.Item>
      <Form.Item name="open" valuePropName="on">
        <OpenField words={t("decline.open")} disabled={of.closed ?? false} />
      </Form.Item>
    </Asking>
  )
}

export function AssignForm({ chosen, of, onClose, onDone }: DeedProps): ReactNode {
  const t = useWords("handling")
  const { run, busy, refused } = useDo(batch, { quiet: true, done: t("assign.done") })
  return (
    <Asking<{ number?: string }>
      title={t("assign.title")}
      refused={refused}
      busy={busy}
      go={t("assign.go")}
      onClose={onClose}
      onGo={async ({ number }) => {
        const deed = { kind: "assign", number: number ?? null } as const
        if (await run({ ids: chosen.map((n) => n.id), deed })) onDone()
      }}
    >
      <Which of={chosen} />
      <Form.Item name="number" label={t("assign.who")} extra={t("assign.nobody")}>
        <Select allowClear options={of.members.map((m) => ({ value: m.number, label: m.name }))} />
      </Form.Item>
    </Asking>
  )
}
