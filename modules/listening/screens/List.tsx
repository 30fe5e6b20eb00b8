import { PlusOutlined } from "@ant-design/icons"
import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import type { Column } from "#kit/web/desk/List.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords, type Words } from "#kit/web/words.ts"
import { VoiceNav } from "#modules/handling/screens/forms.ts"
import { list } from "../contract.ts"
import { PhaseTag } from "./PhaseTag.tsx"
import { PlanForm } from "./PlanForm.tsx"
import { useTell } from "./say.ts"
import "./listening.css"

type Line = Out<typeof list>["items"][number]

const kinds = ["talk", "face", "visit", "survey"] as const
const phases = ["planned", "coming", "open", "over", "held", "cancelled"] as const
const size = 50

/** 座谈、面对面、走访、问卷 of the unions one reads for, and where a new one begins. */
export default function List(): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const [{ kind, phase, union }] = useFilter()
  const page = usePage()
  const [text, setText] = useState("")
  const [making, setMaking] = useState(false)
  const asked = useAsk(
    list,
    {
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(kind ? { kind: kind as (typeof kinds)[number] } : {}),
      ...(phase ? { phase: phase as (typeof phases)[number] } : {}),
      ...(union ? { union } : {}),
      page,
      size,
    },
    { keep: true },
  )
  const of = asked.data
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        of && of.hosts.length > 0 ? (
          <>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
              {t("list.new")}
            </Button>
            <Go to="/office/listening/import" className="button">
              {t("import.title")}
            </Go>
          </>
        ) : null
      }
    >
      <VoiceNav now="listening" />
      <Find text={text} onText={setText} unions={of?.unions ?? []} />
      <Listed
        of={asked}
        label={t("list.title")}
        rowKey={(l) => l.id}
        size={size}
        columns={columns(t, tell)}
        none={
          <Empty title={t(of && of.all > 0 ? "list.no-match" : "list.none")}>
            {of && of.all > 0 ? null : <p>{t("list.none-more")}</p>}
          </Empty>
        }
      />
      {making && of ? <PlanForm of={of} onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

interface FindProps {
  readonly text: string
  readonly onText: (to: string) => void
  readonly unions: Out<typeof list>["unions"]
}

function Find({ text, onText, unions }: FindProps): ReactNode {
  const t = useWords("listening")
  const [filter, set] = useFilter()
  const choice = (key: string, label: string, options: { value: string; label: string }[]) => (
    <Select<string>
      aria-label={label}
      value={filter[key] ?? ""}
      options={[{ value: "", label: t("list.all", { of: label }) }, ...options]}
      onChange={(to) => set({ [key]: to || undefined, page: undefined })}
    />
  )
  return (
    <div className="listening-find">
      <Input.Search
        allowClear
        aria-label={t("list.find")}
        placeholder={t("list.find")}
        value={text}
        onChange={(e) => {
          onText(e.target.value)
          set({ page: undefined })
        }}
      />
      {choice(
        "kind",
        t("field.kind"),
        kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      )}
      {choice(
        "phase",
        t("field.phase"),
        phases.map((value) => ({ value, label: t(`phase.${value}`) })),
      )}
      {unions.length > 1
        ? choice(
            "union",
            t("field.union"),
            unions.map((u) => ({ value: u.id, label: u.name })),
          )
        : null}
    </div>
  )
}

const columns = (t: Words, tell: ReturnType<typeof useTell>): Column<Line>[] => [
  {
    key: "title",
    title: t("field.title"),
    show: (l) => (
      <span className="listening-title">
        <Go to={`/office/listening/${l.id}`}>{l.title}</Go>
        <small>{l.union}</small>
      </span>
    ),
  },
  { key: "kind", title: t("field.kind"), show: (l) => t(`kind.${l.kind}`) },
  { key: "when", title: t("field.when"), show: (l) => tell.when(l) },
  { key: "phase", title: t("field.phase"), show: (l) => <PhaseTag of={l} /> },
  {
    key: "people",
    title: t("field.people"),
    align: "right",
    show: (l) =>
      l.people === null ? "—" : t(l.kind === "survey" ? "list.answers" : "list.people", { count: l.people }),
  },
  {
    key: "heard",
    title: t("field.heard"),
    align: "right",
    show: (l) => (l.heard > 0 ? t("list.heard", { heard: l.heard, raised: l.raised }) : "—"),
  },
]
