import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel } from "../contract.ts"

/** Approved, and then not done: the reason stays on record. */
export function Cancel({ id, title }: { id: string; title: string }): ReactNode {
  const t = useWords("approvals")
  const [open, setOpen] = useState(false)
  const { run, busy, refused } = useDo(cancel, { quiet: true, done: t("cancel.done") })
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t("cancel.open")}
      </Button>
      {open ? (
        <Asking<{ because: string }>
          title={t("cancel.title", { title })}
          lead={t("cancel.lead")}
          refused={refused}
          busy={busy}
          go={t("cancel.go")}
          danger
          onClose={() => setOpen(false)}
          onGo={async ({ because }) => {
            if (await run({ id, because })) setOpen(false)
          }}
        >
          <Form.Item
            name="because"
            label={t("cancel.because")}
            rules={[{ required: true, min: 2, message: t("form.longer", { min: 2 }) }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}
