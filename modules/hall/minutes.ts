import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Quorum } from "#modules/roll/index.ts"
import type { Done, How, Rule } from "./deeds.ts"
import type { AgendaItem, Panel } from "./doors.ts"
import { outcomeOf } from "./open-vote.ts"

/** What the minutes are drafted from. */
export interface Happened {
  readonly name: string
  readonly day: Day
  readonly place: string
  /** Whoever leads the presiding body, then those who stood in. */
  readonly chairs: readonly string[]
  readonly record: readonly Done[]
  readonly agenda: readonly AgendaItem[]
  readonly votes: readonly {
    readonly id: string
    readonly words: string
    readonly rule: Rule
    readonly how: How
    readonly due: number
    readonly ordinal: number | null
  }[]
  readonly panels: readonly Panel[]
}

const inChina = new Intl.DateTimeFormat("zh-CN", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Shanghai",
})

const clock = (at: Date): string => inChina.format(at)

const numerals = "一二三四五六七八九十"

/** 一…十，十一…九十九. */
const chinese = (n: number): string =>
  n <= 10
    ? numerals[n - 1]!
    : `${n < 20 ? "" : numerals[Math.floor(n / 10) - 1]}十${n % 10 ? numerals[(n % 10) - 1] : ""}`

const spellQuorum = (q: Quorum): string =>
  `应到正式代表${q.due}人，实到${q.present}人，达到应到代表的三分之二以上（${q.needed}人）`

/** The minutes as they follow from the record; the secretary edits them until they are confirmed. */
export function draftMinutes(h: Happened): string {
  const opened = h.record.find((d) => d.deed.kind === "opened")
  const closed = h.record.find((d) => d.deed.kind === "closed")
  const span = [
    chineseDay(h.day),
    ...(opened ? [`${clock(opened.at)}开幕`] : []),
    ...(closed ? [`${clock(closed.at)}闭幕`] : []),
  ]
  const begun = opened?.deed.kind === "opened" ? [`到会：${spellQuorum(opened.deed.quorum)}，可以开会。`] : []
  return [
    `时间：${span.join("，")}`,
    `地点：${h.place}`,
    ...(h.chairs.length ? [`主持：${h.chairs.join("、")}`] : []),
    ...begun,
    ...itemsOf(h),
    ...(closed ? [`大会完成各项议程，于${clock(closed.at)}闭幕。`] : []),
  ].join("\n")
}

/** The record, cut where items begin: what was done between belongs to the one before. */
function itemsOf(h: Happened): string[] {
  const lines: string[] = []
  let n = 0
  for (const done of h.record) {
    const { deed, at } = done
    if (deed.kind === "item-started") {
      const item = h.agenda.find((i) => i.id === deed.item)
      lines.push(`${chinese(++n)}、${deed.title}`)
      if (item?.reporter) lines.push(`${item.reporter}作${item.kind === "report" ? "报告" : "说明"}。`)
      if (item?.kind === "election") lines.push(...elections(h.panels))
    } else if (deed.kind === "item-skipped")
      lines.push(`${chinese(++n)}、${deed.title}`, `大会未进行本项议程：${ended(deed.because)}`)
    else lines.push(...lineOf(h, at, done))
  }
  return lines
}

const elections = (panels: readonly Panel[]): string[] =>
  panels.flatMap((p) => [`${p.title}：${ended(p.lines.join("；"))}`])

const ended = (sentence: string) => (/[。！？；]$/.test(sentence) ? sentence : `${sentence}。`)

function lineOf(h: Happened, at: Date, { deed }: Done): string[] {
  switch (deed.kind) {
    case "speech-began": {
      const from = deed.delegation ? `（${deed.delegation}）` : ""
      return [`${deed.name}${from}${deed.point ? "就会议程序" : ""}发言。`]
    }
    case "noted":
      return deed.words
        .split("\n")
        .filter((line) => line.trim())
        .map(ended)
    case "adjourned":
      return [`大会于${clock(at)}休会：${ended(deed.because)}`]
    case "resumed":
      return [`大会于${clock(at)}复会，${spellQuorum(deed.quorum)}。`]
    case "item-reopened":
      return [`大会决定重新审议“${deed.title}”。`]
    case "vote-voided":
      return [`“${deed.title}”的一次表决作废：${ended(deed.because)}`]
    case "vote-announced":
      return votedOn(h, deed)
    default:
      return []
  }
}

function votedOn(h: Happened, deed: Extract<Done["deed"], { kind: "vote-announced" }>): string[] {
  const vote = h.votes.find((v) => v.id === deed.vote)
  if (!vote) return []
  const o = outcomeOf(vote.rule, deed.present, deed)
  const by = vote.how === "hands" ? "举手" : "记名电子"
  const silent = o.silent > 0 ? `、未表决${o.silent}人` : ""
  return [
    `大会以${by}方式表决“${deed.title}”：应到${vote.due}人，到会${o.present}人，赞成${o.for}人、反对${o.against}人、弃权${o.abstain}人${silent}。${o.arithmetic}。`,
    deed.passed
      ? ended(`大会通过第${vote.ordinal}号决议《${deed.title}》${vote.words ? `：${vote.words}` : ""}`)
      : `“${deed.title}”未获通过。`,
  ]
}
