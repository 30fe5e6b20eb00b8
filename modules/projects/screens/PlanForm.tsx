import { Checkbox, Form, Input, InputNumber, Radio, Select } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { BuiltOn } from "#kit/web/desk/BuiltOn.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import {
  projectsDraft,
  projectsEdit,
  projectsGround,
  type projectsList,
  type projectsOne,
} from "../contract.ts"

type Host = Out<typeof projectsList>["hosts"][number]
type Project = Out<typeof projectsOne>

interface Fields {
  unionId: string
  title: string
  purpose: string
  reach: "school" | "faculty"
  guideDepartment?: string
  activity: boolean
  classes?: string[]
  societies?: string[]
  /** 元 */
  budget: number
  wanted: number
  admits?: "at-once" | "chosen"
  callUntil?: string
  startsOn: string
  endsOn: string
}

interface PlanFormProps {
  readonly hosts: readonly Host[]
  /** The one to change; without it a new one begins. */
  readonly project?: Project
  readonly onClose: () => void
}

/** A project's plan: what for, by whom, built on what, how many, how much, when. */
export function PlanForm({ hosts, project, onClose }: PlanFormProps): ReactNode {
  const t = useWords("projects")
  const go = useGo()
  const [form] = Form.useForm<Fields>()
  const unionId = Form.useWatch("unionId", form) ?? project?.union.id ?? hosts[0]?.id ?? ""
  const host = hosts.find((h) => h.id === unionId)
  const reach = Form.useWatch("reach", form) ?? project?.reach ?? "school"
  const wanted = Form.useWatch("wanted", form) ?? project?.wanted ?? 0
  const ground = useAsk(projectsGround, { unionId }, { when: unionId !== "" }).data
  const draft = useDo(projectsDraft, { quiet: true, done: t("plan.made") })
  const edit = useDo(projectsEdit, { quiet: true, done: t("plan.changed") })
  const doing = project ? edit : draft
  const submit = async ({ unionId: of, budget, ...fields }: Fields) => {
    const school = host?.level === "school"
    const plan = {
      ...fields,
      reach: school ? ("school" as const) : fields.reach,
      guideDepartment: (!school && fields.reach === "school" && fields.guideDepartment) || null,
      classes: fields.classes ?? [],
      societies: fields.societies ?? [],
      // Not asked of a project without volunteers.
      admits: fields.admits ?? project?.admits ?? fresh.admits,
      budget: Math.round(budget * 100),
      callUntil: fields.callUntil ?? null,
    }
    const done = project
      ? await edit.run({ id: project.id, ...plan })
      : await draft.run({ unionId: of, ...plan })
    if (!done) return
    onClose()
    if (!project) go(`/office/projects/${done.id}`)
  }
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<Fields>
      wide
      title={t(project ? "plan.edit" : "plan.new")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("plan.save")}
      form={form}
      start={project ? startOf(project) : { ...fresh, unionId, reach: host?.level ?? "school" }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="unionId" label={t("plan.host")} rules={must} hidden={hosts.length < 2 || !!project}>
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
      {host?.level === "faculty" ? (
        <>
          <Form.Item name="reach" label={t("plan.reach")}>
            <Radio.Group
              options={[
                { value: "faculty", label: t("plan.reach-faculty", { faculty: host.faculty ?? "" }) },
                { value: "school", label: t("plan.reach-school") },
              ]}
            />
          </Form.Item>
          {reach === "school" ? (
            <Form.Item
              name="guideDepartment"
              label={t("plan.guide")}
              extra={t("plan.guide-more")}
              rules={must}
            >
              <Select
                options={(ground?.guides ?? []).map((g) => ({ value: g.department, label: g.department }))}
              />
            </Form.Item>
          ) : null}
        </>
      ) : null}
      <div className="desk-pair">
        <Form.Item name="startsOn" label={t("plan.starts")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="endsOn" label={t("plan.ends")} rules={must}>
          <DayPicker />
        </Form.Item>
      </div>
      <BuiltOn
        classes={ground?.classes ?? []}
        societies={ground?.societies ?? []}
        faculty={host?.faculty}
        words={{
          classes: t("plan.classes"),
          more: t("plan.built-on"),
          societies: t("plan.societies"),
          main: (name) => t("plan.main-society", { name }),
        }}
      />
      <div className="desk-pair">
        <Form.Item name="budget" label={t("plan.budget")} rules={must}>
          <InputNumber min={0} max={10_000_000} precision={2} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="wanted" label={t("plan.wanted")} rules={must}>
          <InputNumber min={0} max={5000} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      {wanted > 0 ? (
        <div className="desk-pair">
          <Form.Item name="admits" label={t("plan.admits")}>
            <Radio.Group
              options={(["at-once", "chosen"] as const).map((value) => ({
                value,
                label: t(`plan.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="callUntil" label={t("plan.call-until")} extra={t("plan.call-until-more")}>
            <DayPicker />
          </Form.Item>
        </div>
      ) : null}
      <Form.Item name="activity" valuePropName="checked" extra={t("plan.activity-more")}>
        <Checkbox>{t("plan.activity")}</Checkbox>
      </Form.Item>
    </Asking>
  )
}

const fresh = { activity: true, budget: 0, wanted: 0, admits: "at-once" as const }

const startOf = (p: Project): Partial<Fields> => ({
  unionId: p.union.id,
  title: p.title,
  purpose: p.purpose,
  reach: p.reach,
  ...(p.guide ? { guideDepartment: p.guide.department } : {}),
  activity: p.activity,
  classes: [...p.classes],
  societies: [...p.societies],
  budget: p.budget / 100,
  wanted: p.wanted,
  admits: p.admits,
  ...(p.callUntil ? { callUntil: p.callUntil } : {}),
  startsOn: p.startsOn,
  endsOn: p.endsOn,
})
