import { Button, Form, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { correct, keep } from "../contract.ts"
import { AssignForm, DeclineForm, SendForm } from "./Deeds.tsx"
import type { Whole } from "./HandlePage.tsx"

/** What the desk decides about one need. */
export function Sorting({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const [doing, setDoing] = useState<"send" | "decline" | "assign" | "correct">()
  const keeping = useDo(keep, { done: t("keep.done") })
  const { can } = of
  if (!can.send && !can.decline && !can.assign && !can.keep) return null
  const close = () => setDoing(undefined)
  const closed = of.discreet || of.desk === "league"
  const form = { chosen: [of], of: { ...of, closed }, onClose: close, onDone: close }
  const button = (what: "send" | "decline" | "assign" | "correct") =>
    can[what] ? (
      <Button key={what} type={what === "send" ? "primary" : "default"} onClick={() => setDoing(what)}>
        {t(`${what}.title`)}
      </Button>
    ) : null
  return (
    <section className="panel handling-sorting" aria-label={t("sorting.title")}>
      <p>
        {t(can.send ? "sorting.lead" : "sorting.sent")} <ClauseLabel clause="1.4" />
      </p>
      <span className="handling-deeds">
        {button("send")}
        {can.keep ? (
          <ConfirmButton
            ask={t("keep.ask")}
            detail={t("keep.detail")}
            onConfirm={() => keeping.run({ id: of.id, open: !closed })}
          >
            {t("keep.title")}
          </ConfirmButton>
        ) : null}
        {button("assign")}
        {button("correct")}
        {button("decline")}
      </span>
      {doing === "send" ? <SendForm {...form} /> : null}
      {doing === "decline" ? <DeclineForm {...form} /> : null}
      {doing === "assign" ? <AssignForm {...form} /> : null}
      {doing === "correct" ? <CorrectForm of={of} onClose={close} /> : null}
    </section>
  )
}

function CorrectForm({ of, onClose }: { of: Whole; onClose: () => void }): ReactNode {
  const t = useWords("handling")
  const go = useGo()
  const { run, busy, refused } = useDo(correct, { quiet: true, done: t("correct.done") })
  return (
    <Asking<{ categoryId: string }>
      title={t("correct.title")}
      lead={t("correct.lead")}
      refused={refused}
      busy={busy}
      go={t("correct.go")}
      start={{ categoryId: of.category.id }}
      onClose={onClose}
      onGo={async ({ categoryId }) => {
        if (!(await run({ id: of.id, categoryId }))) return
        onClose()
        // It is another desk's now.
        if (of.categories.find((c) => c.id === categoryId)?.desk !== of.desk) go("/office/desk")
      }}
    >
      <Form.Item name="categoryId" label={t("field.category")}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={of.categories.map((c) => ({ value: c.id, label: c.name }))}
        />
      </Form.Item>
    </Asking>
  )
}
