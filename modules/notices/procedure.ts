import { by, type Procedure, procedure, type Step, step } from "@qiaoliang/procedure"
import { facultyFirst, reviewWithin } from "#policy/practice/requests.ts"

/** 10.4: what is published is reviewed before. Those who review differ with who speaks (`reviewer.ts`). */
export const reviewBy = (steps: readonly Step[]): Procedure =>
  procedure("notices.review", "10.4", "通知发布审核", [
    step("submitted", by("applicant"), "拟稿人提交"),
    ...steps,
  ])

const words = { asks: [{ key: "conditions", label: "审核意见", min: 0, max: 1000 }], days: reviewWithin.days }

/** 10.3: the one designated deputy secretary. */
export const byDesignated = step("reviewed", by("school-league", "designated"), "校团委专职副书记审核", words)

/** Of a faculty's union its faculty's League organisation first, as practice has it. */
export const byFaculty = step("faculty", by(facultyFirst.office), facultyFirst.label, {
  days: facultyFirst.days,
})

/** An office's own notice: its head. */
export const byHead = (office: string): Step =>
  step("reviewed", by(office, "head"), "本部门负责人审核", words)

/** As it is for the university's union. */
export const review = reviewBy([byDesignated])
