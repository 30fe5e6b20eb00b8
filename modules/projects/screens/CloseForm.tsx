import { Form, Input, Radio } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsClose } from "../contract.ts"
import type { Project } from "./ProjectPage.tsx"

interface Fields {
  outcome: "held" | "cancelled"
  words: string
}

/** 事完人散: what will follow is said before it is done. */
export function CloseForm({ project: p, onClose }: { project: Project; onClose: () => void }): ReactNode {
  const t = useWords("projects")
  const { run, busy, refused } = useDo(projectsClose, { quiet: true, done: t("close.done") })
  const draft = p.status === "draft"
  const inPost = p.volunteers.filter((v) => v.state === "accepted" && v.until === null).length
  const open = p.shifts.flatMap((s) => s.people).filter((x) => x.open).length
  const lead = [
    t("close.posts", { count: inPost }),
    ...(open ? [t("close.open", { count: open })] : []),
    t("close.final"),
  ]
  return (
    <Asking<Fields>
      title={t("close.title")}
      lead={draft ? t("close.draft-lead") : lead.join("")}
      refused={refused}
      busy={busy}
      danger
      go={t(draft ? "close.cancel-draft" : "close.go")}
      start={{ outcome: draft ? "cancelled" : "held" }}
      onGo={async (fields) => {
        if (await run({ id: p.id, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t("close.outcome")} hidden={draft}>
        <Radio.Group
          options={(["held", "cancelled"] as const).map((value) => ({ value, label: t(`close.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={t(draft ? "close.because" : "close.words")}
        rules={[{ required: true, min: 4, message: t("close.words-needed") }]}
      >
        <Input.TextArea rows={5} maxLength={3000} showCount />
      </Form.Item>
    </Asking>
  )
}
