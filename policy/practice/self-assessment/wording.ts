import { atMost } from "@qiaoliang/clause"
import type { SheetRow } from "./sheet.ts"

/** Rows whose wording did not change over the years known; a year's file takes them and words its own. */

const school = { level: "school", questions: [], confirmed: true } as const
const faculty = { level: "faculty", questions: [], confirmed: true } as const

const servesOnly =
  "坚持全心全意服务同学，聚焦主责主业开展工作。未承担宿舍管理、校园文明纠察、安全保卫等行政职能。"
const twoLevels =
  "工作机构架构为“主席团+工作部门”模式，未在工作部门以上或以下设置“中心”“项目办公室”等常设层级。"
const affiliated = "工作人员为共产党员或共青团员。"
const ranked =
  "工作人员中除一年级新生外的本专科生最近1个学期/最近1学年/入学以来三者取其一，学习成绩综合排名在本专业前30%以内，且无课业不及格情况；研究生无课业不及格情况。"
const rankedReadings = {
  "4.3": ["practice-any", "practice-semester", "practice-year", "practice-overall"],
} as const
const olderTitles = "除主席、副主席（轮值执行主席）、部长、副部长、干事外未设其他职务。"
const trained = "开展了春、秋季学生会组织工作人员全员培训。"
const nominated =
  "工作人员参加评奖评优、测评加分、推荐免试攻读研究生等事项时，依据评议结果择优提名，未与其岗位简单挂钩。"

export const schoolRows: readonly SheetRow[] = [
  {
    ...school,
    no: "1",
    mark: "core",
    text: servesOnly,
    clauses: [],
    questions: ["no-administrative-duties"],
  },
  { ...school, no: "2", text: twoLevels, clauses: ["2.1"] },
  {
    ...school,
    no: "3",
    text: "工作人员不超过40人，学生人数较多、分校区较多的高校不超过60人。",
    clauses: ["3.2", "3.7"],
    measured: { clause: "3.2", limit: atMost(40), withReason: atMost(60) },
    remark: "实有{3.2}人",
  },
  {
    ...school,
    no: "4",
    text: "主席团成员不超过5人。",
    clauses: ["3.3"],
    measured: { clause: "3.3", limit: atMost(5) },
    remark: "实有{3.3}人",
  },
  {
    ...school,
    no: "5",
    text: "工作部门不超过6个。",
    clauses: ["3.4"],
    measured: { clause: "3.4", limit: atMost(6) },
    remark: "实有{3.4}个",
  },
  { ...school, no: "6", text: olderTitles, clauses: ["3.9"] },
  { ...school, no: "7", text: affiliated, clauses: ["4.1"] },
  { ...school, no: "8", text: ranked, clauses: ["4.3"], readings: rankedReadings },
  {
    ...school,
    no: "9",
    text: "主席团候选人均由学院（系）团组织推荐，经学院（系）党组织同意，校党委学生工作部门和校团委联合审查后，报校党委确定；校级学生会组织工作部门成员均由学院（系）团组织推荐，经校党委学生工作部门和校团委审核后确定。",
    clauses: ["5.2", "5.4"],
  },
  {
    ...school,
    no: "10",
    text: "主席团由学生代表大会（非其委员会、常务委员会、常任代表会议等）选举产生。",
    clauses: ["5.1"],
  },
  {
    ...school,
    no: "11",
    mark: "core",
    text: "按期规范召开学生（研究生）代表大会。",
    clauses: ["6.1"],
    remark: "召开日期为：{6.1}",
  },
  {
    ...school,
    no: "12",
    text: "校级学生会组织主席团成员和工作部门负责人每学期向评议会述职。",
    clauses: ["8.2"],
    remark: "最近一次述职日期为：{8.2}",
    confirmed: false,
  },
  {
    ...school,
    no: "13",
    text: trained,
    clauses: [],
    questions: ["trained-both-semesters"],
    confirmed: false,
  },
  { ...school, no: "14", text: nominated, clauses: ["8.4"], confirmed: false },
  {
    ...school,
    no: "15",
    text: "学校党委定期听取学生会组织工作汇报，研究决定重大事项。",
    clauses: ["9.3"],
    remark: "会议日期为：{9.3}",
    confirmed: false,
  },
  {
    ...school,
    no: "16",
    text: "明确1名校团委专职副书记指导校级学生会组织；聘任校团委专职干部担任校级学生会组织秘书长。",
    clauses: ["10.3"],
    questions: ["secretary-general"],
    remark: "专职副书记：{10.3}；秘书长：{secretary-general}",
    confirmed: false,
  },
]

/** Observed only in 2021 and 2022, and remembered, not found. */
export const fromFaculties: SheetRow = {
  ...school,
  no: "17",
  mark: "observed",
  text: "校级学生会组织工作人员中来自学院（系）学生会组织的成员不少于50%。",
  clauses: ["5.6"],
  remark: "{5.6}",
  confirmed: false,
}

/** The faculty form: read whole on one page of November 2021. */
export const facultyRows: readonly SheetRow[] = [
  { ...faculty, no: "1", text: servesOnly, clauses: [], questions: ["no-administrative-duties"] },
  { ...faculty, no: "2", text: twoLevels, clauses: ["2.1"] },
  {
    ...faculty,
    no: "3",
    text: "工作人员不超过30人。",
    clauses: ["3.8a"],
    measured: { clause: "3.8a", limit: atMost(30) },
    remark: "实有{3.8a}人",
  },
  {
    ...faculty,
    no: "4",
    text: "主席团成员不超过3人。",
    clauses: ["3.8b"],
    measured: { clause: "3.8b", limit: atMost(3) },
    remark: "实有{3.8b}人",
  },
  { ...faculty, no: "5", text: olderTitles, clauses: ["3.9"] },
  { ...faculty, no: "6", text: affiliated, clauses: ["4.1"] },
  { ...faculty, no: "7", text: ranked, clauses: ["4.3"], readings: rankedReadings },
  {
    ...faculty,
    no: "8",
    text: "主席团由学生（研究生）代表大会（非其委员会、常务委员会、常任代表会议等）或全体学生（研究生）大会选举产生。",
    clauses: ["5.1"],
  },
  {
    ...faculty,
    no: "9",
    text: "按期规范召开学生（研究生）代表大会或全体学生（研究生）大会。",
    clauses: ["6.5"],
    remark: "召开日期为：{6.5}",
  },
  { ...faculty, no: "10", text: trained, clauses: [], questions: ["trained-both-semesters"] },
  { ...faculty, no: "11", text: nominated, clauses: ["8.4"] },
  {
    ...faculty,
    no: "12",
    text: "党组织定期听取学生会组织工作汇报，研究决定重大事项。",
    clauses: [],
    questions: ["faculty-party-hearing"],
    within: { "faculty-party-hearing": 12 },
    remark: "会议日期为：{faculty-party-hearing}",
  },
  {
    ...faculty,
    no: "13",
    text: "明确1名团组织负责人指导院级学生会组织；聘任团委老师担任院级学生会组织秘书长。",
    clauses: [],
    questions: ["faculty-league-guide", "secretary-general"],
    remark: "团组织负责人：{faculty-league-guide}；秘书长：{secretary-general}",
  },
]

/** The rows with one of them worded otherwise. */
export const reworded = (
  rows: readonly SheetRow[],
  no: string,
  change: Partial<SheetRow>,
): readonly SheetRow[] => rows.map((row) => (row.no === no ? { ...row, ...change } : row))
