import type { Ctx } from "#kit/server/world.ts"
import { remind, type Told } from "./store.ts"

const told: readonly (Told & { to: readonly string[]; daysAgo: number })[] = [
  {
    to: ["T1002", "T1003"],
    daysAgo: 1,
    key: "sample/late",
    title: "已逾期：校级学生会工作部门成员",
    detail: "联合审查，党委学生工作部应于2025年11月12日前办结，已逾期2个工作日",
    href: "/office/courses",
    clause: "5.4",
  },
  {
    to: ["T1003", "T5001"],
    daysAgo: 3,
    key: "sample/returned",
    title: "已退回：院（系）级学生会工作人员",
    detail: "院（系）级学生会工作人员：退回至“班级团支部推荐”",
    href: "/office/courses",
    clause: "5.5",
  },
  {
    to: ["202307010106"],
    daysAgo: 2,
    key: "sample/passed",
    title: "已办结：学期轮值安排",
    detail: "学生会执行主席轮值",
    href: "/office/charter",
    clause: "2.2b",
  },
]

/** A few reminders of the weeks before the sample's day, invented. Told again they change nothing. */
export async function loadSampleReminders(ctx: Ctx): Promise<void> {
  for (const { to, daysAgo, ...what } of told)
    await remind(ctx.tx, to, what, new Date(Date.parse(`${ctx.today}T02:30:00Z`) - daysAgo * 86_400_000))
}
