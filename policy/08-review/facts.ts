import type { Question } from "../questions.ts"

export const questions = {
  "panel-of-delegates": {
    clauses: ["8.1"],
    prompt: "评议会是否以学生代表为主（过半数），学工部和校团委是否参与？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "review-held": {
    clauses: ["8.2"],
    prompt: "最近一次主席团成员和工作部门负责人全部参加的述职评议是哪一天？",
    shape: "day",
    lasts: "standing",
    levels: ["school", "faculty"],
  },
  "review-of-five": {
    clauses: ["8.3"],
    prompt: "述职评议是否从政治态度、道德品行、学习情况、工作成效、纪律作风五个方面评价？",
    shape: "yes-no",
    lasts: "semester",
    levels: ["school", "faculty"],
  },
  "nominated-by-review": {
    clauses: ["8.4"],
    prompt: "参加评奖评优、测评加分、推免等事项是否依据评议结果择优提名，未与岗位简单直接挂钩？",
    shape: "yes-no",
    lasts: "school-year",
    levels: ["school", "faculty"],
  },
} as const satisfies Record<string, Question>
