import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import type { Outcome } from "./open-vote.ts"

export interface MinutesPaper {
  readonly union: string
  readonly name: string
  readonly day: Day
  readonly body: string
  /** Who leads the presiding body, and who kept the record. */
  readonly chair: string
  readonly secretary: string
  readonly confirmedOn: Day | null
  readonly votes: readonly { readonly title: string; readonly how: string; readonly outcome: Outcome }[]
}

const heading = /^[一二三四五六七八九十]+、/

/** The minutes in official form: what happened, the votes in one table, boxes to sign. */
export function paperOf(m: MinutesPaper): Paper {
  return {
    title: `${m.name}会议记录`,
    blocks: [
      ...m.body
        .split("\n")
        .filter((line) => line.trim())
        .map(lineOf),
      ...(m.votes.length ? [votesOf(m)] : []),
      {
        kind: "signatures",
        boxes: [
          { label: "记录人", lines: [`${m.secretary}（签字）：`], date: true },
          {
            label: "大会主席团",
            ...(m.confirmedOn ? { opinion: `会议记录属实，予以确认（${chineseDay(m.confirmedOn)}）。` } : {}),
            lines: [`${m.chair}（签字）：`],
            seal: true,
            date: true,
          },
        ],
      },
    ],
    footer: m.union,
    ...(m.confirmedOn ? {} : { watermark: "待确认" }),
    about: { author: m.union, subject: "大会会议记录", date: m.day },
  }
}

function lineOf(line: string): Block {
  if (heading.test(line)) return { kind: "heading", level: 1, text: line }
  const label = /^(时间|地点|主持|到会)：/.exec(line)?.[0]
  const runs = label ? [{ text: label, bold: true }, { text: line.slice(label.length) }] : line
  return { kind: "text", runs }
}

function votesOf(m: MinutesPaper): Block {
  return {
    kind: "table",
    caption: "表决结果",
    columns: [
      { header: "表决事项", width: 44 },
      { header: "方式", width: 14, align: "center" },
      { header: "到会", width: 11, align: "center" },
      { header: "赞成", width: 11, align: "center" },
      { header: "反对", width: 11, align: "center" },
      { header: "弃权", width: 11, align: "center" },
      { header: "结果", width: 14, align: "center" },
    ],
    rows: m.votes.map(
      ({ title, how, outcome: o }): Row => [
        title,
        how,
        `${o.present}`,
        `${o.for}`,
        `${o.against}`,
        `${o.abstain}`,
        o.passed ? "通过" : "未通过",
      ],
    ),
    small: true,
  }
}
