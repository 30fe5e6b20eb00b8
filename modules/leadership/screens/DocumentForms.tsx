import { Checkbox, Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { kinds, repeal, revise } from "../contract.ts"
import type { DocumentSeen, VersionSeen } from "./DocumentPage.tsx"
import { files } from "./Parts.tsx"

export interface Written {
  kind?: (typeof kinds)[number]
  unionId?: string
  title: string
  words?: string
  file?: string
  keepFile?: boolean
  from: string
  until?: string
  public: boolean
}

interface WrittenFormProps {
  readonly title: string
  readonly lead: string
  readonly submit: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  /** For a new document: whom it can be for. */
  readonly unions?: readonly { id: string; name: string }[]
  /** For a further version: the one before. */
  readonly before?: VersionSeen
  readonly onGo: (written: Written) => unknown
  readonly onClose: () => void
}

/** A version as it will be signed: words, file, days, whether everybody may read it. */
export function WrittenForm(props: WrittenFormProps): ReactNode {
  const t = useWords("leadership")
  const { university } = useViewer()
  const { before } = props
  const must = [{ required: true, message: t("needed") }]
  const start: Partial<Written> = before
    ? {
        title: before.title,
        words: before.words,
        public: before.public,
        keepFile: before.file !== null,
        from: before.from > university.today ? before.from : university.today,
        ...(before.until ? { until: before.until } : {}),
      }
    : { kind: "rule", public: true, from: university.today }
  return (
    <Asking<Written>
      wide
      title={props.title}
      lead={props.lead}
      refused={props.refused}
      busy={props.busy}
      go={props.submit}
      start={start}
      onGo={props.onGo}
      onClose={props.onClose}
    >
      {props.unions ? (
        <div className="desk-pair">
          <Form.Item name="kind" label={t("documents.kind")} rules={must}>
            <Select options={kinds.map((k) => ({ value: k, label: t(`kind.${k}`) }))} />
          </Form.Item>
          <Form.Item name="unionId" label={t("draft.union")}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder={t("documents.all")}
              options={props.unions.map((u) => ({ value: u.id, label: u.name }))}
            />
          </Form.Item>
        </div>
      ) : null}
      <Form.Item name="title" label={t("documents.name")} rules={must}>
        <Input maxLength={100} autoComplete="off" placeholder={t("draft.title-like")} />
      </Form.Item>
      <Form.Item name="words" label={t("draft.words")} extra={t("draft.words-more")}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 18 }} maxLength={60_000} />
      </Form.Item>
      <Form.Item name="file" label={t("draft.file")}>
        <Attach {...files} />
      </Form.Item>
      {before?.file ? (
        <Form.Item name="keepFile" valuePropName="checked">
          <Checkbox>{t("draft.keep-file", { name: before.file.name })}</Checkbox>
        </Form.Item>
      ) : null}
      <div className="desk-pair">
        <Form.Item name="from" label={t("draft.from")} extra={t("draft.from-more")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="until" label={t("draft.until")} extra={t("draft.until-more")}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="public" valuePropName="checked">
        <Checkbox>{t("draft.public")}</Checkbox>
      </Form.Item>
    </Asking>
  )
}

interface DocumentFormProps {
  readonly document: DocumentSeen
  readonly onClose: () => void
}

export function ReviseForm({ document, onClose }: DocumentFormProps): ReactNode {
  const t = useWords("leadership")
  const { run, busy, refused } = useDo(revise, { quiet: true, done: t("revise.done") })
  const before = document.versions.find((v) => !v.repeal)
  return (
    <WrittenForm
      title={t("revise.title")}
      lead={t(document.versions[0]?.state === "draft" ? "revise.lead-open" : "revise.lead")}
      submit={t("revise.submit")}
      busy={busy}
      refused={refused}
      {...(before ? { before } : {})}
      onGo={async ({ kind: _, unionId: __, ...written }) => {
        if (await run({ document: document.id, ...written })) onClose()
      }}
      onClose={onClose}
    />
  )
}

export function RepealForm({ document, onClose }: DocumentFormProps): ReactNode {
  const t = useWords("leadership")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(repeal, { quiet: true, done: t("repeal.done") })
  return (
    <Asking<{ because: string; from: string }>
      title={t("repeal.title")}
      lead={t("repeal.lead")}
      refused={refused}
      busy={busy}
      go={t("repeal.submit")}
      danger
      start={{ from: university.today }}
      onGo={async (fields) => {
        if (await run({ document: document.id, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="from" label={t("repeal.from")} rules={[{ required: true, message: t("needed") }]}>
        <DayPicker min={university.today} />
      </Form.Item>
      <Form.Item
        name="because"
        label={t("repeal.because")}
        rules={[{ required: true, min: 4, message: t("repeal.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Asking>
  )
}
