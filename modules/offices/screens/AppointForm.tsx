import { Form, Input, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { unionsList } from "#modules/unions/contract.ts"
import type { OfficeKind, OfficePost } from "#policy/offices.ts"
import { appoint } from "../contract.ts"
import type { Office } from "./OfficePanel.tsx"

interface Filled {
  readonly scope?: string
  readonly post: OfficePost
  readonly number: string
  readonly name: string
  readonly title?: string
  readonly union?: string
  readonly fullTime?: boolean
  readonly from: string
  readonly to?: string
  readonly source?: string
}

interface Place {
  readonly kind: OfficeKind
  readonly scope?: string
  readonly faculty?: string
}

/** A person for a post of an office shown. */
export function AppointForm({ office, onClose }: { office: Office; onClose: () => void }): ReactNode {
  const place = {
    kind: office.kind,
    ...(office.scope === "university" ? {} : { scope: office.scopeName }),
    ...(office.faculty ? { faculty: office.faculty } : {}),
  }
  return (
    <Appointing
      name={office.name}
      place={place}
      posts={office.posts.filter((p) => p.can)}
      asksFullTime={office.asksFullTime}
      onClose={onClose}
    />
  )
}

/** The first post of a class branch that has none on file: its class is named in the form. */
export function BranchForm({ faculty, onClose }: { faculty: string; onClose: () => void }): ReactNode {
  const t = useWords("offices")
  const posts = (["head", "deputy"] as const).map((post) => ({ post, title: t(`post.branch-${post}`) }))
  return (
    <Appointing
      name={t("list.branch")}
      place={{ kind: "class-branch", faculty }}
      posts={posts}
      onClose={onClose}
      wants={t("appoint.class")}
    />
  )
}

/** The first post of a department that has none on file. */
export function UnitForm({ onClose }: { onClose: () => void }): ReactNode {
  const t = useWords("offices")
  const posts = (["head", "deputy", "clerk"] as const).map((post) => ({ post, title: t(`post.${post}`) }))
  return (
    <Appointing
      name={t("list.unit")}
      place={{ kind: "service" }}
      posts={posts}
      onClose={onClose}
      wants={t("appoint.unit")}
    />
  )
}

function Appointing(props: {
  name: string
  place: Place
  posts: readonly { post: OfficePost; title: string }[]
  onClose: () => void
  /** What the place is called that must be named. */
  wants?: string
  asksFullTime?: boolean
}): ReactNode {
  const t = useWords("offices")
  const { admin, university } = useViewer()
  const [form] = Form.useForm<Filled>()
  const post = Form.useWatch("post", form)
  const { run, busy, refused } = useDo(appoint, { quiet: true, done: t("appoint.done") })
  const must = { required: true, message: t("needed") }
  const submit = async (filled: Filled) => {
    if (await run({ ...props.place, ...given(filled) })) props.onClose()
  }
  return (
    <Asking
      title={t("appoint.title", { office: props.name })}
      lead={admin ? t("appoint.set-up") : null}
      refused={refused}
      busy={busy}
      go={t("appoint.submit")}
      form={form}
      start={{ from: university.today, ...(props.posts[0] ? { post: props.posts[0].post } : {}) }}
      onGo={submit}
      onClose={props.onClose}
    >
      {props.wants ? (
        <Form.Item name="scope" label={props.wants} rules={[must]}>
          <Input autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item name="post" label={t("appoint.post")} rules={[must]}>
        <Select
          options={props.posts.map((p) => ({
            value: p.post,
            label:
              p.title === t(`post.${p.post}`)
                ? p.title
                : t("post.called", { title: p.title, post: t(`post.${p.post}`) }),
          }))}
        />
      </Form.Item>
      {post === "secretary" ? <UnionField /> : null}
      {props.asksFullTime && post !== "deputy-secretary" ? (
        <Form.Item
          name="fullTime"
          label={t("appoint.full-time")}
          extra={post === "secretary" ? t("appoint.full-time-secretary") : null}
        >
          <Radio.Group>
            <Radio value={true}>{t("full-time.yes")}</Radio>
            <Radio value={false}>{t("full-time.no")}</Radio>
          </Radio.Group>
        </Form.Item>
      ) : null}
      <Form.Item name="number" label={t("appoint.number")} rules={[must]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t("appoint.name")} rules={[must]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label={t("appoint.of-title")}>
        <Input autoComplete="off" placeholder={props.posts.find((p) => p.post === post)?.title ?? ""} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="from" label={t("appoint.from")} rules={[must]}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="to" label={t("appoint.to")}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t("appoint.source")}>
        <Input autoComplete="off" placeholder={t("appoint.source-example")} />
      </Form.Item>
    </Asking>
  )
}

/** Fields left empty are not sent. */
const given = (filled: Filled): Filled =>
  Object.fromEntries(
    Object.entries(filled).filter(([, value]) => value || value === false),
  ) as unknown as Filled

function UnionField(): ReactNode {
  const t = useWords("offices")
  const { data } = useAsk(unionsList, {})
  const options = (data?.items ?? []).map((u) => ({ value: u.id, label: u.name }))
  return (
    <Form.Item
      name="union"
      label={t("appoint.union")}
      extra={t(data && options.length === 0 ? "appoint.no-union" : "appoint.union-more")}
      rules={[{ required: true, message: t("needed") }]}
    >
      <Select showSearch optionFilterProp="label" options={options} />
    </Form.Item>
  )
}
