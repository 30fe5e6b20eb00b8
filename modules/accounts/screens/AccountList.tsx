import { PlusOutlined } from "@ant-design/icons"
import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { type Asked, useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { disable, issueCode, list } from "../contract.ts"
import { CodeShown, type Issued, NewCode } from "./Code.tsx"
import "./settings.css"

const size = 50

type Account = Out<typeof list>["items"][number]

/** For the administrator: hand out first-use codes, close and reopen accounts. */
export default function AccountList(): ReactNode {
  const t = useWords("accounts")
  const { can } = useViewer()
  const [{ search }, set] = useFilter()
  const [asking, setAsking] = useState(false)
  const [issued, setIssued] = useState<Issued>()
  const asked = useAsk(list, { page: usePage(), size, search }, { keep: true })
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <Can of={can} verb="accounts.issue-code">
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)}>
            {t("list.new")}
          </Button>
        </Can>
      }
    >
      <div className="accounts-find">
        <Input.Search
          allowClear
          defaultValue={search}
          placeholder={t("list.search")}
          aria-label={t("list.search")}
          onSearch={(text) => set({ search: text.trim() || undefined, page: undefined })}
        />
      </div>
      <Accounts asked={asked} onIssued={setIssued} />
      {asking ? <NewCode onClose={() => setAsking(false)} onIssued={setIssued} /> : null}
      {issued ? <CodeShown {...issued} onClose={() => setIssued(undefined)} /> : null}
    </Page>
  )
}

interface AccountsProps {
  readonly asked: Asked<typeof list>
  readonly onIssued: (issued: Issued) => void
}

function Accounts({ asked, onIssued }: AccountsProps): ReactNode {
  const t = useWords("accounts")
  const say = useSay()
  return (
    <Listed
      of={asked}
      size={size}
      label={t("list.title")}
      none={<Empty title={t("list.none")} />}
      rowKey={(a) => a.id || a.number}
      columns={[
        { key: "number", title: t("list.number"), show: (a) => a.number },
        {
          key: "name",
          title: t("list.name"),
          show: (a) => (
            <span>
              {a.name} {a.admin ? <span className="tag">{t("list.admin")}</span> : null}
            </span>
          ),
        },
        { key: "state", title: t("list.state"), show: (a) => t(`state.${a.state}`) },
        { key: "second", title: t("list.second"), show: (a) => t(a.secondFactor ? "list.on" : "list.off") },
        {
          key: "last",
          title: t("list.last"),
          show: (a) => (a.lastSignInAt ? say.time(a.lastSignInAt) : t("list.never")),
        },
        { key: "do", title: t("list.do"), show: (a) => <Buttons account={a} onIssued={onIssued} /> },
      ]}
    />
  )
}

function Buttons({ account: a, onIssued }: { account: Account; onIssued: (i: Issued) => void }): ReactNode {
  const t = useWords("accounts")
  const issue = useDo(issueCode)
  const close = useDo(disable, { done: t("list.disabled") })
  const open = useDo(disable, { done: t("list.enabled") })
  const onIssue = async () => {
    const code = await issue.run({ number: a.number })
    if (code) onIssued({ ...code, name: a.name })
  }
  return (
    <span className="accounts-do">
      <Can of={a.can} verb="accounts.issue-code">
        <ConfirmButton
          size="small"
          ask={t("list.issue-ask", { name: a.name })}
          detail={t("list.issue-detail")}
          onConfirm={onIssue}
        >
          {t("list.issue")}
        </ConfirmButton>
      </Can>
      <Can of={a.can} verb="accounts.disable">
        {a.state === "disabled" ? (
          <Button size="small" onClick={() => void open.run({ number: a.number, enable: true })}>
            {t("list.enable")}
          </Button>
        ) : (
          <ConfirmButton
            size="small"
            danger
            ask={t("list.disable-ask", { name: a.name })}
            detail={t("list.disable-detail")}
            onConfirm={() => close.run({ number: a.number })}
          >
            {t("list.disable")}
          </ConfirmButton>
        )}
      </Can>
    </span>
  )
}
