import type { Question } from "../questions.ts"

export const questions = {
  "pledge-signed": {
    clauses: ["7.1"],
    prompt: "本届每名工作人员是否都已阅读并签署现行的《学生会研究生会干部自律公约》？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
  "conduct-taught": {
    clauses: ["7.2"],
    prompt: "本学期是否开展了工作人员的教育管理，有防范功利化、庸俗化、“小官僚”的措施？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "activities-lawful": {
    clauses: ["7.3"],
    prompt: "本学期的活动是否面向大多数同学、依法依规、内容积极向上？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "reported-beforehand": {
    clauses: ["7.4"],
    prompt: "本学期决定重要事项、开展重大活动是否都事先向校团委报告？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "misconduct-handled": {
    clauses: ["7.5"],
    prompt: "本学年反映的违纪失范问题是否都由校团委调查核实、按程序处理（没有反映的也填“是”）？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
