import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Item } from "#modules/inbox/index.ts"

/**
 * What of the inbox may leave the house: in which of one's own posts, what kind of matter, how many, until
 * when. A title or a detail may name somebody; neither gets into a line.
 */
export interface Line {
  readonly capacity: string
  readonly heading: string
  readonly count: number
  readonly late: number
  /** The earliest deadline. */
  readonly due?: Day | undefined
}

const other = "其他待办"

/** Items put together, the late ones first. */
export function linesOf(
  items: readonly Pick<Item, "capacity" | "heading" | "due">[],
  today: Day,
): readonly Line[] {
  const groups = Map.groupBy(items, (i) => `${i.capacity}\n${i.heading ?? other}`)
  return [...groups.values()]
    .map((all) => ({
      capacity: all[0]!.capacity,
      heading: all[0]!.heading ?? other,
      count: all.length,
      late: all.filter((i) => i.due !== undefined && i.due < today).length,
      due: all.flatMap((i) => i.due ?? []).toSorted()[0],
    }))
    .toSorted(
      (a, b) =>
        Number(b.late > 0) - Number(a.late > 0) || compare(a.due ?? last, b.due ?? last) || b.count - a.count,
    )
}

const last = "9999-12-31"
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sum = (lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((n, line) => n + of(line), 0)

/** 待办 5 件，其中逾期 1 件 */
const total = (lines: readonly Line[], all = sum(lines, (l) => l.count)): string => {
  const late = sum(lines, (l) => l.late)
  return `待办 ${all} 件${late ? `，其中逾期 ${late} 件` : ""}`
}

const told = (line: Line): string =>
  [
    `${line.heading} ${line.count} 件`,
    line.late ? `逾期 ${line.late} 件` : "",
    line.due ? `最早应于${chineseDay(line.due)}前办结` : "",
  ]
    .filter(Boolean)
    .join("，")

interface Digest {
  readonly university: string
  readonly lines: readonly Line[]
  /** Of very many only the most urgent are in the lines. */
  readonly total: number
  readonly unread: number
  readonly site: string
  readonly frequency: "daily" | "weekly"
}

/** The e-mail of one person. Nobody's name is in it, the reader's own neither. */
export function digestMail(d: Digest): { subject: string; text: string } {
  const unread = d.unread ? `未读提醒 ${d.unread} 条` : ""
  const waiting = d.total ? total(d.lines, d.total) : ""
  const head = [waiting, unread].filter(Boolean).join("；")
  const often = d.frequency === "daily" ? "每个工作日" : "每周第一个工作日"
  return {
    subject: `${d.university}学生会工作：${head}`,
    text: [
      `您在${d.university}有${head}。`,
      "",
      ...d.lines.map((l) => `· ${l.capacity}：${told(l)}`),
      ...(d.lines.length ? [""] : []),
      `待办：${d.site}/office`,
      ...(d.unread ? [`提醒：${d.site}/office/reminders`] : []),
      "",
      `本邮件按您的设置于${often}发送，不含任何人的姓名和材料内容。`,
      `更改或停发：${d.site}/office/reminders/settings`,
      "",
    ].join("\n"),
  }
}

/** The message of an office's or a union's robot: counts and titles of procedures, and a link. */
export const robotText = (owner: string, lines: readonly Line[], site: string): string =>
  [`【提醒】${owner}：${total(lines)}`, ...lines.map((l) => `· ${told(l)}`), `办理：${site}/office`].join(
    "\n",
  )

/** Weekly on the first working day of the week, or the first one after it on which the job ran. */
export function isDue(frequency: "daily" | "weekly", lastSent: Day | null, today: Day, monday: Day): boolean {
  return lastSent === null || lastSent < (frequency === "daily" ? today : monday)
}
