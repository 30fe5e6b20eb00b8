import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { giveBack, send, unmerge } from "../contract.ts"
import { DecideForm } from "./DecideForm.tsx"
import { OfficeFields } from "./OfficeFields.tsx"
import type { Whole } from "./ProposalPage.tsx"

/** What the committee can do with it now. */
export function Review({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  const [doing, setDoing] = useState<"filed" | "suggestion" | "declined" | "return" | "send">()
  const taking = useDo(unmerge, { done: t("merge.undone") })
  const close = () => setDoing(undefined)
  const { can } = of
  if (!can.decide && !can.return && !can.send && !can.unmerge) return null
  return (
    <section className="panel proposal-review" aria-label={t("review.title")}>
      <b>{t(can.send ? "review.send" : can.unmerge ? "review.merged" : "review.title")}</b>
      <span className="queue-deeds">
        {can.decide ? (
          <>
            <Button type="primary" onClick={() => setDoing("filed")}>
              {t("decide.filed")}
            </Button>
            <Button onClick={() => setDoing("suggestion")}>{t("decide.suggestion")}</Button>
            <Button onClick={() => setDoing("declined")}>{t("decide.declined")}</Button>
          </>
        ) : null}
        {can.return ? <Button onClick={() => setDoing("return")}>{t("return.title")}</Button> : null}
        {can.send ? (
          <Button type="primary" onClick={() => setDoing("send")}>
            {t("send.title")}
          </Button>
        ) : null}
        {can.unmerge ? (
          <ConfirmButton
            ask={t("merge.undo-ask")}
            loading={taking.busy}
            onConfirm={() => taking.run({ id: of.id })}
          >
            {t("merge.undo")}
          </ConfirmButton>
        ) : null}
      </span>
      {doing === "return" ? <Return of={of} onClose={close} /> : null}
      {doing === "send" ? <Send of={of} onClose={close} /> : null}
      {doing && doing !== "return" && doing !== "send" ? (
        <DecideForm chosen={[of]} decision={doing} offices={of.offices} onClose={close} onDone={close} />
      ) : null}
    </section>
  )
}

function Return({ of, onClose }: { of: Whole; onClose: () => void }): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(giveBack, { quiet: true, done: t("return.done") })
  return (
    <Asking<{ because: string }>
      title={t("return.of")}
      lead={t("return.lead")}
      refused={refused}
      busy={busy}
      go={t("return.title")}
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id: of.id, because })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("return.because")}
        rules={[{ required: true, min: 4, message: t("decide.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t("return.like")} />
      </Form.Item>
    </Asking>
  )
}

function Send({ of, onClose }: { of: Whole; onClose: () => void }): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(send, { quiet: true, done: t("send.done") })
  return (
    <Asking<{ office: string; unit?: string }>
      title={t("send.of")}
      refused={refused}
      busy={busy}
      go={t("send.title")}
      onClose={onClose}
      onGo={async ({ office, unit = "" }) => {
        if (await run({ id: of.id, office, unit })) onClose()
      }}
    >
      <OfficeFields offices={of.offices} required />
    </Asking>
  )
}
