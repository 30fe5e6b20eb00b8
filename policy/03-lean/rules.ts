import { atMost, between } from "@qiaoliang/clause"
import {
  article,
  type Facts,
  isFaculty,
  isSchool,
  ofKind,
  type PostKind,
  persons,
  rowsOf,
  rule,
  staff,
  unmechanised,
} from "../vocabulary.ts"

/** The different persons of a department in posts of these kinds. */
const inDepartment = (f: Facts, name: string, ...kinds: readonly PostKind[]) => {
  const posts = ofKind(f, ...kinds)
  return rowsOf(posts && persons(posts.filter((p) => p.department === name)))
}

const presidium = (f: Facts) => {
  const posts = ofKind(f, "presidium")
  return rowsOf(posts && persons(posts))
}

/** 3.3 of a school's union, 3.8b of a faculty's. */
export const presidiumAtMost = { school: 5, faculty: 3 } as const

export const lean = article(3, [
  unmechanised("3.1", "重叠与否须由人判断：各部门职责并列公示，由指导单位研判"),
  rule("3.2", {
    quote: "校级学生会工作人员一般为40人左右",
    when: isSchool,
    count: (f) => rowsOf(staff(f)),
    what: "工作人员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: atMost(40),
  }),
  rule("3.3", {
    quote: "主席团成员不超过5人",
    when: isSchool,
    count: presidium,
    what: "主席团成员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: atMost(presidiumAtMost.school),
  }),
  rule("3.4", {
    quote: "工作部门一般不超过6个",
    when: isSchool,
    count: (f) =>
      f.posts === null && f.departments.length === 0
        ? null
        : f.departments.map((d) => ({ name: d.name, ...d.at })),
    what: "工作部门",
    unit: "个",
    evidence: "导入工作人员名单",
    limit: atMost(6),
  }),
  rule("3.5", {
    quote: "每个工作部门成员设负责人2至3人",
    each: (f) => f.departments,
    countIn: (d, f) => inDepartment(f, d.name, "head"),
    what: "负责人",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: between(2, 3),
  }),
  rule("3.6", {
    quote: "工作人员一般不超过6人",
    readings: {
      "besides-heads": { label: "6人不含负责人", source: "第三条；按5+6×(3+6)=59，与“不超过60人”相合" },
      "including-heads": { label: "6人含负责人", source: "第三条；按5+6×6=41，与“40人左右”相合" },
    },
    each: (f) => f.departments,
    countIn: (d, f, reading) =>
      reading === "including-heads"
        ? inDepartment(f, d.name, "head", "member")
        : inDepartment(f, d.name, "member"),
    what: "工作人员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: atMost(6),
  }),
  rule("3.7", {
    quote: "原则上不超过60人",
    when: isSchool,
    count: (f) => rowsOf(staff(f)),
    what: "工作人员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: atMost(60),
    see: ["3.2"],
  }),
  rule("3.8a", {
    quote: "学院（系）学生会工作人员一般为20至30人",
    when: isFaculty,
    count: (f) => rowsOf(staff(f)),
    what: "工作人员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: between(20, 30),
  }),
  rule("3.8b", {
    quote: "主席团成员不超过3人",
    when: isFaculty,
    count: presidium,
    what: "主席团成员",
    unit: "人",
    evidence: "导入工作人员名单",
    limit: atMost(presidiumAtMost.faculty),
  }),
  rule("3.9", {
    quote: "均不设置其他任何职务",
    holds: (f) => {
      const limit = "主席团成员、工作部门成员"
      const others = ofKind(f, "listed")
      if (others === null)
        return {
          answer: "unknown",
          because: "职务：系统中没有可据以判断的材料",
          limit,
          cure: "导入工作人员名单",
        }
      if (others.length === 0)
        return { answer: "yes", because: "除主席团成员和工作部门成员外没有其他职务", value: 0, limit }
      return {
        answer: "no",
        because: `设有其他职务：${others.map((p) => `${p.name}（${p.title}）`).join("、")}`,
        value: others.length,
        limit,
        rows: others.map((p) => ({ ...p.row, note: p.title })),
        cure: "取消该职务，或改任主席团成员、部门负责人或部门工作人员",
      }
    },
  }),
  unmechanised("3.10", "可选事项：志愿者由项目招募，项目结束即自行解除，不计入工作人员"),
])
