import type { Question } from "../questions.ts"

export const questions = {
  "presidium-decides-together": {
    clauses: ["2.2a"],
    prompt: "本学期的重大事项是否都由主席团集体讨论决定？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "chair-convenes": {
    clauses: ["2.2c"],
    prompt: "本学期的会议是否都由当值执行主席（或登记的代理人）召集？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "faculty-guided": {
    clauses: ["2.3"],
    prompt: "校级学生会本学年对本学院（系）学生会的指导是否有记录？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["faculty"],
  },
  "built-on-classes": {
    clauses: ["2.5"],
    prompt: "本学期的活动是否在班级工作和社团活动的基础上开展？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
