import type { Sheet } from "#kit/paper/index.ts"
import type { Block, Paper } from "#kit/paper/paper.ts"
import type { Attendee } from "./people.ts"
import type { Standing } from "./standing.ts"

const said: Readonly<Record<Standing, string>> = { absent: "未到", here: "在场", left: "离场" }

const clock = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
})

const at = (moment: Date | null) => (moment ? clock.format(moment) : "")

/** The attendance as it stands, for going on in a spreadsheet. */
export const attendanceSheet = (people: readonly Attendee[]): Sheet => ({
  name: "签到情况",
  columns: [
    { header: "代表团" },
    { header: "学号" },
    { header: "姓名" },
    { header: "身份" },
    { header: "情况" },
    { header: "签到时间", width: 8 },
    { header: "离场时间", width: 8 },
    { header: "签到方式", width: 6 },
    { header: "备注", width: 6 },
  ],
  rows: people.map((a) => [
    a.delegate.delegation,
    a.delegate.number,
    a.delegate.name,
    a.delegate.voting ? "正式代表" : "列席代表",
    said[a.standing],
    at(a.came),
    at(a.left),
    a.by === "code" ? "扫码" : a.by === "list" ? "名单" : "",
    a.late ? "迟到" : "",
  ]),
})

export interface SignIn {
  readonly assembly: string
  readonly union: string
  readonly when: string
  readonly place: string
  readonly day: string
}

/** Sheets to sign by hand, a delegation after another: for a hall without a network. */
export function signInPaper(of: SignIn, people: readonly Attendee[]): Paper {
  const delegations = [...Map.groupBy(people, (a) => a.delegate.delegation)]
  return {
    title: `${of.assembly}签到表`,
    meta: { 时间: of.when, 地点: of.place },
    page: "form",
    blocks: delegations.flatMap(([name, members], i): Block[] => [
      ...(i > 0 ? [{ kind: "break" } as const] : []),
      { kind: "heading", level: 1, text: `${name}（${members.length}名）` },
      signTable(members),
      {
        kind: "signatures",
        boxes: [{ label: "核对", lines: ["代表团团长（签字）：", "工作人员（签字）："], date: true }],
      },
    ]),
    footer: of.union,
    about: { author: of.union, subject: "代表签到表", date: of.day },
  }
}

const signTable = (members: readonly Attendee[]): Block => ({
  kind: "table",
  columns: [
    { header: "序号", width: 8, align: "center" },
    { header: "学号", width: 22, align: "center" },
    { header: "姓名", width: 18, align: "center" },
    { header: "身份", width: 16, align: "center" },
    { header: "签名", width: 24 },
    { header: "签到时间", width: 14 },
  ],
  rows: members.map(({ delegate: d }, n) => [
    `${n + 1}`,
    d.number,
    d.head ? `${d.name}（团长）` : d.name,
    d.voting ? "正式代表" : "列席代表",
    "",
    "",
  ]),
})
