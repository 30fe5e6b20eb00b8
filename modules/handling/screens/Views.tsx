import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { dropView, saveView } from "../contract.ts"
import type { Listed } from "./DeskPage.tsx"

const kept = ["at", "tab", "category", "office", "mine", "sort"] as const

/** One's own views of the queue: what is asked for, under a name. */
export function Views({ of }: { of: Listed }): ReactNode {
  const t = useWords("handling")
  const [filter, set] = useFilter()
  const [saving, setSaving] = useState(false)
  const dropping = useDo(dropView, { done: t("views.dropped") })
  const cleared = Object.fromEntries([...kept, "page"].map((k) => [k, undefined]))
  const now = Object.fromEntries(kept.flatMap((k) => (filter[k] ? [[k, filter[k]]] : [])))
  const chosen = of.views.find((v) => JSON.stringify(sorted(v.query)) === JSON.stringify(sorted(now)))
  return (
    <div className="handling-views">
      {of.views.map((v) => (
        <Button
          key={v.name}
          size="small"
          aria-pressed={v === chosen}
          type={v === chosen ? "primary" : "default"}
          onClick={() => set({ ...cleared, ...v.query })}
        >
          {v.name}
        </Button>
      ))}
      {chosen ? (
        <ConfirmButton
          size="small"
          ask={t("views.drop-ask", { name: chosen.name })}
          onConfirm={() => dropping.run({ name: chosen.name })}
        >
          {t("views.drop")}
        </ConfirmButton>
      ) : Object.keys(now).length > 0 ? (
        <Button size="small" type="dashed" onClick={() => setSaving(true)}>
          {t("views.save")}
        </Button>
      ) : null}
      {saving ? <SaveView query={now} onClose={() => setSaving(false)} /> : null}
    </div>
  )
}

const sorted = (query: Readonly<Record<string, string | undefined>>) => Object.entries(query).toSorted()

function SaveView({ query, onClose }: { query: Record<string, string>; onClose: () => void }): ReactNode {
  const t = useWords("handling")
  const { run, busy, refused } = useDo(saveView, { quiet: true, done: t("views.saved") })
  return (
    <Asking<{ name: string }>
      title={t("views.save")}
      refused={refused}
      busy={busy}
      go={t("views.go")}
      onClose={onClose}
      onGo={async ({ name }) => {
        if (await run({ name, query })) onClose()
      }}
    >
      <Form.Item name="name" label={t("views.name")} rules={[{ required: true, message: t("views.name") }]}>
        <Input maxLength={20} />
      </Form.Item>
    </Asking>
  )
}
