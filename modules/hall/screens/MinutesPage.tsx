import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { TextEdit } from "#kit/web/desk/TextEdit.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { confirmMinutes, minutesOf, writeMinutes } from "../contract.ts"
import "./hall.css"

type Minutes = Out<typeof minutesOf>

/** The minutes: drafted from the record, edited by the secretary, confirmed by the head of the presiding body. */
export default function MinutesPage(): ReactNode {
  const t = useWords("hall")
  const id = useParam("id")
  const asked = useAsk(minutesOf, { assembly: id })
  return (
    <PageOf of={asked} title={t("minutes.title")}>
      {(of) => (
        <Page
          narrow
          title={t("minutes.title")}
          lead={of.union}
          actions={
            <Go to={`/office/hall/${id}`} className="button">
              {t("screen.back")}
            </Go>
          }
        >
          <AssemblyNav id={id} now="hall" />
          {of.state === "waiting" ? (
            <Empty title={t("minutes.none")}>
              <p>{t("minutes.not-yet")}</p>
            </Empty>
          ) : (
            <section className="panel">
              <Text key={of.versions.length} of={of} id={id} />
            </section>
          )}
        </Page>
      )}
    </PageOf>
  )
}

function Text({ of, id }: { of: Minutes; id: string }): ReactNode {
  const t = useWords("hall")
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const [shown, setShown] = useState(of.versions[0]?.version)
  const confirming = useDo(confirmMinutes, { done: t("minutes.confirmed-done") })
  const last = of.versions[0]
  const version = of.versions.find((v) => v.version === shown)
  return (
    <>
      <p className="muted hall-top">
        {of.confirmed !== null
          ? t("minutes.confirmed", { version: of.confirmed })
          : last
            ? t("minutes.version", { version: last.version, by: last.by, time: say.recorded(last.at) })
            : t("minutes.draft")}
      </p>
      {of.versions.length > 1 && !editing ? (
        <Select
          aria-label={t("minutes.choose")}
          className="hall-versions"
          value={shown ?? null}
          onChange={(v) => setShown(v ?? undefined)}
          options={of.versions.map((v) => ({
            value: v.version,
            label: t("minutes.version", { version: v.version, by: v.by, time: say.recorded(v.at) }),
          }))}
        />
      ) : null}
      {editing && last ? (
        <Edit id={id} body={last.body} onClose={() => setEditing(false)} />
      ) : (
        <div className="hall-text" lang="zh-CN">
          {version?.body ?? of.draft}
        </div>
      )}
      <div className="hall-row">
        {of.can.write && !editing ? (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t("minutes.edit")}
          </Button>
        ) : null}
        {of.can.confirm && last && !editing ? (
          <ConfirmButton
            loading={confirming.busy}
            ask={t("minutes.confirm-ask", { version: last.version })}
            detail={t("minutes.confirm-detail")}
            onConfirm={() => confirming.run({ assembly: id, version: last.version })}
          >
            {t("minutes.confirm")}
          </ConfirmButton>
        ) : null}
        <a className="button" href={`/api/hall/minutes/${id}.docx`}>
          {t("minutes.docx")}
        </a>
        <a className="button" href={`/api/hall/minutes/${id}.pdf`}>
          {t("minutes.pdf")}
        </a>
      </div>
    </>
  )
}

function Edit({ id, body, onClose }: { id: string; body: string; onClose: () => void }): ReactNode {
  const t = useWords("hall")
  const { run, busy, refused } = useDo(writeMinutes, { quiet: true, done: t("minutes.saved") })
  return (
    <TextEdit
      label={t("minutes.title")}
      body={body}
      most={100_000}
      save={t("minutes.save")}
      leave={t("minutes.leave")}
      busy={busy}
      refused={refused}
      onSave={async (text) => {
        if (await run({ assembly: id, body: text })) onClose()
      }}
      onClose={onClose}
    />
  )
}
