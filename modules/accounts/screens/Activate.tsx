import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { activate } from "../contract.ts"
import { arrive } from "./arrive.ts"
import { Doorway, withBack } from "./Doorway.tsx"
import { NewPassword } from "./NewPassword.tsx"
import { needed, Submit } from "./SignIn.tsx"

interface Fields {
  number: string
  activationCode: string
  password: string
}

/** First use: number, the code handed over in person, and a password of one's own. */
export default function Activate(): ReactNode {
  const t = useWords("accounts")
  const [{ back }] = useFilter()
  const { run, busy, refused } = useDo(activate, { quiet: true })
  const submit = async ({ number, activationCode, password }: Fields) => {
    if (await run({ number, activationCode, password })) await arrive(back)
  }
  return (
    <Doorway
      title={t("activate.title")}
      lead={t("activate.lead")}
      foot={<Go to={withBack("/sign-in", back)}>{t("activate.have")}</Go>}
    >
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="number" label={t("sign-in.number")} rules={[needed(t, "sign-in.number")]}>
          <Input size="large" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="activationCode" label={t("activate.code")} rules={[needed(t, "activate.code")]}>
          <Input size="large" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
        <NewPassword size="large" />
        <Submit busy={busy} words={t("activate.go")} />
      </Form>
    </Doorway>
  )
}
