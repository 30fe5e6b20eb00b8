/**
 * 提案 of a congress, as published measures of universities practise it. The Opinions ask that needs be heard
 * in four fields (1.3) and answered (1.4); how a congress files and answers proposals is practice, and a
 * congress may set its own numbers.
 */

/** 1.3: the four fields in which needs and difficulties are heard. */
export const fields = ["学业发展", "身心健康", "社会融入", "权益维护"] as const
export type Field = (typeof fields)[number]

export interface Category {
  readonly name: string
  readonly field: Field
}

/** Categories a congress begins with, each in one field of 1.3. */
export const usualCategories: readonly Category[] = [
  { name: "教学安排", field: "学业发展" },
  { name: "身心健康", field: "身心健康" },
  { name: "生活服务", field: "权益维护" },
  { name: "基础设施", field: "权益维护" },
  { name: "规章制度", field: "权益维护" },
  { name: "文化宣传", field: "社会融入" },
  { name: "校际交流", field: "社会融入" },
  { name: "社会融入", field: "社会融入" },
]

const source = "高校学生代表大会提案工作办法（各校所见）"

export const proposalPractice = {
  /** People who bring a joint proposal together, the first proposer counted. */
  joint: { least: 3, source },
  /** Working days an office has for its answer. */
  answer: { days: 30, source },
  /** Working days its head has to approve it, and the proposer to say whether it satisfies: usual, no measure found. */
  approve: { days: 5 },
  rate: { days: 10 },
  /** Answers a proposer may find unsatisfactory and send back. */
  secondAnswers: 1,
} as const

/** What an answer comes to: the marks of 人大、政协 practice, taken over by universities. */
export const outcomes = {
  A: "已经解决",
  B: "正在解决或列入规划逐步解决",
  C: "因条件限制目前不能解决",
  D: "留作参考",
} as const
export type Outcome = keyof typeof outcomes
