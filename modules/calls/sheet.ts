import type { Sheet } from "#kit/paper/index.ts"
import type { Condition } from "#policy/index.ts"
import type { Seen } from "./applicants.ts"
import { sourceName } from "./application.ts"
import { labelOf } from "./call.ts"

const levels = { undergraduate: "本科", master: "硕士", doctor: "博士" } as const
const verdicts = { met: "符合", violated: "不符合", unknown: "待核实" } as const
const statuses = {
  submitted: "已提交",
  withdrawn: "已撤回",
  determined: "已确定",
  "not-determined": "未确定",
} as const

/** The applicants this reader may see, without 学号 or any other number of a person. */
export function applicantsSheet(seen: readonly Seen[]): Sheet {
  const whole = seen.some((s) => s.sight === "whole")
  const told = (conditions: readonly Condition[], clause: string) =>
    conditions.filter((c) => c.clause === clause).map((c) => `${verdicts[c.verdict]}：${c.because}`)[0] ?? ""
  const record = ["政治面貌（4.1）", "学习成绩（4.3）"]
  return {
    name: "报名汇总",
    columns: [
      "姓名",
      "学院（系）",
      "班级",
      "年级",
      "学历层次",
      "报名岗位",
      "来源",
      "来源说明",
      "名单记载",
      ...(whole ? record : []),
      "个人陈述",
      "主要事迹",
      "状态",
      "报名日期",
    ].map((header) => ({ header })),
    rows: seen.map(({ application: a, sight }) => [
      a.name,
      a.faculty,
      a.className,
      `${a.grade}级`,
      levels[a.level],
      labelOf({ kind: a.postKind, department: a.department }),
      sourceName[a.source],
      a.sourceNote,
      a.sourceOnRecord,
      ...(whole
        ? sight === "whole"
          ? [told(a.conditions, "4.1"), told(a.conditions, "4.3")]
          : ["", ""]
        : []),
      a.statement,
      a.achievements,
      statuses[a.status],
      a.submittedOn,
    ]),
  }
}
