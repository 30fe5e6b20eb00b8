import { Button, Form, Input } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { changePassword, me, revoke, sessions } from "../contract.ts"
import { NewPassword } from "./NewPassword.tsx"
import { SecondFactor } from "./SecondFactor.tsx"
import { needed } from "./SignIn.tsx"
import "./settings.css"

/** My password, my second factor, where I am signed in. */
export default function Settings(): ReactNode {
  const t = useWords("accounts")
  const { account } = useViewer()
  const asked = useAsk(me, {})
  return (
    <Page
      narrow
      title={t("settings.title")}
      lead={t("settings.lead", { name: account?.name, number: account?.number })}
    >
      <Password />
      <section className="panel">
        <h2>{t("second.title")}</h2>
        <Answer of={asked} rows={2}>
          {(mine) => <SecondFactor on={mine.account?.secondFactor === true} />}
        </Answer>
      </section>
      <Sessions />
    </Page>
  )
}

interface Fields {
  current: string
  password: string
}

function Password(): ReactNode {
  const t = useWords("accounts")
  const [form] = Form.useForm<Fields>()
  const { run, busy, refused } = useDo(changePassword, { quiet: true, done: t("password.changed") })
  const submit = async ({ current, password }: Fields) => {
    if (await run({ current, password })) form.resetFields()
  }
  return (
    <section className="panel">
      <h2>{t("password.title")}</h2>
      <p className="muted">{t("password.lead")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        className="settings-form"
      >
        <Form.Item name="current" label={t("password.current")} rules={[needed(t, "password.current")]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPassword />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("password.change")}
        </Button>
      </Form>
    </section>
  )
}

function Sessions(): ReactNode {
  const t = useWords("accounts")
  const say = useSay()
  const { run } = useDo(revoke)
  const end = async (which: { session: string } | { all: true }) => {
    const answer = await run(which)
    if (answer) tell({ kind: "done", words: t("sessions.ended", { count: answer.ended }) })
  }
  return (
    <section className="panel">
      <h2>{t("sessions.title")}</h2>
      <Answer of={useAsk(sessions, {})} rows={2}>
        {({ items }) => (
          <>
            <ul className="settings-sessions">
              {items.map((s) => (
                <li key={s.id}>
                  <div>
                    <b>{s.agent}</b> {s.current ? <span className="tag">{t("sessions.current")}</span> : null}
                    <p className="muted">
                      <span>{t("sessions.since", { time: say.time(s.startedAt) })}</span>
                      <span>{t("sessions.used", { time: say.time(s.lastUsedAt) })}</span>
                      <span>{s.address}</span>
                    </p>
                  </div>
                  {s.current ? null : (
                    <ConfirmButton ask={t("sessions.end-ask")} onConfirm={() => end({ session: s.id })}>
                      {t("sessions.end")}
                    </ConfirmButton>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 ? (
              <ConfirmButton danger ask={t("sessions.end-all-ask")} onConfirm={() => end({ all: true })}>
                {t("sessions.end-all")}
              </ConfirmButton>
            ) : null}
          </>
        )}
      </Answer>
    </section>
  )
}
