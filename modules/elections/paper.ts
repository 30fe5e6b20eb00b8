import { chineseDay, type Day, percent, ratio } from "@qiaoliang/basics"
import type { Sheet } from "#kit/paper/index.ts"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import { thresholds } from "#policy/practice/congress-rules.ts"
import type { Candidate, Election, Result } from "./election.ts"
import { votesNeeded } from "./outcome.ts"
import { labelOf, modeNames } from "./questions.ts"
import { inWords } from "./rules-text.ts"

/** What the documents of a vote say besides the round itself. */
export interface About {
  readonly union: string
  readonly assembly: string
  readonly party: string
  readonly rules: string
}

const text = (runs: string): Block => ({ kind: "text", runs })
const roundName = (e: Election) => (e.round > 1 ? `（第${e.round}轮）` : "")

/** 选举办法, as adopted or as proposed. */
export const rulesPaper = (e: Election, a: About): Paper => ({
  title: `${a.assembly}${e.title}办法`,
  ...(e.rulesOn
    ? { subtitle: `（${chineseDay(e.rulesOn)}${e.rulesBasis ?? "大会通过"}）` }
    : { subtitle: "（草案）" }),
  blocks: a.rules.split("\n").map(text),
  footer: a.union,
  about: { author: a.union, subject: "选举办法", ...(e.rulesOn ? { date: e.rulesOn } : {}) },
})

/** 纸质选票: names in the order of strokes, a box before each, room for others, how it becomes invalid. */
export function ballotPaper(e: Election, a: About): Paper {
  const names = e.candidates.map((c) => labelOf(c, e.candidates))
  const lines = [...names, ...Array.from({ length: Math.min(e.seats, 3) }, () => "（另选他人）\n")]
  const half = Math.ceil(lines.length / 2)
  const pair = (name: string | undefined) => [cell("\n"), cell(name ?? "")]
  const rows: Row[] = lines.slice(0, half).map((name, i) => [...pair(name), ...pair(lines[half + i])])
  return {
    title: a.assembly,
    subtitle: `${e.title}选票${roundName(e)}`,
    blocks: [
      {
        kind: "text",
        runs: `应选${e.post}${e.seats}名　　候选人按姓氏笔画为序`,
        align: "center",
        indent: false,
      },
      {
        kind: "table",
        columns: [1, 2, 1, 2].map((width) => ({
          header: width === 1 ? "符号" : "姓名",
          width,
          align: "center" as const,
        })),
        rows,
      },
      { kind: "heading", level: 2, text: "填写说明" },
      {
        kind: "list",
        ordered: true,
        items: [
          "赞成的，在姓名前的空格内画“○”；不赞成的，画“×”；弃权的，不作任何标记。",
          "另选他人的，在“另选他人”处写明姓名，并在其前的空格内画“○”。",
          `画“○”的人数（含另选他人）等于或少于${e.seats}名的为有效票；多于${e.seats}名的，整张选票无效。`,
          "模糊无法辨认的，该项无效，其他各项仍然有效。",
          "选票加盖印章后有效；代表须本人填写，不能委托他人代为投票。",
        ],
      },
    ],
    page: "form",
    about: { author: a.union, subject: "选票" },
  }
}

const cell = (runs: string) => ({ text: runs, align: "center" as const })

const opened = (r: Result) =>
  `本次大会实到代表${r.present}名，发出选票${r.issued}张，收回选票${r.recovered}张，其中有效票${r.valid}张，无效票${r.invalid}张${
    r.blank ? `（全部弃权${r.blank}张）` : ""
  }。`

const reportColumns = [
  "候选人姓名",
  "赞成票数",
  "赞成票数比率",
  "不赞成票数",
  "弃权票数",
  "部分无效票数",
  "备注",
] as const

/** The lines of the tally sheet, the best first; those written in last, without against and abstaining. */
function reportLines(e: Election): string[][] {
  const r = e.result!
  const note = (c: Candidate) =>
    r.outcome.elected.some((p) => p.number === c.number)
      ? "当选"
      : r.outcome.tied.some((p) => p.number === c.number)
        ? "得票相等"
        : "未当选"
  const dash = (n: number | null) => (n === null ? "–" : String(n))
  return [
    ...r.candidates
      .toSorted((a, b) => b.for - a.for)
      .map((c) => {
        const who = e.candidates.find((k) => k.number === c.number)!
        return [
          labelOf(who, e.candidates),
          String(c.for),
          percent(ratio(c.for, r.present)),
          dash(c.against),
          dash(c.abstain),
          e.method === "paper" ? String(c.illegible) : "–",
          `预备人选，${note(who)}`,
        ]
      }),
    ...r.writeIns.map((w) => [
      w.name,
      String(w.for),
      percent(ratio(w.for, r.present)),
      "–",
      "–",
      "–",
      "另选他人",
    ]),
  ]
}

