import { Button, Progress } from "antd"
import { type ReactNode, useEffect, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { issue } from "../contract.ts"
import { issuing } from "../contract-asked.ts"
import { type Given, makeBatch } from "./issue.ts"
import { LinkFileForm, ReadLinkFile } from "./LinkFile.tsx"
import { Slips } from "./Slips.tsx"
import "./elections.css"

type Issuing = Out<typeof issuing>

/** The credentials officer: codes compared, a ballot given to each delegate present, slips printed. */
export default function CredentialsPage(): ReactNode {
  const t = useWords("elections")
  const id = useParam("id")
  return (
    <PageOf of={useAsk(issuing, { id }, { every: 5_000 })} title={t("cred.title")}>
      {(of) => <Shown id={id} of={of} />}
    </PageOf>
  )
}

interface Made {
  readonly version: number
  readonly given: readonly Given[]
}

function Shown({ id, of }: { id: string; of: Issuing }): ReactNode {
  const t = useWords("elections")
  const [made, setMade] = useState<Made>()
  const [read, setRead] = useState<readonly Given[]>()
  const [safe, setSafe] = useState(false)
  useEffect(() => {
    if (!made || safe) return
    // Slips not yet printed and a file not yet kept would be gone with the page.
    const stay = (e: BeforeUnloadEvent) => e.preventDefault()
    addEventListener("beforeunload", stay)
    return () => removeEventListener("beforeunload", stay)
  }, [made, safe])
  const phones = of.delegates.filter((d) => d.key !== null).length
  const slips = made?.given.filter((g) => g.slip) ?? []
  const shown = read ?? slips
  return (
    <Page
      title={t("cred.title")}
      lead={<span lang="zh-CN">{of.title}</span>}
      actions={
        <Go to={`/office/elections/${id}`} className="button">
          {t("page.back")}
        </Go>
      }
    >
      <div className="no-print">
        <section className="panel">
          <h2>{t("cred.who")}</h2>
          <p>{t("cred.sums", { count: of.delegates.length, phones, slips: of.delegates.length - phones })}</p>
          <p className="muted">{t("cred.compare")}</p>
          {made ? null : <Generate id={id} of={of} onMade={setMade} />}
          <details>
            <summary>{t("cred.list")}</summary>
            <List
              label={t("cred.list")}
              rows={of.delegates}
              rowKey={(d) => d.number}
              columns={[
                { key: "name", title: t("cred.name"), show: (d) => d.name, by: (d) => d.name },
                {
                  key: "delegation",
                  title: t("cred.delegation"),
                  show: (d) => d.delegation,
                  by: (d) => d.delegation,
                },
                {
                  key: "code",
                  title: t("cred.code"),
                  show: (d) => (d.code ? <code translate="no">{d.code}</code> : t("cred.slip")),
                },
              ]}
            />
          </details>
        </section>
        {made ? (
          <section className="panel elections-next" aria-live="polite">
            <h2>{t("cred.made", { count: made.given.length })}</h2>
            <ol className="elections-todo">
              <li>
                {slips.length > 0 ? t("cred.do-print", { count: slips.length }) : t("cred.no-slips")}{" "}
                {slips.length > 0 ? (
                  <Button
                    type="primary"
                    onClick={() => {
                      setRead(undefined)
                      setTimeout(print, 50)
                    }}
                  >
                    {t("cred.print")}
                  </Button>
                ) : null}
              </li>
              <li>
                {t("cred.do-keep")}{" "}
                <LinkFileForm
                  election={id}
                  uuid={of.uuid}
                  version={made.version}
                  given={made.given}
                  onKept={() => setSafe(true)}
                />
                {safe ? <span className="elections-good"> {t("cred.kept")}</span> : null}
              </li>
            </ol>
          </section>
        ) : null}
        <ReadLinkFile uuid={of.uuid} onRead={(given) => setRead(given)} />
      </div>
      {shown.length > 0 ? <Slips id={id} title={of.title} of={shown} /> : null}
    </Page>
  )
}

function Generate({ id, of, onMade }: { id: string; of: Issuing; onMade: (made: Made) => void }): ReactNode {
  const t = useWords("elections")
  const [done, setDone] = useState<number>()
  const { run, busy, refused } = useDo(issue, { quiet: true, done: t("cred.issued") })
  const few = of.delegates.length < of.secretFrom
  const work = async () => {
    setDone(0)
    const { given, send } = await makeBatch(of, setDone)
    const answer = await run({ id, ...send })
    setDone(undefined)
    if (answer) onMade({ version: answer.version, given })
  }
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      {of.issued === null ? null : <p className="elections-late">{t("cred.again", { count: of.issued })}</p>}
      {few ? <p className="elections-late">{t("cred.few", { from: of.secretFrom })}</p> : null}
      {done === undefined ? null : (
        <Progress percent={Math.round((done / Math.max(1, of.delegates.length)) * 100)} />
      )}
      <ConfirmButton
        type="primary"
        size="large"
        loading={busy || done !== undefined}
        disabled={few}
        ask={t("cred.ask", { count: of.delegates.length })}
        detail={t(of.issued === null ? "cred.detail" : "cred.detail-again")}
        onConfirm={work}
      >
        {t(of.issued === null ? "cred.go" : "cred.go-again")}
      </ConfirmButton>
    </>
  )
}
