import { DeleteOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Form, InputNumber, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsGround, projectsReached } from "../contract.ts"
import type { Project } from "./ProjectPage.tsx"

type Group = Project["reached"][number]

/** How many took part, by faculty and grade, as counted on the spot. */
export function ReachForm({ project: p, onClose }: { project: Project; onClose: () => void }): ReactNode {
  const t = useWords("projects")
  const { university } = useViewer()
  const ground = useAsk(projectsGround, { unionId: p.union.id })
  const { run, busy, refused } = useDo(projectsReached, { quiet: true, done: t("summary.counted") })
  const year = Number(university.today.slice(0, 4))
  const grades = Array.from({ length: 8 }, (_, i) => year - i)
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<{ groups: Group[] }>
      wide
      title={t("summary.count")}
      lead={t("summary.count-lead")}
      refused={refused}
      busy={busy}
      go={t("plan.save")}
      start={{ groups: p.reached.length ? p.reached.map((g) => ({ ...g })) : [{} as Group] }}
      onGo={async ({ groups = [] }) => {
        if (await run({ id: p.id, groups })) onClose()
      }}
      onClose={onClose}
    >
      <Form.List name="groups">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="project-reach">
                <Form.Item name={[field.name, "faculty"]} rules={must}>
                  <Select
                    aria-label={t("volunteers.faculty")}
                    placeholder={t("volunteers.faculty")}
                    showSearch
                    options={(ground.data?.faculties ?? []).map((value) => ({ value, label: value }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, "grade"]} rules={must}>
                  <Select
                    aria-label={t("volunteers.grade")}
                    placeholder={t("volunteers.grade")}
                    options={grades.map((value) => ({ value, label: t("grade", { grade: value }) }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, "people"]} rules={must}>
                  <InputNumber
                    aria-label={t("summary.people")}
                    placeholder={t("summary.people")}
                    min={0}
                    precision={0}
                    inputMode="numeric"
                  />
                </Form.Item>
                <Button
                  aria-label={t("summary.remove")}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Form.Item>
              <Button icon={<PlusOutlined />} onClick={() => add()}>
                {t("summary.add")}
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
    </Asking>
  )
}
