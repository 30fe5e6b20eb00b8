import { Button, Form, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { adopt, one } from "../contract.ts"
import { Allocated } from "./Allocated.tsx"
import "./seats.css"

type Seats = Out<typeof one>

/** The allocations of an assembly: the adopted one first, every version kept, each with its arithmetic. */
export default function SeatsPage(): ReactNode {
  const t = useWords("seats")
  const id = useParam("id")
  const [filter] = useFilter()
  const version = Number(filter.version) || undefined
  const asked = useAsk(one, { assembly: id, ...(version ? { version } : {}) }, { keep: true })
  return (
    <Page
      title={t("page.title")}
      lead={t("page.lead")}
      actions={
        asked.data?.can.prepare && asked.data.ground.students > 0 ? (
          <Go
            to={`/office/seats/${id}/try`}
            className={asked.data.versions.length ? "button" : "button button-main"}
          >
            {t("page.try")}
          </Go>
        ) : null
      }
    >
      <AssemblyNav id={id} now="seats" />
      <Answer of={asked} rows={10}>
        {(of) => <Body of={of} />}
      </Answer>
    </Page>
  )
}

function Body({ of }: { of: Seats }): ReactNode {
  const t = useWords("seats")
  if (of.assembly.kind === "general") return <Empty title={t("none.general")}>{t("none.general-more")}</Empty>
  if (!of.shown)
    return of.ground.students === 0 ? (
      <Empty title={t("none.students")}>{t("none.students-more")}</Empty>
    ) : (
      <Empty title={t("none.title")}>
        {t(of.ground.unit === "faculty" ? "none.more-school" : "none.more-faculty", {
          students: of.ground.students,
          groups: of.ground.groups,
          least: of.ground.least,
        })}
      </Empty>
    )
  return (
    <>
      <Version of={of} shown={of.shown} />
      <Allocated result={of.shown.result} others={of.shown.others} />
    </>
  )
}

/** Which version is shown, whether it holds, and the papers of it. */
function Version({ of, shown }: { of: Seats; shown: NonNullable<Seats["shown"]> }): ReactNode {
  const t = useWords("seats")
  const say = useSay()
  const [, setFilter] = useFilter()
  const [asking, setAsking] = useState(false)
  const row = of.versions.find((v) => v.version === shown.version)!
  const holds = of.adopted?.version === shown.version ? of.adopted : null
  const paper = (as: string) => `/api/seats/table/${of.assembly.id}/${shown.version}.${as}`
  return (
    <section className={holds ? "panel seats-holds" : "panel"}>
      <div className="seats-version">
        <label htmlFor="seats-version">{t("version.label")}</label>
        <Select
          id="seats-version"
          value={shown.version}
          popupMatchSelectWidth={false}
          onChange={(version: number) => setFilter({ version: `${version}` })}
          options={of.versions.map((v) => ({
            value: v.version,
            label: t(v.adopted ? "version.option-adopted" : "version.option", {
              version: v.version,
              total: v.total,
              method: t(`method.${v.method}`),
            }),
          }))}
        />
        {holds ? <span className="tag seats-tag">{t("version.adopted")}</span> : null}
      </div>
      <p className="muted">
        {t("version.by", { by: row.by, time: say.recorded(row.at), day: say.day(shown.countedOn) })}
        <br />
        <span lang="zh-CN">{row.because}</span>
      </p>
      {holds ? (
        <p>{t("version.basis", { basis: holds.basis, by: holds.by, time: say.recorded(holds.at) })}</p>
      ) : of.adopted ? (
        <p>{t("version.other-holds", { version: of.adopted.version })}</p>
      ) : (
        <p>{t("version.none-holds")}</p>
      )}
      <div className="seats-buttons">
        {!holds && of.can.adopt ? (
          <Button type="primary" onClick={() => setAsking(true)}>
            {t("adopt.button", { version: shown.version })}
          </Button>
        ) : null}
        {(["docx", "pdf", "xlsx", "json"] as const).map((as) => (
          <a key={as} className="button" href={paper(as)} download>
            {t(`paper.${as}`)}
          </a>
        ))}
      </div>
      {asking ? <Adopt of={of} shown={shown} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

interface AdoptProps {
  readonly of: Seats
  readonly shown: NonNullable<Seats["shown"]>
  readonly onClose: () => void
}

function Adopt({ of, shown, onClose }: AdoptProps): ReactNode {
  const t = useWords("seats")
  const { run, busy, refused } = useDo(adopt, { quiet: true, done: t("adopt.done") })
  return (
    <Asking<{ basis: string }>
      title={t("adopt.title", { version: shown.version, total: shown.result.total })}
      lead={of.adopted ? t("adopt.lead-again", { version: of.adopted.version }) : t("adopt.lead")}
      refused={refused}
      busy={busy}
      go={t("adopt.go")}
      onClose={onClose}
      onGo={async ({ basis }) => {
        if (await run({ assembly: of.assembly.id, version: shown.version, basis })) onClose()
      }}
    >
      <Form.Item
        name="basis"
        label={t("adopt.basis")}
        rules={[{ required: true, min: 2, message: t("adopt.basis-needed") }]}
      >
        <Input maxLength={200} placeholder={t("adopt.basis-like")} />
      </Form.Item>
    </Asking>
  )
}
