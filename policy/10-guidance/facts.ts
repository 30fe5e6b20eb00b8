import type { Question } from "../questions.ts"

export const questions = {
  "federation-guides": {
    clauses: ["10.1"],
    prompt: "本学年是否接受校团委和上级学联的双重指导，并有记录？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "party-informed": {
    clauses: ["10.2"],
    prompt: "本学年学生会工作的重大事项是否由校团委及时向党委汇报？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "deputy-secretary": {
    clauses: ["10.3"],
    prompt: "指导学生会的团委专职副书记是谁？",
    shape: "name",
    lasts: "standing",
    levels: ["school"],
  },
  "requests-reviewed": {
    clauses: ["10.4"],
    prompt: "本学期举办活动、发布信息、对外联系、使用经费物资是否都经审核？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
