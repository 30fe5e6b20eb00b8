import { Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { call, type Refusal, refusalOf } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { activate, setUp } from "../contract.ts"
import { Doorway } from "./Doorway.tsx"
import { NewPassword } from "./NewPassword.tsx"
import { needed, Submit } from "./SignIn.tsx"

interface Fields {
  token?: string
  name: string
  shortName: string
  adminNumber: string
  adminName: string
  password: string
}

const asked = ["name", "shortName", "adminNumber", "adminName"] as const

/**
 * The first run: the university, and the administrator who sits here. Its two verbs are called outside the
 * cache of answers, because the first of them changes what this page is.
 */
export default function SetUp(): ReactNode {
  const t = useWords("accounts")
  const [{ "set-up": printed }] = useFilter()
  const [refused, setRefused] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const [code, setCode] = useState<string>()
  const submit = async ({ token, password, ...fields }: Fields) => {
    setRefused(undefined)
    setBusy(true)
    try {
      const given = code ?? (await call(setUp, { ...fields, token: printed ?? token ?? "" })).activationCode
      setCode(given)
      await call(activate, { number: fields.adminNumber, activationCode: given, password })
      location.assign("/office")
    } catch (error) {
      setRefused(refusalOf(error))
      setBusy(false)
    }
  }
  return (
    <Doorway
      title={t("set-up.title")}
      lead={t("set-up.lead")}
      foot={code ? <Go to="/office/activate">{t("sign-in.first")}</Go> : null}
    >
      {refused ? <Problem refusal={refused} /> : null}
      {code ? (
        <p>
          {t("set-up.code")} <code className="doorway-code">{code}</code>
        </p>
      ) : null}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
        {printed ? null : (
          <Form.Item
            name="token"
            label={t("set-up.token")}
            extra={t("set-up.token-more")}
            rules={[needed(t, "set-up.token")]}
          >
            <Input size="large" autoComplete="off" spellCheck={false} autoFocus />
          </Form.Item>
        )}
        {asked.map((key) => (
          <Form.Item key={key} name={key} label={t(`set-up.${key}`)} rules={[needed(t, `set-up.${key}`)]}>
            <Input
              size="large"
              autoComplete="off"
              placeholder={t(`set-up.${key}-example`)}
              disabled={code !== undefined}
            />
          </Form.Item>
        ))}
        <NewPassword size="large" />
        <Submit busy={busy} words={t("set-up.go")} />
      </Form>
    </Doorway>
  )
}