/** 选举结果报告单. */
export function reportPaper(e: Election, a: About, scrutineers: readonly string[]): Paper {
  const r = e.result!
  const elected = r.outcome.elected.map((p) => p.name).join("、")
  return {
    title: "选举结果报告单",
    subtitle: `（${a.assembly}${e.title}${roundName(e)}）`,
    blocks: [
      text(opened(r)),
      text(
        `应选${e.post}${e.seats}名，${modeNames[e.mode]}选举。赞成票超过${thresholds.elected.of}的${inWords(thresholds.elected.share)}（${votesNeeded(r.present)}票以上）的，始得当选。`,
      ),
      {
        kind: "table",
        columns: reportColumns.map((header, i) => ({
          header,
          width: i === 0 || i === 6 ? 22 : 14,
          align: "center" as const,
        })),
        rows: reportLines(e),
        small: true,
      },
      text(
        e.state === "void"
          ? (e.because ?? "选举无效")
          : `当选${r.outcome.elected.length}名：${elected || "无"}。`,
      ),
      ...(r.outcome.open > 0 ? [text(`尚有${r.outcome.open}个名额未选出。`)] : []),
      ...(r.outcome.vacant > 0 ? [text(`得票相等，按选举办法${r.outcome.vacant}个名额空缺。`)] : []),
      {
        kind: "signatures",
        boxes: [
          { label: "总监票人", lines: ["（签字）："], date: true },
          {
            label: e.method === "paper" ? "监票人、计票人" : "监票人",
            lines: [...scrutineers.map((name) => `${name}（签字）：`)],
            date: true,
          },
        ],
      },
    ],
    page: "form",
    footer: a.union,
    about: { author: a.union, subject: "选举结果报告单", ...(e.countedOn ? { date: e.countedOn } : {}) },
  }
}

export const reportSheet = (e: Election): Sheet => ({
  name: "选举结果报告单",
  columns: reportColumns.map((header) => ({ header })),
  rows: [
    ...reportLines(e).map((line) =>
      line.map((value, i) => (i > 0 && i < 6 && /^\d+$/.test(value) ? Number(value) : value)),
    ),
    [opened(e.result!)],
  ],
})

interface Told {
  readonly rounds: readonly Election[]
  readonly elected: readonly string[]
  readonly on: Day
}

const office = (rounds: readonly Election[]) => rounds[0]!.post

/** 公告: to the congress first (6.6a); after ratification it says so. */
export function noticePaper({ rounds, elected, on }: Told, a: About): Paper {
  const last = rounds.at(-1)!
  return {
    title: `${a.assembly}公告`,
    blocks: [
      text(
        `${a.assembly}于${chineseDay(last.countedOn ?? on)}以无记名投票的方式，选举产生${a.union}${office(rounds)}${elected.length}名（按姓氏笔画为序）：`,
      ),
      { kind: "text", runs: elected.join("　") || "（无）", align: "center" },
      ...rounds.map((r) => text(`${r.round > 1 ? `第${r.round}轮投票：` : ""}${opened(r.result!)}`)),
      text(
        last.ratifiedOn
          ? `选举结果已于${chineseDay(last.ratifiedOn)}经${a.party}批准。`
          : `选举结果须经${a.party}批准后生效。`,
      ),
      text("现予公告。"),
      { kind: "text", runs: `${a.assembly}主席团`, align: "right" },
      { kind: "text", runs: chineseDay(last.ratifiedOn ?? on), align: "right" },
    ],
    footer: a.union,
    about: { author: a.union, subject: "公告", date: last.ratifiedOn ?? on },
  }
}

/** 备案件: what is sent to the federation or the school's union, with the list of what lies in the package. */
export function filingPaper(
  { rounds, elected, on }: Told,
  a: About,
  to: string,
  lies: readonly string[],
): Paper {
  const last = rounds.at(-1)!
  return {
    title: `关于${a.assembly}选举结果备案的报告`,
    blocks: [
      { kind: "text", runs: `${to}：`, indent: false },
      text(
        `${a.assembly}以无记名投票的方式选举产生${a.union}${office(rounds)}${elected.length}名：${elected.join("、") || "无"}。选举结果已于${chineseDay(last.announcedOn ?? on)}向大会公告，${chineseDay(last.ratifiedOn ?? on)}经${a.party}批准。`,
      ),
      text("根据《关于推动高校学生会（研究生会）深化改革的若干意见》第六条，现报请备案。"),
      { kind: "heading", level: 2, text: "附件" },
      { kind: "list", ordered: true, items: [...lies] },
      { kind: "text", runs: a.union, align: "right" },
      { kind: "text", runs: chineseDay(on), align: "right" },
    ],
    footer: a.union,
    about: { author: a.union, subject: "选举结果备案", date: on },
  }
}
