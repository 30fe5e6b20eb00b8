import { chineseDay } from "@qiaoliang/basics"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import { sayNth } from "#modules/needs/index.ts"
import type { Followed } from "./follow.ts"
import { kindNames, type Listening } from "./listening.ts"

export interface MinutesOf {
  readonly listening: Listening
  readonly union: string
  readonly heard: readonly Followed[]
  readonly categories: ReadonlyMap<string, string>
}

/** 座谈会记录: when, where, who came from the departments, what was said, each thing heard with where it went. */
export function minutesPaper({ listening: l, union, heard, categories }: MinutesOf): Paper {
  const hours = [l.fromTime, l.untilTime].filter(Boolean).join("—")
  const line = (label: string, value: string): Block[] =>
    value ? [{ kind: "text", runs: [{ text: `${label}：`, bold: true }, { text: value }] }] : []
  return {
    title: `${kindNames[l.kind]}记录`,
    subtitle: `（${l.title}）`,
    blocks: [
      ...line("时间", `${chineseDay(l.onDay)}${hours}`),
      ...line("地点", l.place),
      ...line("组织", union),
      ...line("到场部门和人员", l.offices.join("、")),
      ...line("面向", audience(l)),
      ...line("参加人数", l.attendance === null ? "" : `${l.attendance}人`),
      { kind: "heading", level: 1, text: "一、记录" },
      ...(l.minutes ?? "")
        .split("\n")
        .filter((text) => text.trim())
        .map((text): Block => ({ kind: "text", runs: text.trim() })),
      { kind: "heading", level: 1, text: `二、听取的意见建议（${heard.length}条）` },
      heard.length > 0 ? heardTable(heard, categories) : { kind: "text", runs: "没有登记意见建议。" },
      {
        kind: "text",
        align: "right",
        indent: false,
        runs: `${union}\n${l.minutedOn ? chineseDay(l.minutedOn) : ""}`,
      },
    ],
    footer: union,
    about: {
      author: union,
      subject: `${kindNames[l.kind]}记录`,
      ...(l.minutedOn ? { date: l.minutedOn } : {}),
    },
  }
}

const audience = (l: Listening): string =>
  [l.faculties.join("、"), l.grades.map((g) => `${g}级`).join("、")].filter(Boolean).join("，") || "全体同学"

const heardTable = (heard: readonly Followed[], categories: ReadonlyMap<string, string>): Block => ({
  kind: "table",
  small: true,
  columns: [
    { header: "序号", width: 8, align: "center" },
    { header: "方面", width: 16, align: "center" },
    { header: "意见建议", width: 38 },
    { header: "学院", width: 16, align: "center" },
    { header: "现场答复", width: 30 },
    { header: "转办", width: 20, align: "center" },
  ],
  rows: heard.map(
    ({ heard: h, need }, i): Row => [
      `${i + 1}`,
      `${h.field}\n${categories.get(h.categoryId) ?? ""}`.trim(),
      h.words,
      h.faculty || "—",
      h.said ? `${h.said}${h.saidBy ? `（${h.saidBy}）` : ""}` : "—",
      need ? sayNth(need.nth) : "未转办",
    ],
  ),
})
