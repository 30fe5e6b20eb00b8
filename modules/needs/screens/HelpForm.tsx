import { Button, Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { In } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { setHelp } from "../contract.ts"
import type { Line } from "./CategoriesPage.tsx"

type Fields = In<typeof setHelp>

/** Whom a student reaches at once, in the order they are shown. */
export function HelpForm({ of, onClose }: { of: readonly Line[]; onClose: () => void }): ReactNode {
  const t = useWords("needs")
  const { run, busy, refused } = useDo(setHelp, { quiet: true, done: t("help.done") })
  const needed = [{ required: true, message: t("needed") }]
  return (
    <Asking<Fields>
      wide
      title={t("help.change")}
      lead={t("help.change-lead")}
      refused={refused}
      busy={busy}
      go={t("save")}
      start={{ items: of.map((l) => ({ ...l })) }}
      onClose={onClose}
      onGo={async ({ items }) => {
        if (await run({ items: items.map((l) => ({ ...l, note: l.note ?? "" })) })) onClose()
      }}
    >
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <fieldset key={key} className="needs-row">
                <Form.Item name={[name, "name"]} label={t("help.name")} rules={needed}>
                  <Input maxLength={30} />
                </Form.Item>
                <Form.Item name={[name, "kind"]} label={t("help.kind")} rules={needed}>
                  <Select
                    options={(["danger", "mind"] as const).map((value) => ({
                      value,
                      label: t(`help.${value}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, "phone"]}
                  label={t("help.phone")}
                  rules={[{ required: true, pattern: /^[\d+() -]{3,24}$/, message: t("help.phone-needed") }]}
                >
                  <Input maxLength={24} inputMode="tel" />
                </Form.Item>
                <Form.Item name={[name, "note"]} label={t("help.note")} className="needs-row-note">
                  <Input maxLength={40} />
                </Form.Item>
                <div className="needs-row-tools">
                  <Button type="text" disabled={rows.length <= 2} onClick={() => remove(name)}>
                    {t("remove")}
                  </Button>
                </div>
              </fieldset>
            ))}
            <Button disabled={rows.length >= 12} onClick={() => add({ kind: "mind", note: "" })}>
              {t("help.add")}
            </Button>
          </>
        )}
      </Form.List>
    </Asking>
  )
}
