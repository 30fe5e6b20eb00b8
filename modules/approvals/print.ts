import { chineseDay } from "@qiaoliang/basics"
import { type Block, type Paper, type Sheet, toDocx, toPdf } from "#kit/paper/index.ts"
import type { Ctx } from "#kit/server/world.ts"
import { moneyOf, summaryOfRequest } from "./after.ts"
import { kindOf } from "./kinds.ts"
import type { Loaded } from "./loading.ts"
import { yuan } from "./money.ts"
import { formPaper } from "./paper.ts"
import { standingOf } from "./request.ts"
import { type RequestRow, type Version, versionsOf } from "./store.ts"

export const formats = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    print: (p: Paper) => toDocx(p),
  },
  pdf: { type: "application/pdf", print: (p: Paper) => toPdf(p) },
} as const
export type Format = keyof typeof formats

export const isFormat = (text: string): text is Format => Object.hasOwn(formats, text)

/** The 审批表 of a request as it stands, with what was accounted for since. */
export async function paperOf(ctx: Ctx, { request: r, union }: Loaded): Promise<Paper> {
  const kind = kindOf(r.kind)
  const version = (await versionsOf(ctx.tx, [r.id])).get(r.id)!.at(-1)!
  const { approval } = version
  return formPaper(
    kind,
    ctx.university.name,
    {
      title: r.title,
      union: union.name,
      applicant: `${r.applicantName}（${r.applicantTitle}）`,
      filedOn: r.filedOn,
      lead: leadWords(r),
      version: r.version,
      hash: version.hash,
      fields: version.fields,
      files: version.files.map((f) => f.name),
      approved: approval && {
        by: approval.byName,
        on: approval.onDay,
        conditions: approval.conditions,
      },
      after: [...(await accounts(ctx, r)), ...(await summary(ctx, r))],
    },
    union.level === "faculty",
  )
}

export const leadWords = (r: RequestRow): string =>
  standingOf(r) === "after" ? "没有提前" : `${r.lead}个工作日（须${r.asked}个工作日）`

async function accounts(ctx: Ctx, r: RequestRow): Promise<Block[]> {
  const money = await moneyOf(ctx.tx, r)
  if (!money || money.entries.length === 0) return []
  return [
    {
      kind: "table",
      caption: `支出：批准${yuan(money.approved)}元，已支出${yuan(money.spent)}元，结余${yuan(money.remainder)}元`,
      columns: [
        { header: "日期", width: 22 },
        { header: "用途", width: 44 },
        { header: "金额（元）", width: 16, align: "right" },
        { header: "票据", width: 18 },
      ],
      rows: money.entries.map((e) => [
        chineseDay(e.on),
        e.struck ? `${e.what}（已冲销）` : e.what,
        yuan(e.strikes ? -e.amount : e.amount),
        e.receipt?.name ?? "",
      ]),
    },
  ]
}

async function summary(ctx: Ctx, r: RequestRow): Promise<Block[]> {
  const s = await summaryOfRequest(ctx.tx, r)
  if (!s) return []
  return [
    { kind: "heading", level: 1, text: "活动总结" },
    { kind: "text", runs: `${chineseDay(s.heldOn)}举办，${s.participants}人参加。` },
    ...s.text.split("\n").map((runs): Block => ({ kind: "text", runs })),
    ...(s.reach.length
      ? [
          {
            kind: "table" as const,
            caption: "参加人员（按院系和年级）",
            columns: [
              { header: "院（系）", width: 50 },
              { header: "年级", width: 25, align: "center" as const },
              { header: "人数", width: 25, align: "right" as const },
            ],
            rows: s.reach.map((x) => [x.faculty, `${x.grade}级`, String(x.count)]),
          },
        ]
      : []),
  ]
}

const statusWords = { open: "审核中", passed: "已通过", refused: "未同意", withdrawn: "已撤回" } as const
const standingWords = { "in-time": "按时", short: "提前不足", after: "没有提前" } as const

export const statusOf = (r: RequestRow): string =>
  r.cancelledBecause !== null ? "已取消" : r.closedOn ? "已办结" : statusWords[r.status]

/** A semester's requests, a line each. */
export function sheetOf(
  name: string,
  rows: readonly RequestRow[],
  unions: ReadonlyMap<string, string>,
  versions: ReadonlyMap<string, readonly Version[]>,
  spent: ReadonlyMap<string, number>,
): Sheet {
  return {
    name,
    columns: [
      { header: "序号", width: 4 },
      { header: "类别" },
      { header: "事项" },
      { header: "学生会" },
      { header: "申请人" },
      { header: "申请日期" },
      { header: "办理日期" },
      { header: "提前工作日" },
      { header: "须提前" },
      { header: "是否按时" },
      { header: "状态" },
      { header: "通过日期" },
      { header: "版次" },
      { header: "金额（元）" },
      { header: "已支出（元）" },
      { header: "总结归档" },
    ],
    rows: rows.map((r, i) => [
      i + 1,
      kindOf(r.kind).title,
      r.title,
      unions.get(r.unionId) ?? "",
      r.applicantName,
      r.filedOn,
      r.onDay,
      r.lead,
      r.asked,
      standingWords[standingOf(r)],
      statusOf(r),
      versions.get(r.id)?.at(-1)?.approval?.onDay ?? "",
      r.version,
      r.amount === null ? "" : yuan(r.amount),
      r.kind === "funds" ? yuan(spent.get(r.id) ?? 0) : "",
      r.summarizedOn ?? (r.kind === "activity" ? "未归档" : ""),
    ]),
  }
}
