import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { secondFactorBegin, secondFactorConfirm, secondFactorRemove } from "../contract.ts"
import { needed } from "./SignIn.tsx"

/** Turn the second factor on (scan, then prove it works) or off (with the password). */
export function SecondFactor({ on }: { on: boolean }): ReactNode {
  const t = useWords("accounts")
  const [begun, setBegun] = useState<Out<typeof secondFactorBegin>>()
  const begin = useDo(secondFactorBegin)
  if (on) return <Remove />
  if (begun) return <Confirm begun={begun} end={() => setBegun(undefined)} />
  return (
    <>
      <p className="muted">{t("second.off")}</p>
      <Button loading={begin.busy} onClick={async () => setBegun(await begin.run({}))}>
        {t("second.begin")}
      </Button>
    </>
  )
}

function Confirm({ begun, end }: { begun: Out<typeof secondFactorBegin>; end: () => void }): ReactNode {
  const t = useWords("accounts")
  const { run, busy, refused } = useDo(secondFactorConfirm, { quiet: true, done: t("second.confirmed") })
  return (
    <>
      <p>{t("second.scan")}</p>
      <img
        className="settings-qr"
        alt={t("second.qr")}
        src={`data:image/svg+xml,${encodeURIComponent(begun.qrSvg)}`}
      />
      <p>
        <code>{begun.secret.replace(/(.{4})/g, "$1 ").trim()}</code>
      </p>
      <p>{t("second.then")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form
        layout="vertical"
        requiredMark={false}
        className="settings-form"
        onFinish={async ({ code }: { code: string }) => (await run({ code })) && end()}
      >
        <Form.Item name="code" label={t("sign-in.code")} rules={[needed(t, "sign-in.code")]}>
          <Input inputMode="numeric" autoComplete="one-time-code" />
        </Form.Item>
        <div className="settings-row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("second.confirm")}
          </Button>
          <Button onClick={end}>{t("second.cancel")}</Button>
        </div>
      </Form>
    </>
  )
}

function Remove(): ReactNode {
  const t = useWords("accounts")
  const { run, busy, refused } = useDo(secondFactorRemove, { quiet: true, done: t("second.removed") })
  return (
    <>
      <p className="muted">{t("second.on")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form
        layout="vertical"
        requiredMark={false}
        className="settings-form"
        onFinish={({ password }: { password: string }) => run({ password })}
      >
        <Form.Item name="password" label={t("password.current")} rules={[needed(t, "password.current")]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button danger htmlType="submit" loading={busy}>
          {t("second.remove")}
        </Button>
      </Form>
    </>
  )
}
