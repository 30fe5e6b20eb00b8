import type { Written } from "./check.ts"

const everybody: Written["targets"] = {
  everybody: true,
  faculties: [],
  classes: [],
  grades: [],
  groups: [],
  level: "all",
}

/** Of the League committee, passed down and confirmed. */
export const study: Written = {
  kind: "voice",
  title: "关于组织开展十一月主题团日活动的通知",
  text: `根据学校党委工作安排，十一月以“把个人理想融入党和人民的共同奋斗”为主题，在全校各班级组织开展主题团日活动。现将有关事项通知如下。
一、各学院（系）团组织于11月7日前将本通知传达到每个班级，指定一名专职团干部联系指导。
二、各班级团支部于11月21日前召开一次主题团日，围绕学习内容，结合本专业学习、社会实践和志愿服务的经历开展讨论，时间不少于一小时。
三、讨论不点名、不打分，鼓励同学联系实际谈认识、提建议。同学提出的意见建议，由团支部整理后报学院（系）团组织。
四、活动结束后，请在系统中登记传达情况，不再另报纸质总结。`,
  files: [],
  open: true,
  targets: everybody,
  confirm: true,
  passDown: true,
  dueOn: "2025-11-21",
  publishAt: null,
}

/** Of the union, on its way through the review. */
export const collecting: Written = {
  kind: "work",
  title: "关于征集冬季学期自习空间需求的通知",
  text: `临近期末，学生会拟与教务处、图书馆协商增加自习空间。现向全体同学征集需求。
- 征集内容：希望增加自习座位的区域、时段，对通宵自习室管理的意见
- 征集方式：在“诉求”栏目登记，可不显示姓名
- 截止时间：11月28日
征集情况和学校有关部门的答复将在本系统公开。`,
  files: [],
  open: true,
  targets: { ...everybody, level: "undergraduate" },
  confirm: false,
  passDown: true,
  dueOn: "2025-11-26",
  publishAt: null,
}

/** Of student affairs, corrected after it was published. */
export const insurance: Written = {
  kind: "service",
  title: "关于办理2026年度大学生医疗保险的通知",
  text: `2026年度大学生医疗保险集中办理工作即将开始。
一、办理时间：11月10日至11月20日。
二、办理方式：登录“社保服务”小程序，按提示缴费，不需要提交纸质材料。
三、家庭经济困难的同学由学校资助，请与辅导员联系，不需要先行缴费。
咨询地点：学生事务中心2号窗口，工作日8:30—17:00。`,
  files: [],
  open: true,
  targets: { ...everybody, grades: [2025] },
  confirm: true,
  passDown: false,
  dueOn: "2025-11-20",
  publishAt: null,
}

export const insuranceCorrected = {
  title: insurance.title,
  text: insurance.text.replace("11月10日至11月20日", "11月10日至11月28日"),
  files: [],
  dueOn: "2025-11-28",
  because: "医保部门延长了办理时间，截止日期由11月20日改为11月28日。",
}
