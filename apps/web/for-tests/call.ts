import type { z } from "zod"
import type * as calls from "#modules/calls/contract.ts"

/** An open call as the public pages show it, to a stranger and to a student who is just outside. */

const head = {
  id: "c0",
  title: "江城师范大学学生会工作部门成员选拔通知",
  unionId: "u-s",
  unionName: "江城师范大学学生会",
  level: "school" as const,
  status: "open" as const,
  opensOn: "2026-03-21",
  closesOn: "2026-04-10",
  posts: ["综合事务部", "学业发展部", "权益服务部"].map((department, i) => ({
    id: `p${i}`,
    kind: "school-member" as const,
    department,
    number: 3,
  })),
}

const fits = ["violated", "met", "outside"] as const

export const callLines = (signedIn: boolean): z.input<(typeof calls.publicList)["output"]>["items"] =>
  (["open", "upcoming", "closed"] as const).map((status, i) => ({
    ...head,
    id: `c${i}`,
    status,
    fit: signedIn ? fits[i]! : null,
    applied: [],
  }))

export const callFor = (signedIn: boolean): z.input<(typeof calls.one)["output"]> => ({
  ...head,
  text: "现面向全体同学公开报名，符合条件的同学均可报名。",
  contact: "学生活动中心305室",
  publishedOn: "2026-03-20",
  closedOn: null,
  endedBecause: null,
  conditions: [
    {
      clause: "4.3",
      words: "学习成绩综合排名在本专业前30%以内，且无课业不及格情况。",
      local: "≤25%",
      reading: null,
    },
  ],
  corrections: [
    {
      on: "2026-03-22",
      because: "延长报名",
      changes: [{ field: "closesOn", before: "2026年4月3日", after: "2026年4月10日" }],
    },
  ],
  me: signedIn ? outsideByOne : null,
})

const outsideByOne = {
  fit: "violated" as const,
  because: null,
  cure: null,
  name: "陈思远",
  faculty: "文学院",
  className: "汉语2301",
  conditions: [
    {
      clause: "4.3",
      verdict: "violated" as const,
      because: "入学以来综合排名37/120，超过30%（36名）；无不及格",
      value: "37/120",
      limit: "前30%（36名）",
      reading: null,
      ask: null,
    },
  ],
  applications: [],
}
