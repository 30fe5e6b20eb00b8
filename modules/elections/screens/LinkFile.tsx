import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useWords } from "#kit/web/words.ts"
import { download } from "./download.ts"
import { type Given, lockedFile, openFile } from "./issue.ts"

interface LinkFileFormProps {
  readonly election: string
  readonly uuid: string
  readonly version: number
  readonly given: readonly Given[]
  readonly onKept: () => void
}

const shortest = 12

/** The file that says which credential is whose, under a passphrase, for the officer alone. */
export function LinkFileForm({ election, uuid, version, given, onKept }: LinkFileFormProps): ReactNode {
  const t = useWords("elections")
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("cred.keep")}</Button>
      {asking ? (
        <Asking<{ passphrase: string; again: string }>
          title={t("cred.keep")}
          lead={t("cred.keep-more")}
          refused={undefined}
          busy={busy}
          go={t("cred.keep-go")}
          onGo={async ({ passphrase }) => {
            setBusy(true)
            const text = await lockedFile(election, uuid, version, given, passphrase)
            setBusy(false)
            download(`qiaoliang-credentials-${uuid}-${version}.json`, text)
            onKept()
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="passphrase"
            label={t("cred.passphrase")}
            rules={[{ required: true, min: shortest, message: t("cred.short", { min: shortest }) }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t("cred.passphrase-again")}
            dependencies={["passphrase"]}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue("passphrase")
                    ? Promise.resolve()
                    : Promise.reject(new Error(t("cred.unequal"))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}

/** A delegate's phone broke, or a slip was lost: the slip is printed again from the file. */
export function ReadLinkFile({
  uuid,
  onRead,
}: {
  uuid: string
  onRead: (given: readonly Given[]) => void
}): ReactNode {
  const t = useWords("elections")
  const [text, setText] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly Given[]>()
  const [sought, setSought] = useState("")
  const shown = found?.filter((g) => sought.trim() !== "" && g.name.includes(sought.trim())) ?? []
  return (
    <details className="panel elections-reprint">
      <summary>{t("cred.reprint")}</summary>
      <p className="muted">{t("cred.reprint-more")}</p>
      {found ? (
        <>
          <Form layout="vertical">
            <Form.Item label={t("cred.find", { count: found.length })} htmlFor="cred-find">
              <Input
                id="cred-find"
                value={sought}
                autoComplete="off"
                onChange={(e) => setSought(e.target.value)}
              />
            </Form.Item>
          </Form>
          <ul className="elections-papers">
            {shown.slice(0, 8).map((g) => (
              <li key={g.number}>
                <span lang="zh-CN">{g.name}</span> <span className="muted">{g.number}</span>{" "}
                <Button
                  onClick={() => {
                    onRead([g])
                    setTimeout(print, 50)
                  }}
                >
                  {t("cred.print-one")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <label className="elections-file">
            <span>{t("cred.file")}</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={(e) => void e.target.files?.[0]?.text().then(setText)}
            />
          </label>
          {text ? (
            <Form<{ passphrase: string }>
              layout="vertical"
              requiredMark={false}
              onFinish={async ({ passphrase }) => {
                setBusy(true)
                const opened = await openFile(text, uuid, passphrase)
                setBusy(false)
                if (typeof opened === "string") setFault(opened)
                else setFound(opened)
              }}
            >
              <Form.Item
                name="passphrase"
                label={t("cred.passphrase")}
                rules={[{ required: true, message: t("needed") }]}
              >
                <Input.Password autoComplete="off" />
              </Form.Item>
              {fault ? <p className="elections-late">{t(`cred.fault-${fault}`)}</p> : null}
              <Button htmlType="submit" loading={busy}>
                {t("cred.open")}
              </Button>
            </Form>
          ) : null}
        </>
      )}
    </details>
  )
}
