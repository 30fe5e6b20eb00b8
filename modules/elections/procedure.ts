import { type Ask, by, procedure, step } from "@qiaoliang/procedure"

/** What whoever files says of the receipt: the federation may have no account here. */
export const receipt = "receipt"
export const filedOn = "filed-on"
const asks: readonly Ask[] = [
  { key: receipt, label: "备案回执（文号或说明）", min: 2, max: 80 },
  { key: filedOn, label: "备案日期（如2025-11-20）", min: 10, max: 10 },
]

/** Working days a step should take: so that nobody waits, not law. */
const days = 5

export const ratified = "ratified"
export const filed = "filed"

/** 6.6 of a school's congress, after the result was announced to it (6.6a). */
export const schoolResult = procedure("elections.result-school", "6.6b", "学代会选举结果报批备案", [
  step(ratified, by("school-party"), "经同级党委批准", { days }),
  step(filed, by("school-league"), "报上级学联、学生会组织备案", { days, clause: "6.6c", asks }),
])

/** 6.6 of a faculty's congress: ratified by its own Party organisation, filed with the school's union. */
export const facultyResult = procedure(
  "elections.result-faculty",
  "6.6b",
  "学院（系）学代会选举结果报批备案",
  [
    step(ratified, by("faculty-party"), "经同级党组织批准", { days }),
    step(filed, by("union"), "报上级学生会组织备案", { days, clause: "6.6c", asks }),
  ],
)
