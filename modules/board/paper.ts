import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import { fewest } from "#kit/server/small-numbers.ts"
import { type Briefing, type Listed, titleOf } from "./briefing.ts"
import { type Bar, bars, type Drawing, lines, svgOf } from "./chart.ts"
import { monthName } from "./period.ts"
import { sayCount, sayShare, states } from "./said.ts"

const heading = (text: string): Block => ({ kind: "heading", level: 1, text })
const text = (runs: string): Block => ({ kind: "text", runs })

const figure = (drawing: Drawing, caption: string, alt: string): Block => ({
  kind: "figure",
  svg: svgOf(drawing),
  widthMm: 130,
  caption,
  alt,
})

interface Published {
  readonly on: Day
  readonly hash: string
}

/** The monthly 简报 as a document; a draft says that it is one. */
export function briefingPaper(b: Briefing, published: Published | null): Paper {
  const day = published?.on ?? b.until
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    ["总体情况", overview(b)],
    ["诉求领域和类别", kinds(b)],
    ["承办情况", offices(b)],
    ["共性诉求", listOf(b.shared, (l) => `${sayCount(l.voices, "人")}附议`)],
    ["已办结的诉求", listOf(b.solved, (l) => (l.days === null ? "" : `用时${l.days}个工作日`))],
    ["逾期未办结的诉求", listOf(b.late, (l) => states[l.state])],
    ["答复选登", answers(b)],
  ]
  const numbers = ["一", "二", "三", "四", "五", "六", "七"]
  const shown = sections.filter(([, blocks]) => blocks.length > 0)
  return {
    title: titleOf(b),
    blocks: [
      ...(b.words ? [heading("编者按"), ...b.words.split(/\n+/).map(text)] : []),
      ...shown.flatMap(([title, blocks], i) => [heading(`${numbers[i]}、${title}`), ...blocks]),
      { kind: "note", text: counting(b) },
      ...(published ? [{ kind: "note", text: `本期内容的 SHA-256：${published.hash}` } as const] : []),
      { kind: "text", align: "right", indent: false, runs: `${b.union}\n${chineseDay(day)}` },
    ],
    footer: `${b.university}学生诉求简报`,
    ...(published ? {} : { watermark: "草稿" }),
    about: { author: b.union, subject: "学生诉求简报", date: day },
  }
}

const counting = (b: Briefing): string =>
  `数据截至${chineseDay(b.until)}。收到的诉求按提出日期计，答复、办结按当月发生计；合并办理的按一件计，撤回的和反映学生会工作人员作风的不计入。涉及不足${fewest}人次的件数不显示，写作“若干”。`

function overview(b: Briefing): Block[] {
  const f = b.figures
  const before = f.before === null ? "" : `（上月${f.before}件）`
  const days = f.answerDays === null ? "" : `，答复用时中位数${f.answerDays}个工作日`
  const rated = f.rated ? `参与评价的同学中，${sayShare(f.rated)}认为问题已经解决。` : ""
  return [
    text(
      `${monthName(b.month)}收到诉求${sayCount(f.received)}${before}，答复${sayCount(f.answered)}${days}，办结${sayCount(f.solved)}。${rated}截至${chineseDay(b.until)}，有过逾期、尚未办结的${sayCount(f.late)}。`,
    ),
    ...(b.months.length > 1 ? [monthly(b)] : []),
  ]
}

const monthly = (b: Briefing): Block =>
  figure(
    lines(
      ["收到", "答复"],
      b.months.map((m) => ({ label: `${Number(m.month.slice(5))}月`, values: [m.raised, m.answered] })),
    ),
    "近十二个月收到和答复的诉求（件）",
    `近十二个月收到和答复的诉求：${b.months.map((m) => `${monthName(m.month)}收到${sayCount(m.raised)}、答复${sayCount(m.answered)}`).join("；")}`,
  )

const barOf = ({ name, count }: { name: string; count: number | null }): Bar => ({
  name,
  value: count,
  said: count === null ? "若干" : `${count}`,
})

function kinds(b: Briefing): Block[] {
  const said = (of: readonly { name: string; count: number | null }[]) =>
    of.map((c) => `${c.name}${sayCount(c.count)}`).join("，")
  const some = b.categories.slice(0, 8)
  return [
    text(`按领域：${said(b.fields)}。`),
    figure(bars(b.fields.map(barOf)), "收到的诉求，按领域（件）", said(b.fields)),
    ...(some.length > 0 ? [figure(bars(some.map(barOf)), "收到的诉求，按类别（件）", said(some))] : []),
    text(
      `当月答复的办理结果：${b.outcomes.map((o) => `${o.outcome}类（${o.name}）${sayCount(o.count)}`).join("，")}。`,
    ),
  ]
}

const offices = (b: Briefing): Block[] =>
  b.offices.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: "当月交办的诉求，按承办单位（件）",
          columns: [
            { header: "承办单位", width: 40 },
            { header: "交办", width: 20, align: "center" },
            { header: "已答复", width: 20, align: "center" },
            { header: "有逾期", width: 20, align: "center" },
          ],
          rows: b.offices.map((o): Row => [o.name, said(o.sent), said(o.answered), said(o.late)]),
        },
      ]

const said = (n: number | null): string => (n === null ? "若干" : `${n}`)

const listOf = (of: readonly Listed[], more: (l: Listed) => string): Block[] =>
  of.length === 0
    ? []
    : [
        {
          kind: "list",
          items: of.map((l) =>
            [`诉求第${l.nth}号《${l.title}》`, l.office ?? "", more(l)].filter(Boolean).join("，"),
          ),
        },
      ]

const answers = (b: Briefing): Block[] =>
  b.answers.flatMap((a): Block[] => [
    {
      kind: "text",
      runs: [
        { text: `诉求第${a.nth}号《${a.title}》`, bold: true },
        { text: `${a.office ?? ""}${a.outcome ? `（${a.outcome}类）` : ""}：${a.answer}` },
      ],
    },
  ])
