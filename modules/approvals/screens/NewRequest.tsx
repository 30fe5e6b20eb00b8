import { Radio, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Go, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { file, form } from "../contract.ts"
import { type KindDeclaration, kinds } from "../kinds.ts"
import { RequestForm } from "./RequestForm.tsx"
import "./approvals.css"

type Asked = Out<typeof form>

/** A new request: `?kind=` which of the five, `?title=` and `?for=` where another room sends somebody here. */
export default function NewRequest(): ReactNode {
  const t = useWords("approvals")
  const [filter, set] = useFilter()
  // A room that knows the procedure only names it: `?kind=prior-report`.
  const kind = kinds.find((k) => k.kind === filter.kind || k.procedure === `approvals.${filter.kind}`)
  return (
    <Page title={kind && filter.for ? kind.title : t("new.title")} lead={t("new.lead")} narrow>
      <Answer of={useAsk(form, {})}>
        {(asked) =>
          asked.unions.length === 0 ? (
            <Empty title={t("new.none")}>
              <p>{t("new.none-more")}</p>
            </Empty>
          ) : (
            <>
              {kind && filter.for ? null : <Kinds chosen={kind} onChoose={(to) => set({ kind: to })} />}
              {kind ? <Filled key={kind.kind} kind={kind} asked={asked} /> : null}
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function Kinds(props: { chosen: KindDeclaration | undefined; onChoose: (kind: string) => void }): ReactNode {
  const t = useWords("approvals")
  return (
    <section className="approvals-kinds">
      <Radio.Group
        aria-label={t("new.kind")}
        value={props.chosen?.kind}
        onChange={(e) => props.onChoose(e.target.value as string)}
        options={kinds.map((k) => ({
          value: k.kind,
          label: (
            <span lang="zh-CN">
              {k.title} <ClauseLabel clause={k.clause} />
            </span>
          ),
        }))}
      />
      {props.chosen ? (
        <p className="muted">
          <Go to={`/api/approvals/form/${props.chosen.kind}.docx`}>
            {t("new.blank", { form: props.chosen.form })}
          </Go>
        </p>
      ) : (
        <p className="muted">{t("new.choose")}</p>
      )}
    </section>
  )
}

function Filled({ kind, asked }: { kind: KindDeclaration; asked: Asked }): ReactNode {
  const t = useWords("approvals")
  const go = useGo()
  const [{ title, for: madeFor, union }] = useFilter()
  const [unionId, setUnion] = useState(asked.unions.find((u) => u.id === union)?.id ?? asked.unions[0]!.id)
  const { run, busy, refused } = useDo(file, { quiet: true, done: t("new.done") })
  return (
    <RequestForm
      kind={kind}
      asks="title"
      start={{ fields: {}, ...(title ? { title } : {}) }}
      go={t(kind.kind === "report" ? "new.report" : "new.go")}
      busy={busy}
      refused={refused}
      onCancel={() => go("/office/requests")}
      onGo={async ({ title, fields, files }) => {
        const done = await run({
          unionId,
          kind: kind.kind,
          title: title ?? "",
          fields: fields as Record<string, never>,
          files: (files ?? []).map((f) => f.id),
          ...(madeFor ? { for: madeFor } : {}),
        })
        if (done) go(`/office/requests/${done.id}`)
      }}
      before={
        asked.unions.length > 1 ? (
          <p className="approvals-union">
            <Select
              aria-label={t("new.union")}
              value={unionId}
              onChange={setUnion}
              options={asked.unions.map((u) => ({ value: u.id, label: u.name }))}
            />
          </p>
        ) : (
          <p className="approvals-union muted">{asked.unions[0]?.name}</p>
        )
      }
    />
  )
}
