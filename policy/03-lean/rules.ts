import { atMost, between } from "@qiaoliang/clause"
import { article, isFaculty, isSchool, ofKind, rowsOf, rule, staff, unmechanised } from "../vocabulary.ts"

export const lean = article(3, [
  unmechanised("3.1", "重叠与否须由人判断：各部门职责并列公示，由指导单位研判"),
  rule("3.2", {
    quote: "校级学生会工作人员一般为40人左右",
    when: isSchool,
    count: (f) => rowsOf(staff(f)),
    what: "工作人员",
    unit: "人",
    limit: atMost(40),
  }),
  rule("3.3", {
    quote: "主席团成员不超过5人",
    when: isSchool,
    count: (f) => rowsOf(ofKind(f, "presidium")),
    what: "主席团成员",
    unit: "人",
    limit: atMost(5),
  }),
  rule("3.5", {
    quote: "每个工作部门成员设负责人2至3人",
    when: isSchool,
    each: (f) => f.departments,
    countIn: (d, f) => rowsOf(ofKind(f, "head")?.filter((p) => p.department === d.name) ?? null),
    what: "负责人",
    unit: "人",
    limit: between(2, 3),
  }),
  rule("3.8b", {
    quote: "主席团成员不超过3人",
    when: isFaculty,
    count: (f) => rowsOf(ofKind(f, "presidium")),
    what: "主席团成员",
    unit: "人",
    limit: atMost(3),
  }),
])
