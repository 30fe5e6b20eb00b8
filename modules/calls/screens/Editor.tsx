import { DeleteOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, InputNumber, Select } from "antd"
import type { ReactNode } from "react"
import type { In, Out, Refusal } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import type { draft, list } from "../contract.ts"
import "./calls.css"
import "./desk.css"

export type Content = Omit<In<typeof draft>, "unionId">
type Post = Content["posts"][number]
type Union = Pick<Out<typeof list>["unions"][number], "level" | "departments">

interface EditorProps {
  readonly union: Union
  readonly start: Partial<Content>
  /** Posts somebody applied for: they stay as they are. */
  readonly applied?: Readonly<Record<string, number>>
  /** Asked for where what was published is put right. */
  readonly because?: boolean
  readonly opened?: boolean
  readonly go: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onSave: (content: Content, because: string) => unknown
  readonly onCancel: () => void
}

const kinds = {
  school: ["school-member", "school-presidium"],
  faculty: ["faculty-staff", "faculty-presidium"],
} as const

export function Editor(props: EditorProps): ReactNode {
  const t = useWords("calls")
  const { union, start } = props
  const must = [{ required: true, message: t("edit.needed") }]
  const first: Partial<Post> = { kind: kinds[union.level][0], department: null, number: 1 }
  const save = ({ because = "", ...content }: Content & { because?: string }) =>
    props.onSave(
      { ...content, posts: content.posts.map((p) => ({ ...p, department: p.department || null })) },
      because,
    )
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      initialValues={{ ...start, posts: start.posts ?? [first] }}
      className="calls-editor"
    >
      <Form.Item
        name="title"
        label={t("field.title")}
        rules={[...must, { min: 4, message: t("edit.short") }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <div className="calls-pair">
        <Form.Item name="opensOn" label={t("field.opensOn")} rules={must}>
          <DayPicker disabled={props.opened ?? false} />
        </Form.Item>
        <Form.Item name="closesOn" label={t("field.closesOn")} rules={must}>
          <DayPicker />
        </Form.Item>
      </div>
      <Posts union={union} first={first} applied={props.applied ?? {}} />
      <Form.Item name="text" label={t("field.text")} rules={[...must, { min: 10, message: t("edit.short") }]}>
        <Input.TextArea rows={8} maxLength={5000} showCount />
      </Form.Item>
      <p className="muted">{t("edit.conditions")}</p>
      <Form.Item name="contact" label={t("field.contact")} rules={must}>
        <Input maxLength={200} placeholder={t("edit.contact-example")} />
      </Form.Item>
      {props.because ? (
        <Form.Item name="because" label={t("edit.because")} extra={t("edit.because-more")} rules={must}>
          <Input maxLength={300} />
        </Form.Item>
      ) : null}
      {props.refused ? <Problem refusal={props.refused} /> : null}
      <div className="calls-buttons">
        <Button type="primary" htmlType="submit" loading={props.busy}>
          {props.go}
        </Button>
        <Button onClick={props.onCancel}>{t("edit.cancel")}</Button>
      </div>
    </Form>
  )
}

interface PostsProps {
  readonly union: Union
  readonly first: Partial<Post>
  readonly applied: Readonly<Record<string, number>>
}

function Posts({ union, first, applied }: PostsProps): ReactNode {
  const t = useWords("calls")
  const form = Form.useFormInstance()
  const posts: readonly Partial<Post>[] = Form.useWatch("posts", form) ?? []
  return (
    <Form.List name="posts">
      {(fields, { add, remove }) => (
        <fieldset className="calls-edit-posts">
          <legend>{t("field.posts")}</legend>
          {fields.map(({ key, name }) => {
            const post = posts[name]
            const fixed = post?.id !== undefined && (applied[post.id] ?? 0) > 0
            const presidium = post?.kind?.endsWith("presidium") ?? false
            return (
              <div key={key} className="calls-edit-post">
                <Form.Item name={[name, "id"]} hidden>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, "kind"]} label={t("edit.kind")}>
                  <Select
                    disabled={fixed}
                    options={kinds[union.level].map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, "department"]}
                  label={t("edit.department")}
                  hidden={presidium}
                  rules={
                    post?.kind === "school-member" ? [{ required: true, message: t("edit.needed") }] : []
                  }
                >
                  {union.departments.length ? (
                    <Select
                      allowClear
                      disabled={fixed}
                      placeholder={t("edit.department-choose")}
                      options={union.departments.map((d) => ({ value: d, label: d }))}
                    />
                  ) : (
                    <Input maxLength={40} disabled={fixed} />
                  )}
                </Form.Item>
                <Form.Item
                  name={[name, "number"]}
                  label={t("call.number")}
                  rules={[{ required: true, message: t("edit.needed") }]}
                >
                  <InputNumber min={1} max={500} precision={0} />
                </Form.Item>
                {fixed ? (
                  <span className="muted calls-edit-fixed">
                    {t("edit.applied", { count: applied[post.id!] })}
                  </span>
                ) : fields.length > 1 ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t("edit.remove", { n: name + 1 })}
                    onClick={() => remove(name)}
                  />
                ) : null}
              </div>
            )
          })}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(first)}>
            {t("edit.add")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
