import { Form, Input, InputNumber, Radio, Select, Switch } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { BuiltOn } from "#kit/web/desk/BuiltOn.tsx"
import { Moment } from "#kit/web/desk/Moment.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draft, edit, ground, type list } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"
import { fieldsOf, fresh, type PlanFields, planOf } from "./plan-fields.ts"

type Host = Pick<Out<typeof list>["hosts"][number], "id" | "name">

interface PlanFormProps {
  readonly hosts: readonly Host[]
  /** The one to change; without it a new one begins. */
  readonly activity?: Activity
  readonly onClose: () => void
}

/** An activity's plan: what, when, where, for whom, on what it is built, how one signs up. */
export function PlanForm({ hosts, activity, onClose }: PlanFormProps): ReactNode {
  const t = useWords("activities")
  const go = useGo()
  const [form] = Form.useForm<PlanFields>()
  const union = Form.useWatch("union", form) ?? activity?.union.id ?? hosts[0]?.id ?? ""
  const signs = Form.useWatch("signs", form) ?? (activity ? activity.opensAt !== null : true)
  const known = useAsk(ground, { union }, { when: union !== "" }).data
  const make = useDo(draft, { quiet: true, done: t("plan.made") })
  const change = useDo(edit, { quiet: true, done: t("plan.changed") })
  const doing = activity ? change : make
  const submit = async (fields: PlanFields) => {
    const done = activity
      ? await change.run({ id: activity.id, ...planOf(fields) })
      : await make.run({ union: fields.union, ...planOf(fields) })
    if (!done) return
    onClose()
    if (!activity) go(`/office/activities/${done.id}`)
  }
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<PlanFields>
      wide
      title={t(activity ? "plan.edit" : "plan.new")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("plan.save")}
      form={form}
      start={activity ? fieldsOf(activity) : { ...fresh, union }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="union" label={t("plan.host")} rules={must} hidden={hosts.length < 2 || !!activity}>
        <Select options={hosts.map((h) => ({ value: h.id, label: h.name }))} />
      </Form.Item>
      <Form.Item name="title" label={t("plan.title")} rules={must}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t("plan.purpose")}
        rules={[{ required: true, min: 4, message: t("plan.purpose-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="startsAt" label={t("plan.starts")} rules={must}>
          <Moment placeholder={t("moment")} />
        </Form.Item>
        <Form.Item name="endsAt" label={t("plan.ends")} rules={must}>
          <Moment placeholder={t("moment")} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t("plan.place")} rules={must}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="who" label={t("plan.who")} extra={t("plan.who-more")}>
        <Radio.Group
          options={(["union", "everyone"] as const).map((value) => ({
            value,
            label: t(`plan.who-${value}`),
          }))}
        />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="faculties" label={t("plan.faculties")}>
          <Select
            mode="multiple"
            maxTagCount="responsive"
            placeholder={t("plan.all-faculties")}
            options={(known?.faculties ?? []).map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name="grades" label={t("plan.grades")}>
          <Select
            mode="multiple"
            placeholder={t("plan.all-grades")}
            options={(known?.grades ?? []).map((value) => ({ value, label: t("grade", { grade: value }) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="signs" label={t("plan.signs")} valuePropName="checked">
        <Switch />
      </Form.Item>
      {signs ? (
        <>
          <div className="desk-pair">
            <Form.Item name="opensAt" label={t("plan.opens")} rules={must}>
              <Moment placeholder={t("moment")} />
            </Form.Item>
            <Form.Item name="closesAt" label={t("plan.closes")} extra={t("plan.until-start")}>
              <Moment placeholder={t("moment")} />
            </Form.Item>
          </div>
          <div className="desk-pair">
            <Form.Item name="places" label={t("plan.places")} extra={t("plan.places-more")}>
              <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
            </Form.Item>
            <Form.Item name="signOffUntil" label={t("plan.sign-off")} extra={t("plan.until-start")}>
              <Moment placeholder={t("moment")} />
            </Form.Item>
          </div>
        </>
      ) : null}
      <div className="desk-pair">
        <Form.Item
          name="walkIns"
          label={t("plan.walk-ins")}
          valuePropName="checked"
          extra={t("plan.walk-ins-more")}
        >
          <Switch disabled={!signs} />
        </Form.Item>
        <Form.Item name="early" label={t("plan.early")} extra={t("plan.early-more")} rules={must}>
          <InputNumber min={0} max={240} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      <BuiltOn
        classes={known?.classes ?? []}
        societies={known?.societies ?? []}
        faculty={known?.faculty}
        words={{
          classes: t("plan.classes"),
          more: t("plan.built-on"),
          societies: t("plan.societies"),
          main: (name) => t("plan.main-society", { name }),
        }}
      />
      <Form.Item name="requestId" label={t("plan.request")} extra={t("plan.request-more")}>
        <Select
          allowClear
          options={(known?.requests ?? []).map((r) => ({
            value: r.id,
            label: `${r.title}（${t(`review.${r.status}`)}）`,
          }))}
        />
      </Form.Item>
      {(known?.projects.length ?? 0) > 0 || activity?.project ? (
        <Form.Item name="projectId" label={t("plan.project")}>
          <Select
            allowClear
            options={(known?.projects ?? []).map((p) => ({ value: p.id, label: p.title }))}
          />
        </Form.Item>
      ) : null}
    </Asking>
  )
}
