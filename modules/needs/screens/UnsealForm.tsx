import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { askUnsealing, unsealUrgent } from "../contract.ts"
import type { Whose } from "./UnsealPage.tsx"

interface UnsealFormProps {
  readonly need: string
  readonly urgent: boolean
  readonly onShow: (of: Whose) => void
  readonly onClose: () => void
}

const { reason } = needsPractice.unsealing

/** The reason, which the student will read. */
export function UnsealForm({ need, urgent, onShow, onClose }: UnsealFormProps): ReactNode {
  const t = useWords("needs")
  const asking = useDo(askUnsealing, { quiet: true, done: t("unseal.asked") })
  const opening = useDo(unsealUrgent, { quiet: true })
  const go = async (because: string) => {
    if (urgent) {
      const whose = await opening.run({ id: need, because })
      if (!whose) return
      onShow(whose)
      onClose()
    } else if (await asking.run({ id: need, because })) onClose()
  }
  return (
    <Asking<{ because: string }>
      title={t(urgent ? "unseal.urgent" : "unseal.ask")}
      lead={t(urgent ? "unseal.urgent-lead" : "unseal.ask-lead")}
      refused={asking.refused ?? opening.refused}
      busy={asking.busy || opening.busy}
      danger={urgent}
      go={t(urgent ? "unseal.urgent-go" : "unseal.ask-go")}
      onClose={onClose}
      onGo={({ because }) => go(because)}
    >
      <Form.Item
        name="because"
        label={t("unseal.because")}
        extra={t("unseal.because-hint")}
        rules={[{ required: true, min: reason, message: t("unseal.because-needed", { count: reason }) }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </Asking>
  )
}
