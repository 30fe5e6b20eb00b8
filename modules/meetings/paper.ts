import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import type { Choice } from "./meeting.ts"

export interface MinutesPaper {
  readonly union: string
  readonly title: string
  readonly day: Day
  readonly body: string
  readonly presiding: string
  readonly confirmed: { readonly in: string; readonly on: Day } | null
  readonly resolutions: readonly {
    readonly name: string | null
    readonly words: string
    readonly votes: readonly { readonly name: string; readonly choice: Choice | null }[]
    readonly passed: boolean
  }[]
}

const mark = (choice: Choice | null, of: Choice) => (choice === of ? "√" : "")
const heading = /^[一二三四五六七八九十]+、/

/** The minutes in official form: what happened, the roll of votes by name, boxes to sign. */
export function paperOf(m: MinutesPaper): Paper {
  return {
    title: `${m.union}主席团会议纪要`,
    subtitle: `（${m.title.replace(/^主席团/, "")}）`,
    blocks: [
      ...m.body
        .split("\n")
        .filter((line) => line.trim())
        .map(lineOf),
      ...(m.resolutions.length ? [votesOf(m)] : []),
      {
        kind: "signatures",
        boxes: [
          { label: "主持人", lines: [`${m.presiding}（签字）：`], date: true },
          {
            label: "纪要确认",
            ...(m.confirmed ? { opinion: `经${m.confirmed.in}确认（${chineseDay(m.confirmed.on)}）。` } : {}),
            lines: ["确认会议主持人（签字）："],
            seal: true,
            date: true,
          },
        ],
      },
    ],
    footer: m.union,
    ...(m.confirmed ? {} : { watermark: "待确认" }),
    about: { author: m.union, subject: "主席团会议纪要", date: m.day },
  }
}

function lineOf(line: string): Block {
  if (heading.test(line)) return { kind: "heading", level: 1, text: line }
  const label = /^(时间|地点|主持|出席|请假|缺席|列席)：/.exec(line)?.[0]
  const runs = label ? [{ text: label, bold: true }, { text: line.slice(label.length) }] : line
  return { kind: "text", runs }
}

function votesOf(m: MinutesPaper): Block {
  const rows = m.resolutions.flatMap((r): Row[] => [
    [
      {
        text: `${r.name ? `${r.name}：` : ""}${r.words}（${r.passed ? "通过" : "未通过"}）`,
        colspan: 4,
        shade: true,
        heading: true,
      },
    ],
    ...r.votes.map(
      (v): Row => [v.name, mark(v.choice, "for"), mark(v.choice, "against"), mark(v.choice, "abstain")],
    ),
  ])
  return {
    kind: "table",
    caption: "表决记录",
    columns: [
      { header: "姓名", width: 40, align: "center" },
      { header: "赞成", width: 20, align: "center" },
      { header: "反对", width: 20, align: "center" },
      { header: "弃权", width: 20, align: "center" },
    ],
    rows,
  }
}
