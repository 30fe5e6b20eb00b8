import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Sheet } from "#kit/paper/index.ts"
import type { Paper } from "#kit/paper/paper.ts"

/** 汇总表: everybody of a call whom the office sees, as it is sent with the stamped forms. */
export interface SummaryFacts {
  readonly union: string
  readonly call: string
  /** Who sends it: 文学院团组织. */
  readonly office: string
  readonly rows: readonly SummaryRow[]
  readonly printed: Day
}

export interface SummaryRow {
  readonly name: string
  readonly sex: string
  readonly number: string
  readonly faculty: string
  readonly grade: string
  readonly political: string
  readonly ranks: string
  readonly fails: string
  readonly post: string
  readonly source: string
  readonly stage: string
  /** What the recommending organisation said (4.2). */
  readonly vouched: string
}

const columns: readonly { header: string; width: number; of: keyof SummaryRow; left?: true }[] = [
  { header: "姓名", width: 8, of: "name" },
  { header: "性别", width: 5, of: "sex" },
  { header: "学号", width: 17, of: "number" },
  { header: "学院（系）", width: 13, of: "faculty" },
  { header: "年级班级", width: 13, of: "grade" },
  { header: "政治面貌", width: 10, of: "political" },
  { header: "综合排名（学期、学年、入学以来）", width: 14, of: "ranks" },
  { header: "不及格", width: 6, of: "fails" },
  { header: "申报岗位", width: 13, of: "post" },
  { header: "来源", width: 11, of: "source" },
  { header: "进展", width: 13, of: "stage" },
  { header: "推荐评价", width: 28, of: "vouched", left: true },
]

export function summaryPaper(s: SummaryFacts): Paper {
  return {
    title: `${s.union}推荐名单汇总表`,
    subtitle: `（${s.call}）`,
    page: "form",
    orientation: "landscape",
    meta: { 填报单位: s.office, 人数: `${s.rows.length}人`, 填报日期: chineseDay(s.printed) },
    blocks: [
      {
        kind: "table",
        small: true,
        columns: [
          { header: "序号", width: 5, align: "center" },
          ...columns.map(
            (c) => ({ header: c.header, width: c.width, align: c.left ? "left" : "center" }) as const,
          ),
        ],
        rows: s.rows.map((row, i) => [String(i + 1), ...columns.map((c) => row[c.of])]),
      },
      {
        kind: "signatures",
        boxes: [
          { label: "填报单位", lines: ["填报人（签字）：", "负责人（签字）："], seal: true, date: true },
        ],
      },
    ],
    footer: "内部材料",
    about: { author: s.office, subject: "推荐名单汇总表", date: s.printed },
  }
}

export const summarySheet = (s: SummaryFacts): Sheet => ({
  name: "推荐名单汇总表",
  columns: [
    { header: "序号" },
    ...columns.map((c) => ({ header: c.header, ...(c.left ? { width: 40 } : {}) })),
  ],
  rows: s.rows.map((row, i) => [i + 1, ...columns.map((c) => row[c.of])]),
})
