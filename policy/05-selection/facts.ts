import type { Question } from "../questions.ts"

export const questions = {
  "presidium-elected": {
    clauses: ["5.1"],
    prompt: "现任主席团是否由学生代表大会（非其委员会、常务委员会、常任代表会议等）选举产生？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "school-candidates-determined": {
    clauses: ["5.2"],
    prompt:
      "主席团候选人是否均由学院（系）团组织推荐、学院（系）党组织同意、学工部门和校团委联合审查、校党委确定？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "candidates-representative": {
    clauses: ["5.3"],
    prompt: "主席团候选人是否从校、学院（系）学生会工作人员和各领域优秀学生典型中产生？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "school-members-determined": {
    clauses: ["5.4"],
    prompt: "工作部门成员是否均由学院（系）团组织推荐，经学工部门和校团委审核后确定？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "faculty-staff-determined": {
    clauses: ["5.5"],
    prompt: "主席团候选人和工作人员是否均由班级团支部推荐、学院（系）团组织同意、学院（系）党组织确定？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["faculty"],
  },
} as const satisfies Record<string, Question>
