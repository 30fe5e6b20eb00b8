import type { Question } from "../questions.ts"

export const questions = {
  "charter-on-file": {
    clauses: ["1.1"],
    prompt: "本会是否有经学生代表大会通过并公开的章程，写明学生会是党领导下的主要学生组织？",
    shape: "yes-no",
    lasts: "standing",
    levels: ["school", "faculty"],
  },
  "notices-passed-down": {
    clauses: ["1.2"],
    prompt: "本学期党的声音和主张是否及时向同学传达，并逐级传到班级？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "needs-collected": {
    clauses: ["1.3"],
    prompt: "本学期是否面向全体同学听取、收集四个方面的普遍需求和现实困难？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "needs-answered": {
    clauses: ["1.4"],
    prompt: "收集到的需求和困难是否及时反馈学校，并有答复？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
