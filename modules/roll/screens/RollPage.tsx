import { Input, Segmented, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { list } from "../contract.ts"
import { Delegations } from "./Delegations.tsx"
import { People } from "./People.tsx"
import { QuorumBar } from "./QuorumBar.tsx"
import "./roll.css"

export type Roll = Out<typeof list>
const size = 50
const standings = ["here", "absent", "left"] as const

/** The stewards' page: who is there, the code to show, the list to tick. */
export default function RollPage(): ReactNode {
  const t = useWords("roll")
  const say = useSay()
  const id = useParam("id")
  const [{ delegation, standing }] = useFilter()
  const page = usePage()
  const [text, setText] = useState("")
  const asked = useAsk(
    list,
    {
      assembly: id,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(delegation ? { delegation } : {}),
      ...(standing ? { standing: standing as (typeof standings)[number] } : {}),
      page,
      size,
    },
    { keep: true, every: 5_000 },
  )
  return (
    <PageOf of={asked} title={t("page.title")}>
      {(of) => (
        <Page
          title={t("page.title")}
          lead={`${of.assembly.place} · ${say.day(of.assembly.day)} ${of.assembly.time}`}
          actions={<Actions of={of} />}
        >
          <AssemblyNav id={id} now="roll" />
          <section className="panel" aria-label={t("quorum.title")}>
            <QuorumBar of={of.quorum} />
            <p className="muted roll-source" lang="zh-CN">
              {t("quorum.source", { source: of.source })}
            </p>
          </section>
          <Delegations of={of} />
          <section className="panel">
            <h2>{t("list.title")}</h2>
            <Find text={text} onText={setText} of={of} />
            <People of={of} assembly={id} size={size} busy={asked.isPlaceholderData} />
          </section>
        </Page>
      )}
    </PageOf>
  )
}

function Actions({ of }: { of: Roll }): ReactNode {
  const t = useWords("roll")
  const { id } = of.assembly
  return (
    <>
      {of.can.keep ? (
        <Go to={`/office/roll/${id}/code`} className="button button-main">
          {t("page.code")}
        </Go>
      ) : null}
      <Go to={`/api/roll/${id}/attendance.xlsx`} className="button">
        {t("page.xlsx")}
      </Go>
      <Go to={`/api/roll/${id}/sign-in.docx`} className="button">
        {t("page.docx")}
      </Go>
    </>
  )
}

interface FindProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly of: Roll
}

function Find({ text, onText, of }: FindProps): ReactNode {
  const t = useWords("roll")
  const [{ delegation, standing }, set] = useFilter()
  const search = (to: string) => {
    onText(to)
    set({ page: undefined })
  }
  return (
    <div className="roll-find">
      <Input.Search
        allowClear
        aria-label={t("list.find")}
        placeholder={t("list.find")}
        value={text}
        onChange={(e) => search(e.target.value)}
      />
      <Select
        aria-label={t("list.delegation")}
        allowClear
        showSearch
        placeholder={t("list.delegation")}
        value={delegation ?? null}
        options={of.delegations.map((d) => ({ value: d.name, label: d.name }))}
        onChange={(to: string | null) => set({ delegation: to ?? undefined, page: undefined })}
      />
      <Segmented
        aria-label={t("list.standing")}
        value={standing ?? ""}
        options={[
          { value: "", label: t("list.all") },
          ...standings.map((s) => ({ value: s, label: t(`standing.${s}`, { count: of.counts[s] }) })),
        ]}
        onChange={(to) => set({ standing: to || undefined, page: undefined })}
      />
    </div>
  )
}
