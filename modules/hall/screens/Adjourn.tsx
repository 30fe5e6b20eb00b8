import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { adjourn } from "../contract.ts"

/** 休会: with a reason and when it goes on. */
export function Adjourn({ id }: { id: string }): ReactNode {
  const t = useWords("hall")
  const [asking, setAsking] = useState(false)
  const { run, busy, refused } = useDo(adjourn, { quiet: true })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("adjourn.go")}</Button>
      {asking ? (
        <Asking<{ because: string; until?: string }>
          title={t("adjourn.go")}
          lead={t("adjourn.lead")}
          refused={refused}
          busy={busy}
          go={t("adjourn.go")}
          start={{ because: t("adjourn.usual") }}
          onGo={async ({ because, until }) => {
            if (await run({ assembly: id, because, ...(until ? { until } : {}) })) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="because"
            label={t("because")}
            rules={[{ required: true, min: 2, message: t("because-need") }]}
          >
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="until" label={t("adjourn.until")}>
            <Input maxLength={40} placeholder="14:00" />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}
