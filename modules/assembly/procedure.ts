import { applicant, by, type Procedure, procedure, step } from "@qiaoliang/procedure"

const replied = { asks: [{ key: "reply", label: "批复文号（没有的可不填）", min: 0, max: 60 }] }

/** Another day or name after the reply goes through all of it again. */
const changed = { reopens: true } as const

/** 6.1: a school's congress. The request, the Party committee's reply, the committee, the request to convene, the reply. */
const schoolAssembly = procedure(
  "assembly.school",
  "6.1",
  "召开校级学生代表大会",
  [
    step("requested", by(applicant), "主席团提出召开大会的请示"),
    step("reviewed", by("school-league"), "学校团委审核"),
    step("approved", by("school-party"), "学校党委批复同意筹备", replied),
    step("reported-up", by("school-league"), "报上级学联", {
      clause: "10.1",
      asks: [{ key: "reply", label: "上级学联复函文号", min: 2, max: 60 }],
    }),
    step("committee", by("school-league"), "成立筹备委员会"),
    step("ready", by(applicant), "再次请示，报告筹备情况"),
    step("convened", by("school-party"), "学校党委批复正式召开", replied),
  ],
  changed,
)

/** 6.5: a faculty's congress or general assembly; the school's League committee stands where the federation does. */
const facultyAssembly = procedure(
  "assembly.faculty",
  "6.5",
  "召开学院（系）学生代表大会",
  [
    step("requested", by(applicant), "主席团提出召开大会的请示"),
    step("reviewed", by("faculty-league"), "学院（系）团组织审核"),
    step("approved", by("faculty-party"), "学院（系）党组织批复同意筹备", replied),
    step("reported-up", by("school-league"), "报学校团委审核"),
    step("committee", by("faculty-league"), "成立筹备委员会"),
    step("ready", by(applicant), "再次请示，报告筹备情况"),
    step("convened", by("faculty-party"), "学院（系）党组织批复正式召开", replied),
  ],
  changed,
)

export const assemblyProcedures: readonly Procedure[] = [schoolAssembly, facultyAssembly]

/** The clause that asks for the yearly congress of a union. */
export const clauseFor = (level: "school" | "faculty"): "6.1" | "6.5" => (level === "school" ? "6.1" : "6.5")
