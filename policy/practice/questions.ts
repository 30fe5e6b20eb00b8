/** What the yearly forms ask beyond the words of the Opinions. */
import type { Question } from "../questions.ts"

export const questions = {
  "no-administrative-duties": {
    clauses: ["1.2"],
    prompt: "本会是否未承担宿舍管理、校园文明纠察、安全保卫等行政职能？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "trained-both-semesters": {
    clauses: ["7.2"],
    prompt: "本学年是否开展了春、秋季工作人员全员培训？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "secretary-general": {
    clauses: ["10.3"],
    prompt: "由团委专职干部（学院为团委老师）担任的秘书长是谁？",
    shape: "name",
    lasts: "standing",
    levels: ["school", "faculty"],
  },
  "faculty-party-hearing": {
    clauses: ["9.3"],
    prompt: "学院（系）党组织最近一次听取学生会工作汇报是哪一天？",
    shape: "day",
    lasts: "standing",
    levels: ["faculty"],
  },
  "faculty-league-guide": {
    clauses: ["10.3"],
    prompt: "指导本会的学院（系）团组织负责人是谁？",
    shape: "name",
    lasts: "standing",
    levels: ["faculty"],
  },
} as const satisfies Record<string, Question>
