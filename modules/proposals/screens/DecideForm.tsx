import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { decide } from "../contract.ts"
import { OfficeFields } from "./OfficeFields.tsx"

interface DecideFormProps {
  readonly chosen: readonly { id: string; nth: number | null; title: string }[]
  readonly decision: "filed" | "suggestion" | "declined"
  readonly offices: readonly { office: string; name: string }[]
  readonly onClose: () => void
  readonly onDone: () => void
}

interface Fields {
  readonly because?: string
  readonly office?: string
  readonly unit?: string
}

/** 立案、转为意见建议、不立案 of one or of many. */
export function DecideForm({ chosen, decision, offices, onClose, onDone }: DecideFormProps): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(decide, { quiet: true, done: t("decide.done") })
  const filed = decision === "filed"
  return (
    <Asking<Fields>
      title={t(`decide.${decision}-of`, { count: chosen.length })}
      lead={t(`decide.${decision}-lead`)}
      refused={refused}
      busy={busy}
      go={t(`decide.${decision}`)}
      danger={decision === "declined"}
      onClose={onClose}
      onGo={async ({ because = "", office, unit = "" }) => {
        const ids = chosen.map((p) => p.id)
        if (await run({ ids, decision, because, unit, ...(office ? { office } : {}) })) onDone()
      }}
    >
      <ul className="queue-chosen">
        {chosen.map((p) => (
          <li key={p.id}>
            {p.nth === null ? null : <span className="muted">{t("nth", { nth: p.nth })} </span>}
            {p.title}
          </li>
        ))}
      </ul>
      {filed ? (
        <OfficeFields offices={offices} />
      ) : (
        <Form.Item
          name="because"
          label={t("decide.because")}
          rules={[{ required: true, min: 4, message: t("decide.because-needed") }]}
        >
          <Input.TextArea rows={3} maxLength={500} placeholder={t(`decide.${decision}-like`)} />
        </Form.Item>
      )}
    </Asking>
  )
}
