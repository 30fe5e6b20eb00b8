import { expect, it } from "vitest"
import { postKindOf } from "./titles.ts"

it.each([
  ["执行主席", "presidium"],
  ["主席团成员", "presidium"],
  ["轮值执行主席", "presidium"],
  ["校学生会主席", "presidium"],
  ["副主席（主持工作）", "presidium"],
  ["部 长", "head"],
  ["副部长", "head"],
  ["学习部部长", "head"],
  ["部门负责人", "head"],
  ["干事", "member"],
  ["部员", "member"],
  ["综合部工作人员", "member"],
])("%s is of the closed list", (title, kind) => {
  expect(postKindOf(title)).toBe(kind)
})

it.each([
  "秘书长",
  "主席团秘书长",
  "常务副主席",
  "办公室主任",
  "站长",
  "传媒中心主任",
  "副主席兼新闻中心主任",
  "部长助理",
  "",
])("“%s” is not", (title) => {
  expect(postKindOf(title)).toBe("listed")
})

it("takes the department's own name off a title", () => {
  expect(postKindOf("新媒体中心负责人", "新媒体中心")).toBe("head")
  expect(postKindOf("新媒体中心负责人")).toBe("listed")
})
