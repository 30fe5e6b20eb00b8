import type { Question } from "../questions.ts"

export const questions = {
  "recommenders-vouched": {
    clauses: ["4.2"],
    prompt: "推荐单位是否对每名工作人员的理想信念、品行、作风和服务意识作出书面评价？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "call-open": {
    clauses: ["4.4"],
    prompt: "本学年选拔是否公开报名，凡符合条件的学生均可报名？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
