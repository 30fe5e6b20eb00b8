import { chineseDay, type Day, percent, ratio } from "@qiaoliang/basics"
import type { Sheet } from "#kit/paper/index.ts"
import type { Block, Paper, Row } from "#kit/paper/paper.ts"
import type { Activity } from "./activity.ts"
import type { Reach, Share } from "./reach.ts"
import type { Found, SignUp } from "./store-people.ts"
import type { Rating } from "./store-rating.ts"

const clock = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
})
const stamp = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
})

/** 2025年11月12日 19:00—21:00 */
const span = (a: Pick<Activity, "startsAt" | "endsAt" | "onDay">): string =>
  `${chineseDay(a.onDay)} ${clock.format(a.startsAt)}—${clock.format(a.endsAt)}`

const signColumns = [
  { header: "序号", width: 8, align: "center" },
  { header: "学号", width: 22, align: "center" },
  { header: "姓名", width: 16, align: "center" },
  { header: "学院（系）", width: 26 },
  { header: "签名", width: 28 },
] as const

/** Empty lines for those who come without signing up. */
const spare = 10

/** A sheet to sign by hand, by faculty: for a door without a network. */
export const signInPaper = (a: Activity, host: string, people: readonly SignUp[]): Paper => ({
  title: `“${a.title}”签到表`,
  meta: { 时间: span(a), 地点: a.place, 举办组织: host },
  page: "form",
  blocks: [
    {
      kind: "table",
      caption: people.length > 0 ? `已报名同学（${people.length}人）` : "到场同学",
      columns: signColumns,
      rows: [
        ...people.map((p, n): Row => [`${n + 1}`, p.number, p.name, p.faculty, ""]),
        ...Array.from(
          { length: a.walkIns ? (people.length > 0 ? spare : 25) : 0 },
          (_, n): Row => [`${people.length + n + 1}`, "", "", "", ""],
        ),
      ],
    },
    { kind: "signatures", boxes: [{ label: "核对", lines: ["工作人员（签字）："], date: true }] },
  ],
  footer: host,
  about: { author: host, subject: "活动签到表", date: a.onDay },
})

const share = (s: { people: number; students: number }): string =>
  s.students > 0 ? percent(ratio(s.people, s.students), 1) : "—"

const shares = (caption: string, name: string, of: readonly Share[]): Block => ({
  kind: "table",
  caption,
  columns: [
    { header: name, width: 46 },
    { header: "所联系学生", width: 18, align: "right" },
    { header: "参加同学", width: 18, align: "right" },
    { header: "占比", width: 18, align: "right" },
  ],
  rows: of.map((s): Row => [s.name, `${s.students}`, `${s.people}`, share(s)]),
})

const text = (runs: string): Block => ({ kind: "text", runs })
const heading = (words: string): Block => ({ kind: "heading", level: 1, text: words })

interface Around {
  readonly host: string
  readonly reach: Reach
  readonly signedUp: number
  readonly absent: number
  readonly walkedIn: number
  /** Null: fewer than five have rated. */
  readonly rating: Pick<Rating, "people" | "stars"> | null
  readonly today: Day
}

/** 活动覆盖面, for the file: what it was built on, whom it reached, how it was found. */
export const summaryPaper = (a: Activity, of: Around): Paper => ({
  title: `“${a.title}”活动覆盖面情况`,
  meta: { 举办组织: of.host, 时间: span(a), 地点: a.place },
  blocks: [
    heading("一、活动基础"),
    text(a.purpose),
    text(
      `依托班级${a.classes.length}个：${a.classes.map((c) => c.replace("/", "")).join("、") || "无"}；依托社团${a.societies.length}个：${a.societies.join("、") || "无"}。`,
    ),
    text(
      a.approvedOn
        ? `活动申请于${chineseDay(a.approvedOn)}通过审核。`
        : "这项活动举办前没有审核通过的活动申请。",
    ),
    heading("二、参加同学"),
    text(
      `参加同学${of.reach.people + of.reach.others}人${of.reach.others > 0 ? `，其中所联系同学${of.reach.people}人` : ""}。所联系学生共${of.reach.students}人，占比${share(of.reach)}。${
        a.opensAt
          ? `报上名${of.signedUp}人，其中没有到场${of.absent}人；没有报名直接到场${of.walkedIn}人。`
          : ""
      }`,
    ),
    shares("表1　参加同学（按学院）", "学院（系）", of.reach.byFaculty),
    shares("表2　参加同学（按年级）", "年级", of.reach.byGrade),
    heading("三、同学评价"),
    ...(of.rating
      ? [
          text(`参加同学中${of.rating.people}人作出评价，平均${average(of.rating)}分（满分5分）。`),
          {
            kind: "table" as const,
            caption: "表3　评价分布",
            columns: [5, 4, 3, 2, 1].map((n) => ({
              header: `${n}分`,
              width: 20,
              align: "center" as const,
            })),
            rows: [[...of.rating.stars].reverse().map((n) => `${n}人`)],
          },
        ]
      : [text("评价的同学不足5人，不列出。")]),
    { kind: "note", text: `本表由签到记录生成，截至${chineseDay(of.today)}。` },
  ],
  footer: of.host,
  about: { author: of.host, subject: "活动覆盖面", date: of.today },
})

const average = (r: Pick<Rating, "people" | "stars">): string =>
  (r.stars.reduce((sum, n, i) => sum + n * (i + 1), 0) / r.people).toFixed(1)

const signed = { accepted: "已报名", waiting: "候补", withdrawn: "已取消" } as const
const ways = { code: "扫码", list: "名单", sheet: "导入" } as const

/** Sign-ups and attendance as they stand, for going on in a spreadsheet. */
export const attendanceSheet = (people: readonly Found[]): Sheet => ({
  name: "报名和签到",
  columns: [
    { header: "学号" },
    { header: "姓名" },
    { header: "学院" },
    { header: "年级", width: 6 },
    { header: "报名", width: 8 },
    { header: "签到时间", width: 12 },
    { header: "签到方式", width: 8 },
    { header: "说明" },
  ],
  rows: people.map((p) => [
    p.number,
    p.name,
    p.faculty,
    `${p.grade}级`,
    p.signedUp ? signed[p.signedUp] : "",
    p.there ? stamp.format(p.there) : "",
    p.by ? ways[p.by] : "",
    p.because ?? "",
  ]),
})
