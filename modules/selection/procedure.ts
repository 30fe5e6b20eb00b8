import { type Ask, by, jointly, type Procedure, procedure, step, withExtra } from "@qiaoliang/procedure"
import { publicNotice } from "#policy/practice/public-notice.ts"

/** 4.2, in the recommending organisation's own words; short enough to be read, long enough to say something. */
export const vouch: Ask = {
  key: "vouch",
  label: "对其理想信念、品行、作风和服务意识的评价",
  min: 20,
  max: 1000,
}

/** Where the person goes, said by whoever determines; left out: the department applied for, as 工作人员. */
const placing: readonly Ask[] = [
  { key: "department", label: "安排到的部门（与报名一致的不填）", min: 0, max: 40 },
  { key: "title", label: "职务：负责人或工作人员（不填为工作人员）", min: 0, max: 20 },
]

/** Working days a step should take: so that nobody waits, not law. */
const days = 5

/** 5.2 校级主席团候选人: exactly these steps, each by the office named. */
const schoolPresidium = procedure("selection.school-presidium", "5.2", "校级主席团候选人遴选", [
  step("recommended", by("faculty-league"), "学院（系）团组织推荐", { days, asks: [vouch] }),
  step("agreed", by("faculty-party"), "学院（系）党组织同意", { days }),
  step("reviewed", jointly("student-affairs", "school-league"), "学生工作部门和团委联合审查", { days }),
  step("determined", by("school-party"), "学校党委确定", { days }),
])

/** 5.4 校级工作部门成员. */
const schoolMember = procedure("selection.school-member", "5.4", "校级工作部门成员遴选", [
  step("recommended", by("faculty-league"), "学院（系）团组织推荐", { days, asks: [vouch] }),
  step("determined", jointly("student-affairs", "school-league"), "学生工作部门和团委审核后确定", {
    days,
    asks: placing,
  }),
])

/** 5.5 学院（系）主席团候选人. */
const facultyPresidium = procedure("selection.faculty-presidium", "5.5", "学院（系）主席团候选人遴选", [
  step("recommended", by("class-branch"), "班级团支部推荐", { days, asks: [vouch] }),
  step("agreed", by("faculty-league"), "学院（系）团组织同意", { days }),
  step("determined", by("faculty-party"), "学院（系）党组织确定", { days }),
])

/** 5.5 学院（系）学生会工作人员: the same chain. */
const facultyStaff = procedure("selection.faculty-staff", "5.5", "学院（系）学生会工作人员遴选", [
  step("recommended", by("class-branch"), "班级团支部推荐", { days, asks: [vouch] }),
  step("agreed", by("faculty-league"), "学院（系）团组织同意", { days }),
  step("determined", by("faculty-party"), "学院（系）党组织确定", { days, asks: placing }),
])

/** The four chains as the clauses write them, by the kind of post. */
export const asWritten = {
  "school-presidium": schoolPresidium,
  "school-member": schoolMember,
  "faculty-presidium": facultyPresidium,
  "faculty-staff": facultyStaff,
} as const

export type PostKind = keyof typeof asWritten

export const postKinds = Object.keys(asWritten) as readonly PostKind[]

/** The step of the clause that determines; and the one practice adds behind it. */
export const determined = "determined"
export const published = "published"

/** With the public notice behind the clause's last step: added (`extra`), never in the place of one. */
const withNotice = (p: Procedure, office: string): Procedure =>
  withExtra(p, determined, step(published, by(office), "公示（通行做法）", { notice: publicNotice.days }))

export const procedures: Readonly<Record<PostKind, Procedure>> = {
  "school-presidium": withNotice(schoolPresidium, "school-league"),
  "school-member": withNotice(schoolMember, "school-league"),
  "faculty-presidium": withNotice(facultyPresidium, "faculty-league"),
  "faculty-staff": withNotice(facultyStaff, "faculty-league"),
}

/** 5.1: such a chain ends in a candidate of the congress. */
export const isPresidium = (kind: PostKind): boolean =>
  kind === "school-presidium" || kind === "faculty-presidium"
