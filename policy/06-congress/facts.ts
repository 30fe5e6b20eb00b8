import type { Question } from "../questions.ts"

export const questions = {
  "congress-held": {
    clauses: ["6.1", "6.5"],
    prompt: "最近一次学生（研究生）代表大会是哪一天召开的？",
    shape: "day",
    lasts: "standing",
    levels: ["school", "faculty"],
  },
  "delegates-elected": {
    clauses: ["6.2"],
    prompt: "代表是否均经班级团支部推荐、学院（系）学生会组织选举产生？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "result-announced": {
    clauses: ["6.6a"],
    prompt: "选举结果是否已向大会公告？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "result-ratified": {
    clauses: ["6.6b"],
    prompt: "选举结果是否已经同级党委批准？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "result-filed": {
    clauses: ["6.6c"],
    prompt: "选举结果是否已报上级学联、学生会组织备案？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
