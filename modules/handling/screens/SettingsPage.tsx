import { Button, Form, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { dropTemplate, nameDesk, saveTemplate, settings } from "../contract.ts"
import "./handling.css"

type Settings = Out<typeof settings>
type Template = Settings["templates"][number]

/** Which department is the desk, and the replies kept ready. */
export default function SettingsPage(): ReactNode {
  const t = useWords("handling")
  const [{ at }, set] = useFilter()
  const asked = useAsk(settings, at ? { at } : {})
  return (
    <PageOf of={asked} title={t("settings.title")}>
      {(of) => (
        <Page
          title={t("settings.title")}
          lead={t("settings.lead")}
          actions={
            <Go to={`/office/desk?at=${encodeURIComponent(of.at)}`} className="button">
              {t("one.all")}
            </Go>
          }
        >
          {of.desks.length > 1 ? (
            <Select
              className="handling-templates"
              aria-label={t("desk.mine")}
              value={of.at}
              options={of.desks.map((d) => ({
                value: d.key,
                label: t(`desk.kind-${d.kind}`, { name: d.name }),
              }))}
              onChange={(key: string) => set({ at: key })}
            />
          ) : null}
          {of.union ? <DeskBox key={of.union.department} of={of} union={of.union} /> : null}
          {of.can.template ? <Templates of={of} /> : null}
        </Page>
      )}
    </PageOf>
  )
}

function DeskBox({ of, union }: { of: Settings; union: NonNullable<Settings["union"]> }): ReactNode {
  const t = useWords("handling")
  const [chosen, setChosen] = useState(union.department)
  const { run, busy } = useDo(nameDesk, { done: t("settings.named") })
  return (
    <section className="panel handling-about-desk">
      <h2>{t("settings.desk", { union: union.name })}</h2>
      <p className="muted">{t(union.department ? "settings.desk-is" : "settings.desk-none")}</p>
      {of.can.name ? (
        <span className="handling-deeds">
          <Select
            className="handling-templates"
            aria-label={t("settings.department")}
            placeholder={t("settings.department")}
            value={chosen}
            options={union.departments.map((value) => ({ value, label: value }))}
            onChange={setChosen}
          />
          <ConfirmButton
            type="primary"
            loading={busy}
            disabled={!chosen || chosen === union.department}
            ask={t("settings.name-ask", { department: chosen ?? "" })}
            detail={t("settings.name-detail")}
            onConfirm={() => chosen && run({ union: union.id, department: chosen })}
          >
            {t("settings.name-go")}
          </ConfirmButton>
        </span>
      ) : (
        <p>{union.department ?? t("settings.not-named")}</p>
      )}
      <h3>{t("settings.people")}</h3>
      <ul className="handling-people">
        {union.people.map((p) => (
          <li key={p.name + p.title}>
            {p.name} <span className="muted">{p.title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Templates({ of }: { of: Settings }): ReactNode {
  const t = useWords("handling")
  const [writing, setWriting] = useState<Template | "new">()
  const dropping = useDo(dropTemplate, { done: t("template.dropped") })
  return (
    <section className="panel">
      <h2>{t("template.title")}</h2>
      {of.templates.length === 0 ? <p className="muted">{t("template.none")}</p> : null}
      <ul className="handling-said">
        {of.templates.map((x) => (
          <li key={x.id}>
            <b>{x.name}</b>
            <p className="handling-text" lang="zh-CN">
              {x.text}
            </p>
            <span className="handling-deeds">
              <Button onClick={() => setWriting(x)}>{t("template.change")}</Button>
              <ConfirmButton
                danger
                ask={t("template.drop-ask", { name: x.name })}
                onConfirm={() => dropping.run({ at: of.at, id: x.id })}
              >
                {t("template.drop")}
              </ConfirmButton>
            </span>
          </li>
        ))}
      </ul>
      <Button type="dashed" onClick={() => setWriting("new")}>
        {t("template.new")}
      </Button>
      {writing ? <WriteTemplate at={of.at} of={writing} onClose={() => setWriting(undefined)} /> : null}
    </section>
  )
}

function WriteTemplate(props: { at: string; of: Template | "new"; onClose: () => void }): ReactNode {
  const t = useWords("handling")
  const { run, busy, refused } = useDo(saveTemplate, { quiet: true, done: t("template.saved") })
  const known = props.of === "new" ? undefined : props.of
  return (
    <Asking<{ name: string; text: string }>
      title={t(known ? "template.change" : "template.new")}
      refused={refused}
      busy={busy}
      go={t("template.go")}
      start={known ?? {}}
      onClose={props.onClose}
      onGo={async (fields) => {
        if (await run({ at: props.at, ...(known ? { id: known.id } : {}), ...fields })) props.onClose()
      }}
    >
      <Form.Item
        name="name"
        label={t("template.name")}
        rules={[{ required: true, min: 2, message: t("template.name") }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t("template.text")}
        rules={[{ required: true, min: 4, message: t("template.text") }]}
      >
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </Asking>
  )
}
