import { chineseDay } from "@qiaoliang/basics"
import type { Attendee, Choice, Tally } from "./meeting.ts"

export interface Happened {
  readonly day: string
  readonly time: string
  readonly place: string
  readonly presiding: string
  readonly attendance: readonly Attendee[]
  readonly guests: readonly string[]
  readonly quorate: boolean
  readonly quorum: string
  /** Titles of the meetings whose minutes were confirmed here. */
  readonly confirmed: readonly string[]
  readonly items: readonly {
    readonly title: string
    readonly matter: string | null
    readonly said: string
    readonly state: "pending" | "discussed" | "deferred" | "decided"
    readonly resolutions: readonly {
      readonly words: string
      readonly name: string | null
      readonly tally: Tally
      readonly votes: readonly { readonly name: string; readonly choice: Choice }[]
      readonly owner: string | null
      readonly due: string | null
      readonly waitsForReport: boolean
    }[]
  }[]
}

const numerals = "一二三四五六七八九十"

/** 一…十，十一…九十九. */
const chinese = (n: number): string =>
  n <= 10
    ? numerals[n - 1]!
    : `${n < 20 ? "" : numerals[Math.floor(n / 10) - 1]}十${n % 10 ? numerals[(n % 10) - 1] : ""}`

const named = (all: readonly Attendee[], presence: Attendee["presence"]) =>
  all.filter((a) => a.presence === presence).map((a) => a.name)

/** The minutes as they follow from what was recorded; the presiding member edits them until they are confirmed. */
export function draftMinutes(h: Happened): string {
  const people = (label: string, names: readonly string[]) =>
    names.length ? [`${label}：${names.join("、")}`] : []
  const came = named(h.attendance, "present")
  return [
    `时间：${chineseDay(h.day)} ${h.time}`,
    `地点：${h.place}`,
    `主持：${h.presiding}`,
    ...people("出席", came),
    ...people("请假", named(h.attendance, "leave")),
    ...people("缺席", named(h.attendance, "absent")),
    ...people("列席", h.guests),
    h.quorate
      ? `主席团成员${h.attendance.length}人，出席${came.length}人，符合${h.quorum}出席的要求。`
      : `主席团成员${h.attendance.length}人，出席${came.length}人，不足${h.quorum}，本次会议未作决定。`,
    ...h.confirmed.map((title) => `会议确认了${title}的纪要。`),
    ...h.items.flatMap((item, i) => itemLines(item, i + 1)),
  ].join("\n")
}

function itemLines(item: Happened["items"][number], n: number): string[] {
  const outcome = item.state === "deferred" || item.state === "pending" ? ["会议决定暂缓审议本议题。"] : []
  return [
    `${chinese(n)}、${item.title}`,
    ...(item.said ? item.said.split("\n").filter((line) => line.trim()) : []),
    ...item.resolutions.flatMap(resolutionLines),
    ...outcome,
  ]
}

const ended = (sentence: string) => (/[。！？；]$/.test(sentence) ? sentence : `${sentence}。`)

function resolutionLines(r: Happened["items"][number]["resolutions"][number]): string[] {
  const { tally: t } = r
  const count = `赞成${t.for}人、反对${t.against}人、弃权${t.abstain}人`
  const by = (choice: Choice, label: string) => {
    const names = r.votes.filter((v) => v.choice === choice).map((v) => v.name)
    return names.length ? `${label}：${names.join("、")}` : ""
  }
  const against = [by("against", "反对"), by("abstain", "弃权")].filter(Boolean).join("；")
  return [
    t.passed
      ? ended(`会议表决通过${r.name ? `《${r.name}》` : "决议"}：${r.words}`)
      : `会议对“${r.words}”进行表决，未获通过。`,
    `表决结果：出席${t.present}人，${count}${against ? `（${against}）` : ""}。`,
    ...(r.waitsForReport ? ["本决议所涉为重要事项，待向学校团委报告后生效。"] : []),
    ...(r.owner ? [`由${r.owner}负责落实${r.due ? `，于${chineseDay(r.due)}前完成` : ""}。`] : []),
  ]
}

export const resolutionName = (year: number, ordinal: number): string => `主席团决议〔${year}〕${ordinal}号`
