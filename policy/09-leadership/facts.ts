import type { Question } from "../questions.ts"

export const questions = {
  "offices-cooperate": {
    clauses: ["9.1"],
    prompt: "学校是否建立党委统一领导、学工部统筹、团委指导、有关部门协同的工作机制？",
    shape: "yes-no",
    lasts: "standing",
    levels: ["school"],
  },
  "party-hearing": {
    clauses: ["9.3"],
    prompt: "学校党委最近一次听取学生会工作汇报是哪一天？",
    shape: "day",
    lasts: "standing",
    levels: ["school"],
  },
  "rules-agreed": {
    clauses: ["9.4"],
    prompt: "本学年规章制度、工作规划和工作人员遴选是否由学工部和校团委共同研究？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school"],
  },
  "party-deputy": {
    clauses: ["9.5"],
    prompt: "分管学生会工作的党委副书记是谁？",
    shape: "name",
    lasts: "standing",
    levels: ["school"],
  },
  "vice-president": {
    clauses: ["9.5"],
    prompt: "参与学生会管理的教学副校长是谁？",
    shape: "name",
    lasts: "standing",
    levels: ["school"],
  },
} as const satisfies Record<string, Question>
