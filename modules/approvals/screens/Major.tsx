import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { informWithin } from "#policy/practice/requests.ts"
import { inform, mark } from "../contract.ts"
import type { Request } from "./RequestPage.tsx"

type Open = "mark" | "unmark" | "inform"

/** 10.2: whether the matter is major, and what the Party committee was told. */
export function Major({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const [open, setOpen] = useState<Open>()
  const { marked, declared } = r.major
  if (!marked && !declared && !r.can.mark) return null
  return (
    <section className="panel">
      <h2>
        {t("major.title")} <ClauseLabel clause="10.2" />
      </h2>
      {declared ? <p className="muted">{t("major.declared")}</p> : null}
      {marked ? (
        <p>
          {t("major.marked", { by: marked.by, day: say.day(marked.on) })}
          <br />
          <span lang="zh-CN">{marked.because}</span>
        </p>
      ) : (
        <p className="muted">{t("major.not")}</p>
      )}
      {r.reports.map((p) => (
        <div key={p.courseId} className="approvals-report">
          <p>
            <b>{t("major.reported", { by: p.by, day: say.day(p.on) })}</b>
          </p>
          <p className="approvals-words" lang="zh-CN">
            {p.text}
          </p>
          <CoursePanel id={p.courseId} />
        </div>
      ))}
      <p className="approvals-row">
        {r.can.inform ? (
          <Button type="primary" onClick={() => setOpen("inform")}>
            {t("major.inform")}
          </Button>
        ) : null}
        {r.can.mark ? (
          <Button onClick={() => setOpen(marked ? "unmark" : "mark")}>
            {t(marked ? "major.unmark" : "major.mark")}
          </Button>
        ) : null}
      </p>
      {open === "inform" ? <Inform id={r.id} onClose={() => setOpen(undefined)} /> : null}
      {open === "mark" || open === "unmark" ? (
        <Mark id={r.id} major={open === "mark"} onClose={() => setOpen(undefined)} />
      ) : null}
    </section>
  )
}

function Mark({ id, major, onClose }: { id: string; major: boolean; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { run, busy, refused } = useDo(mark, { quiet: true, done: t("major.mark-done") })
  return (
    <Asking<{ because: string }>
      title={t(major ? "major.mark" : "major.unmark")}
      lead={t(major ? "major.mark-lead" : "major.unmark-lead", { days: informWithin.days })}
      refused={refused}
      busy={busy}
      go={t("major.mark-go")}
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id, major, because })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("major.because")}
        rules={[{ required: true, min: 2, message: t("form.longer", { min: 2 }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Asking>
  )
}

function Inform({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { run, busy, refused } = useDo(inform, { quiet: true, done: t("major.inform-done") })
  return (
    <Asking<{ text: string }>
      title={t("major.inform")}
      lead={t("major.inform-lead")}
      refused={refused}
      busy={busy}
      go={t("major.inform-go")}
      onClose={onClose}
      onGo={async ({ text }) => {
        if (await run({ id, text })) onClose()
      }}
    >
      <Form.Item
        name="text"
        label={t("major.text")}
        rules={[{ required: true, min: 10, message: t("form.longer", { min: 10 }) }]}
      >
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
    </Asking>
  )
}
