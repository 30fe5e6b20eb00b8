import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import type { Proposal } from "./proposal.ts"
import { sayNth } from "./proposal.ts"
import type { Tally } from "./tally.ts"

interface ReportPaper {
  readonly assembly: string
  readonly union: string
  readonly day: Day
  readonly tally: Tally
  /** Filed ones, by number. */
  readonly filed: readonly Pick<
    Proposal,
    "nth" | "title" | "category" | "officeName" | "unit" | "outcome" | "rating"
  >[]
}

const heading = (text: string): Block => ({ kind: "heading", level: 1, text })
const text = (runs: string): Block => ({ kind: "text", runs })
const listed = (parts: readonly { name: string; count: number }[], unit = "件") =>
  parts
    .filter((p) => p.count > 0)
    .map((p) => `${p.name}${p.count}${unit}`)
    .join("，")

/** 提案工作报告, for the congress: what was received, what became of it, what was answered. */
export function reportPaper({ assembly, union, day, tally, filed }: ReportPaper): Paper {
  return {
    title: `${assembly}提案工作报告`,
    blocks: [
      heading("一、征集情况"),
      text(receivedWords(tally)),
      ...byCategory(tally),
      heading("二、审查立案情况"),
      text(reviewedWords(tally)),
      ...declinedOf(tally),
      heading("三、办理答复情况"),
      text(answeredWords(tally)),
      ...byOffice(tally),
      ...(filed.length > 0 ? [heading("四、立案提案一览"), filedTable(filed)] : []),
      {
        kind: "text",
        align: "right",
        indent: false,
        runs: `${assembly}提案工作委员会\n${chineseDay(day)}`,
      },
    ],
    footer: union,
    about: { author: union, subject: "提案工作报告", date: day },
  }
}

function receivedWords(t: Tally): string {
  if (t.received === 0) return "截至目前没有收到提案。"
  return `共收到提案${t.received}件，其中${listed(t.kinds)}。`
}

function reviewedWords(t: Tally): string {
  const merged = t.merged > 0 ? `${t.merged}件并入相同内容的${t.into}件提案；` : ""
  const others = [
    [t.pending, "待审查"],
    [t.withdrawn, "由提案人撤回"],
  ] as const
  const rest = others
    .filter(([n]) => n > 0)
    .map(([n, what]) => `，${n}件${what}`)
    .join("")
  return `经审查，${merged}立案${t.filed}件，转为意见建议${t.suggestions}件，不予立案${t.declined}件${rest}。`
}

function answeredWords(t: Tally): string {
  if (t.filed === 0) return "没有需要办理的提案。"
  const results = listed(t.outcomes.map((o) => ({ name: `${o.outcome}类（${o.name}）`, count: o.count })))
  const said = listed(t.ratings)
  return [
    `立案的${t.filed}件提案中，已答复${t.answered}件${results ? `：${results}` : ""}。`,
    said ? `提案人反馈：${said}。` : "",
    t.late > 0 ? `${t.late}件超过办理期限，正在督办。` : "",
  ].join("")
}

const byCategory = (t: Tally): Block[] =>
  t.categories.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: "提案类别",
          columns: [
            { header: "类别", width: 30, align: "center" },
            { header: "领域", width: 30, align: "center" },
            { header: "收到", width: 20, align: "center" },
            { header: "立案", width: 20, align: "center" },
          ],
          rows: t.categories.map((c): Row => [c.name, c.field, `${c.received}`, `${c.filed}`]),
        },
      ]

const declinedOf = (t: Tally): Block[] =>
  t.reasons.length === 0
    ? []
    : [
        text("不予立案的提案和理由如下："),
        { kind: "list", items: t.reasons.map((r) => `${sayNth(r.nth)}《${r.title}》：${r.because}`) },
      ]

const byOffice = (t: Tally): Block[] =>
  t.offices.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: "承办单位",
          columns: [
            { header: "承办单位", width: 40, align: "center" },
            { header: "承办", width: 20, align: "center" },
            { header: "已答复", width: 20, align: "center" },
            { header: "超期", width: 20, align: "center" },
          ],
          rows: t.offices.map((o): Row => [o.name, `${o.filed}`, `${o.answered}`, `${o.late}`]),
        },
      ]

const said = { satisfied: "满意", fairly: "基本满意", unsatisfied: "不满意" } as const

const filedTable = (filed: ReportPaper["filed"]): Block => ({
  kind: "table",
  small: true,
  columns: [
    { header: "编号", width: 10, align: "center" },
    { header: "标题", width: 40 },
    { header: "类别", width: 16, align: "center" },
    { header: "承办单位", width: 20, align: "center" },
    { header: "结果", width: 8, align: "center" },
    { header: "反馈", width: 14, align: "center" },
  ],
  rows: filed.map(
    (p): Row => [
      `${p.nth ?? ""}`,
      p.title,
      p.category,
      p.unit ?? p.officeName ?? "待交办",
      p.outcome ?? "",
      p.rating ? said[p.rating] : "",
    ],
  ),
})
