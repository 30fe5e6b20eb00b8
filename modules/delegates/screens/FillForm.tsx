import { Form, Input, Radio } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { fill, type reviewing } from "../contract.ts"
import { BasisField } from "./BasisField.tsx"

interface Fields {
  readonly who: string
  readonly number?: string
  readonly basis?: string
}

interface FillProps {
  readonly assembly: string
  readonly vacant: Out<typeof reviewing>["vacant"][number]
  readonly onClose: () => void
}

const anew = "anew"

/** Who takes a free seat: the next in reserve, or a student recommended anew. */
export function FillForm({ assembly, vacant, onClose }: FillProps): ReactNode {
  const t = useWords("delegates")
  const act = useDo(fill, { quiet: true, done: t("vacant.done") })
  const [form] = Form.useForm<Fields>()
  const who = Form.useWatch("who", form)
  return (
    <Asking<Fields>
      title={t("vacant.fill-of", { name: vacant.label })}
      lead={t("vacant.lead")}
      refused={act.refused}
      busy={act.busy}
      go={t("vacant.fill")}
      form={form}
      start={{ who: vacant.reserve[0]?.id ?? anew }}
      onGo={async ({ who, number, basis }) => {
        const next = who === anew ? { number: number ?? "", basis: basis ?? "" } : { nominee: who }
        if (await act.run({ assembly, list: vacant.list, ...next })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="who" label={t("vacant.who")}>
        <Radio.Group
          className="delegates-choices"
          options={[
            ...vacant.reserve.map((r) => ({
              value: r.id,
              label: t("vacant.reserve", { name: r.name, place: r.place }),
            })),
            { value: anew, label: t("vacant.anew") },
          ]}
        />
      </Form.Item>
      {who === anew ? (
        <>
          <Form.Item name="number" label={t("number")} rules={[{ required: true, message: t("required") }]}>
            <Input maxLength={40} />
          </Form.Item>
          <BasisField />
        </>
      ) : null}
    </Asking>
  )
}
