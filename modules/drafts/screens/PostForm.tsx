import { AutoComplete, Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useWords } from "#kit/web/words.ts"
import { type Place, type Post, usualTitles } from "./editing.ts"

interface PostFormProps {
  /** The post moved; without it, a person is added. */
  readonly post?: Post
  readonly department?: string | null
  readonly departments: readonly string[]
  readonly refused: Refusal | undefined
  readonly busy: boolean
  readonly onClose: () => void
  readonly onDone: (place: Place, number: string) => Promise<void>
}

interface Fields {
  number?: string
  kind: Place["kind"]
  title: string
  department?: string
}

const kinds = ["member", "head", "presidium"] as const

/** Who, in which department, as what. */
export function PostForm(props: PostFormProps): ReactNode {
  const { post, departments, refused, busy, onClose, onDone } = props
  const t = useWords("drafts")
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch("kind", form) ?? "member"
  const start: Partial<Fields> = {
    kind: post && post.kind !== "listed" ? post.kind : "member",
    title: post && post.kind !== "listed" ? post.title : usualTitles.member[0]!,
  }
  const department = post ? post.department : props.department
  if (department) start.department = department
  const submit = ({ number = "", kind: as, title, department: where }: Fields) =>
    onDone({ kind: as, title, department: as === "presidium" ? null : (where ?? null) }, number.trim())
  return (
    <Asking<Fields>
      title={post ? t("post.move", { name: post.name }) : t("copy.add")}
      refused={refused}
      busy={busy}
      go={t("post.go")}
      form={form}
      start={start}
      onGo={submit}
      onClose={onClose}
    >
      {post ? null : (
        <Form.Item
          name="number"
          label={t("post.number")}
          extra={t("post.number-more")}
          rules={[{ required: true, message: t("post.number-needed") }]}
        >
          <Input autoComplete="off" autoFocus inputMode="numeric" />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t("post.kind")}>
        <Select
          onChange={(to: Place["kind"]) => form.setFieldValue("title", usualTitles[to][0])}
          options={kinds.map((k) => ({ value: k, label: t(`kinds.${k}`) }))}
        />
      </Form.Item>
      {kind === "presidium" ? (
        <p className="muted">{t("post.presidium")}</p>
      ) : (
        <Form.Item name="department" label={t("post.department")}>
          <Select
            allowClear
            placeholder={t("post.no-department")}
            options={departments.map((d) => ({ value: d, label: d }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={t("post.title")}
        rules={[{ required: true, message: t("post.title-needed") }]}
      >
        <AutoComplete
          options={usualTitles[kind].map((value) => ({ value }))}
          filterOption={(typed, option) => option?.value.includes(typed) === true}
        />
      </Form.Item>
    </Asking>
  )
}
