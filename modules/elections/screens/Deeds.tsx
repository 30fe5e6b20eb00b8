import { Button, Form, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { adoptRules, cancel, nextRound, restartKeys } from "../contract.ts"
import type { Election } from "./ElectionPage.tsx"

/** The assembly voted on the election rules: on what, and when. */
export function AdoptForm({ id }: { id: string }): ReactNode {
  const t = useWords("elections")
  const { university } = useViewer()
  const [asking, setAsking] = useState(false)
  const { run, busy, refused } = useDo(adoptRules, { quiet: true, done: t("deed.adopted") })
  const must = [{ required: true, message: t("needed") }]
  return (
    <>
      <Button type="primary" size="large" onClick={() => setAsking(true)}>
        {t("deed.adopt")}
      </Button>
      {asking ? (
        <Asking<{ basis: string; on: string }>
          title={t("deed.adopt")}
          lead={t("deed.adopt-more")}
          refused={refused}
          busy={busy}
          go={t("deed.adopt-go")}
          start={{ on: university.today }}
          onGo={async ({ basis, on }) => {
            if (await run({ id, basis: basis.trim(), on })) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item name="basis" label={t("deed.basis")} rules={must}>
            <Input maxLength={300} placeholder={t("deed.basis-such")} autoComplete="off" />
          </Form.Item>
          <Form.Item name="on" label={t("deed.on")} rules={must}>
            <DayPicker max={university.today} />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}

export function NextRoundForm({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const { run, busy, refused } = useDo(nextRound, { quiet: true, done: t("deed.round-made") })
  return (
    <>
      <Button
        type={of.next === "next-round" ? "primary" : "default"}
        size="large"
        onClick={() => setAsking(true)}
      >
        {t("next.next-round")}
      </Button>
      {asking ? (
        <Asking<{ method: Election["method"] }>
          title={t("next.next-round")}
          lead={t(of.state === "void" ? "deed.round-void" : "deed.round-more", {
            n: of.result?.open ?? of.seats,
          })}
          refused={refused}
          busy={busy}
          go={t("deed.round-go")}
          start={{ method: of.method }}
          onGo={async ({ method }) => {
            const made = await run({ id: of.id, method })
            if (made) go(`/office/elections/${made.id}`)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item name="method" label={t("terms.method")}>
            <Radio.Group
              options={[
                { value: "electronic", label: t("method.electronic") },
                { value: "paper", label: t("method.paper") },
              ]}
            />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}

interface BecauseProps {
  readonly button: string
  readonly title: string
  readonly lead: string
  readonly go: string
  readonly doing: { busy: boolean; refused: ReturnType<typeof useDo>["refused"] }
  readonly onGo: (because: string) => Promise<unknown>
}

/** A deed that needs its reason. */
function Because({ button, title, lead, go, doing, onGo }: BecauseProps): ReactNode {
  const t = useWords("elections")
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button danger type="text" onClick={() => setAsking(true)}>
        {button}
      </Button>
      {asking ? (
        <Asking<{ because: string }>
          title={title}
          lead={lead}
          refused={doing.refused}
          busy={doing.busy}
          danger
          go={go}
          onGo={async ({ because }) => {
            if (await onGo(because.trim())) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="because"
            label={t("deed.because")}
            rules={[{ required: true, min: 2, message: t("needed") }]}
          >
            <Input.TextArea rows={3} maxLength={300} />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}

export function RestartForm({ id }: { id: string }): ReactNode {
  const t = useWords("elections")
  const doing = useDo(restartKeys, { quiet: true, done: t("deed.restarted") })
  return (
    <Because
      button={t("deed.restart")}
      title={t("deed.restart")}
      lead={t("deed.restart-more")}
      go={t("deed.restart-go")}
      doing={doing}
      onGo={(because) => doing.run({ id, because })}
    />
  )
}

export function CancelForm({ id }: { id: string }): ReactNode {
  const t = useWords("elections")
  const doing = useDo(cancel, { quiet: true, done: t("deed.cancelled") })
  return (
    <p className="elections-end">
      <Because
        button={t("deed.cancel")}
        title={t("deed.cancel")}
        lead={t("deed.cancel-more")}
        go={t("deed.cancel-go")}
        doing={doing}
        onGo={(because) => doing.run({ id, because })}
      />
    </p>
  )
}
