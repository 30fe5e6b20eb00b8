import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import type { Count } from "#kit/server/small-numbers.ts"
import type { Project } from "./project.ts"
import type { Summary } from "./summary.ts"
import { gradeName } from "./summary.ts"

/** 1234.50元, from 分. */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)}元`

/** 3小时20分钟, as certificates write it. */
export function hours(minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return h && m ? `${h}小时${m}分钟` : h ? `${h}小时` : `${m}分钟`
}

const span = (from: Day, to: Day): string =>
  from === to ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`

const text = (runs: string): Block => ({ kind: "text", runs })
const heading = (words: string): Block => ({ kind: "heading", level: 1, text: words })

export interface Told {
  readonly number: string
  readonly name: string
  readonly faculty: string
  readonly grade: number
  readonly project: string
  readonly host: string
  readonly university: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly shifts: number
  readonly minutes: number
  readonly issuedOn: Day
}

/** `check` is the public page on which the number is verified. */
export const certificatePaper = (c: Told, check: string): Paper => ({
  title: "志愿服务证明",
  number: `编号：${c.number}`,
  blocks: [
    text(
      `兹证明：${c.university}${c.faculty}${gradeName(c.grade)}学生${c.name}，于${span(c.startsOn, c.endsOn)}作为志愿者参加${c.host}承办的“${c.project}”项目，到岗${c.shifts}个班次，服务时长共计${hours(c.minutes)}。`,
    ),
    text("特此证明。"),
    {
      kind: "signatures",
      boxes: [{ label: "承办组织", opinion: c.host, seal: true, date: chineseDay(c.issuedOn) }],
    },
    {
      kind: "note",
      text: `本证明由签到记录生成，可凭编号在${check}核验。志愿者因项目招募，项目结束即自行解除，不是学生会工作人员。`,
    },
  ],
  footer: `志愿服务证明 ${c.number}`,
  about: { author: c.host, subject: "志愿服务证明", date: c.issuedOn },
})

const counts = (caption: string, name: string, of: readonly Count[]): Block[] =>
  of.length === 0
    ? []
    : [
        {
          kind: "table",
          caption,
          columns: [
            { header: name, width: 70 },
            { header: "人数", width: 30, align: "right" },
          ],
          rows: of.map((c): Row => [c.name, String(c.people)]),
        },
      ]

interface Around {
  readonly host: string
  readonly expenses: readonly { what: string; amount: number; onDay: Day }[]
  /** `draft` while the project is open. */
  readonly draft: boolean
}

/** 项目总结, for the file: what was meant, who took part, what it cost, on what it was built. */
export const summaryPaper = (p: Project, s: Summary, of: Around): Paper => {
  const reached = s.reached.reduce((n, g) => n + g.people, 0)
  return {
    title: `“${p.title}”项目总结`,
    meta: {
      承办组织: of.host,
      ...(p.guideDepartment ? { 指导部门: `校级学生会${p.guideDepartment}` } : {}),
      起止日期: span(p.startsOn, p.endsOn),
      ...(p.closedOn ? { 结项日期: chineseDay(p.closedOn) } : {}),
    },
    blocks: [
      heading("一、项目目的"),
      text(p.purpose),
      heading("二、工作基础"),
      text(`依托班级${s.classes.length}个：${s.classes.map((c) => c.replace("/", "")).join("、") || "无"}。`),
      text(`依托社团${s.societies.length}个：${s.societies.join("、") || "无"}。`),
      heading("三、志愿者"),
      text(
        `录用志愿者${s.volunteers}人，到岗${s.attended}人，设${s.shifts}个班次，服务时长共计${hours(s.minutes)}。志愿者职务随项目结项全部解除，不计入学生会工作人员。`,
      ),
      ...counts("表1　到岗志愿者（按学院）", "学院（系）", s.byFaculty),
      ...counts("表2　到岗志愿者（按年级）", "年级", s.byGrade),
      heading("四、参与同学"),
      text(
        reached > 0
          ? `参与同学${reached}人次${s.students > 0 ? `，所面向的学生共${s.students}人` : ""}。`
          : "没有登记参与人数。",
      ),
      ...(reached > 0
        ? [
            {
              kind: "table" as const,
              caption: "表3　参与同学（按学院、年级）",
              columns: [
                { header: "学院（系）", width: 50 },
                { header: "年级", width: 25, align: "center" as const },
                { header: "人次", width: 25, align: "right" as const },
              ],
              rows: s.reached.map((g): Row => [g.faculty, gradeName(g.grade), String(g.people)]),
            },
          ]
        : []),
      heading("五、经费"),
      text(`预算${yuan(s.budget)}，支出${yuan(s.spent)}，${balance(s)}。`),
      ...(of.expenses.length > 0
        ? [
            {
              kind: "table" as const,
              columns: [
                { header: "日期", width: 25, align: "center" as const },
                { header: "用途", width: 50 },
                { header: "金额（元）", width: 25, align: "right" as const },
              ],
              rows: of.expenses.map((e): Row => [e.onDay, e.what, (e.amount / 100).toFixed(2)]),
            },
          ]
        : []),
      heading("六、总结"),
      ...(s.words || "（结项时填写）")
        .split("\n")
        .filter((l) => l.trim())
        .map((l) => text(l.trim())),
      {
        kind: "signatures",
        boxes: [{ label: "承办组织\n主席团意见", lines: ["执行主席（签字）："], seal: true, date: true }],
      },
    ],
    footer: of.host,
    ...(of.draft ? { watermark: "草稿" } : {}),
    about: { author: of.host, subject: "项目总结", date: p.closedOn ?? p.endsOn },
  }
}

const balance = (s: Summary): string =>
  s.spent > s.budget ? `超支${yuan(s.spent - s.budget)}` : `结余${yuan(s.budget - s.spent)}`
