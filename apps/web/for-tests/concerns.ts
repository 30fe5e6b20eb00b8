import type { z } from "zod"
import type { mine } from "#modules/home/contract.ts"

/** What concerns a student: something of every heading, and more of one than the page shows at once. */
export const concerns: z.input<(typeof mine)["output"]>["items"] = [
  {
    heading: "votes",
    title: "校学生会主席团选举（第2轮）",
    href: "/vote/e1",
    note: "请投票：江城师范大学第三十三次学生代表大会",
    state: "todo",
  },
  {
    heading: "needs",
    title: "三食堂晚上八点以后没有热菜",
    href: "/needs/n1",
    note: "后勤保障处已答复，请评价",
    by: "2026-04-03",
    state: "todo",
  },
  {
    heading: "needs",
    title: "图书馆四楼插座不通电",
    href: "/needs/n2",
    note: "图书馆办理中",
    by: "2026-03-27",
    state: "plain",
  },
  {
    heading: "delegate",
    title: "我班代表：欧阳若曦、李明哲",
    href: "/congress/a1",
    note: "江城师范大学第三十三次学生代表大会，4月12日",
    state: "plain",
  },
  ...["江城师范大学学生会工作部门成员选拔通知", "文学院学生会工作人员选拔通知"].map((title, i) => ({
    heading: "calls" as const,
    title,
    href: `/calls/c${i}`,
    note: ["我不符合条件", "我符合条件"][i]!,
    by: "2026-04-10",
    state: "plain" as const,
  })),
  ...["清明节放假安排", "宿舍用电安全检查", "第二课堂学分认定", "校园卡换发", "图书馆闭馆"].map(
    (title, i) => ({
      heading: "notices" as const,
      title: `关于${title}的通知`,
      href: `/notices/n${i}`,
      note: "学生工作部",
      state: i === 0 ? ("news" as const) : ("plain" as const),
    }),
  ),
]
