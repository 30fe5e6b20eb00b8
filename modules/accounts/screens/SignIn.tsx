import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import type { In } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { signIn } from "../contract.ts"
import { arrive } from "./arrive.ts"
import { Doorway, withBack } from "./Doorway.tsx"

/** Number and password; then the second factor, where the account has one. */
export default function SignIn(): ReactNode {
  const t = useWords("accounts")
  const [{ back }] = useFilter()
  const [first, setFirst] = useState<In<typeof signIn>>()
  const { run, busy, refused, forget } = useDo(signIn, { quiet: true })
  const submit = async (fields: In<typeof signIn>) => {
    const answer = await run(fields)
    if (answer?.next === "second-factor") setFirst(fields)
    if (answer?.next === "done") await arrive(back)
  }
  if (first)
    return (
      <Doorway
        title={t("sign-in.code-title")}
        lead={t("sign-in.code-lead")}
        foot={
          <Button
            type="link"
            onClick={() => {
              setFirst(undefined)
              forget()
            }}
          >
            {t("sign-in.back")}
          </Button>
        }
      >
        {refused ? <Problem refusal={refused} /> : null}
        <Form layout="vertical" requiredMark={false} onFinish={({ code }) => submit({ ...first, code })}>
          <Form.Item name="code" label={t("sign-in.code")} rules={[needed(t, "sign-in.code")]}>
            <Input size="large" inputMode="numeric" autoComplete="one-time-code" autoFocus />
          </Form.Item>
          <Submit busy={busy} words={t("sign-in.go")} />
        </Form>
      </Doorway>
    )
  return (
    <Doorway
      title={t("sign-in.title")}
      foot={<Go to={withBack("/office/activate", back)}>{t("sign-in.first")}</Go>}
    >
      {refused ? <Problem refusal={refused} /> : null}
      <Form<In<typeof signIn>> layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="number" label={t("sign-in.number")} rules={[needed(t, "sign-in.number")]}>
          <Input size="large" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t("sign-in.password")} rules={[needed(t, "sign-in.password")]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Submit busy={busy} words={t("sign-in.go")} />
      </Form>
    </Doorway>
  )
}

type T = ReturnType<typeof useWords>

export const needed = (t: T, key: string) => ({
  required: true,
  message: t("sign-in.needed", { what: t(key) }),
})

export function Submit({ busy, words }: { busy: boolean; words: string }): ReactNode {
  return (
    <Button type="primary" htmlType="submit" size="large" block loading={busy}>
      {words}
    </Button>
  )
}
