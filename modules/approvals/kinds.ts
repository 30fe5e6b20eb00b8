import type { RequestKind } from "#policy/practice/requests.ts"
import { type Field, linesOf, numberOf, type Plain, type Values } from "./field.ts"
import { mostCents, sum } from "./money.ts"

/** One declaration a kind (practice.md's forms): the form, the checks, the page and the documents follow from it. */
export interface KindDeclaration {
  readonly kind: RequestKind
  readonly procedure: string
  readonly clause: "10.4" | "7.4"
  /** As 10.4 and 7.4 write it. */
  readonly title: string
  /** The title of the printed form. */
  readonly form: string
  /** The field whose day the lead time runs to, and what that day is called. */
  readonly on: string
  readonly onLabel: string
  readonly files: string
  readonly fields: readonly Field[]
  /** A yes-no of the form that declares a matter of 7.4; `always` where every one is. */
  readonly major?: string | "always"
  /** The money it asks for, in 分. */
  readonly amount?: (values: Values) => number
  /** What the fields cannot say one by one. */
  readonly wrong?: (values: Values) => { readonly because: string; readonly at: string } | undefined
}

type Text = Extract<Plain, { type: "text" }>

const text = (key: string, label: string, max: number, more: Partial<Text> = {}): Text => ({
  key,
  label,
  type: "text",
  max,
  ...more,
})
const long = (key: string, label: string, more: Partial<Text> = {}): Text =>
  text(key, label, 4000, { long: true, min: 4, ...more })

const ordered = (values: Values) =>
  String(values.ends) <= String(values.starts) ? { because: "结束时间应晚于开始时间", at: "ends" } : undefined

/** 现金 counts as money; 物资 and 冠名 are declared and not counted. */
const cash = "现金"
const activityMoney = (v: Values): number =>
  numberOf(v.ownMoney) +
  numberOf(v.otherMoney) +
  sum(linesOf(v, "sponsors").flatMap((s) => (s.form === cash ? [numberOf(s.amount)] : [])))

const itemsMoney = (v: Values): number =>
  sum(linesOf(v, "items").map((i) => numberOf(i.count) * numberOf(i.price)))

const tooMuch = (cents: number, at: string) =>
  cents > mostCents ? { because: "金额合计过大", at } : undefined

const activity: KindDeclaration = {
  kind: "activity",
  procedure: "approvals.activity",
  clause: "10.4",
  title: "举办活动",
  form: "学生会活动申请表",
  on: "starts",
  onLabel: "举办日期",
  files: "附件（策划案、场地证明、校外人员材料等）",
  major: "major",
  amount: activityMoney,
  wrong: (v) =>
    ordered(v) ??
    (linesOf(v, "sponsors").length > 0 && v.commercial === false
      ? { because: "有赞助的，“有商业因素”应为“是”", at: "commercial" }
      : undefined) ??
    tooMuch(activityMoney(v), "ownMoney"),
  fields: [
    text("department", "活动申请部门", 60),
    text("charge", "部门负责人", 40),
    text("contact", "联系方式", 60),
    text("theme", "活动主题", 120),
    { key: "starts", label: "活动开始时间", type: "moment" },
    { key: "ends", label: "活动结束时间", type: "moment" },
    text("venue", "活动场地", 120),
    { key: "participants", label: "预计参加人数", type: "count", unit: "人", max: 200_000 },
    long("feasibility", "可行性分析（目的意义、过程、预期结果）", { min: 10 }),
    { key: "major", label: "属于重大活动", type: "yes-no", hint: "重大活动须事先向学校团委报告" },
    { key: "ownMoney", label: "启动资金", type: "money" },
    { key: "otherMoney", label: "其他资金", type: "money", optional: true },
    { key: "commercial", label: "有商业因素", type: "yes-no" },
    {
      key: "sponsors",
      label: "赞助",
      type: "lines",
      one: "一家赞助",
      most: 20,
      when: { key: "commercial", is: true },
      columns: [
        text("name", "赞助单位", 80),
        { key: "form", label: "形式", type: "choice", options: [cash, "物资", "冠名", "展位", "传单"] },
        { key: "amount", label: "金额或折价", type: "money" },
        text("note", "回报内容", 200, { optional: true }),
      ],
    },
    { key: "offCampus", label: "在校外举办", type: "yes-no", hint: "原则上在校内举办" },
    { key: "outsiders", label: "有校外人员参加", type: "yes-no" },
    long("outsidersAre", "校外人员情况", { when: { key: "outsiders", is: true } }),
    long("safety", "安全保卫方案"),
  ],
}

const information: KindDeclaration = {
  kind: "information",
  procedure: "approvals.information",
  clause: "10.4",
  title: "发布重要信息",
  form: "信息发布审批表",
  on: "publishes",
  onLabel: "发布日期",
  files: "所附图片和视频",
  fields: [
    text("department", "申请部门", 60),
    text("charge", "负责人", 40),
    text("contact", "联系方式", 60),
    {
      key: "channel",
      label: "发布渠道",
      type: "choice",
      options: ["微信公众号", "视频号、短视频", "微博", "网站", "海报、展板", "广播", "其他"],
    },
    text("account", "账号或位置", 80),
    { key: "publishes", label: "发布时间", type: "moment" },
    long("text", "发布全文", { max: 8000 }),
    text("editor", "文字、图片校对人", 60),
  ],
}

const external: KindDeclaration = {
  kind: "external",
  procedure: "approvals.external",
  clause: "10.4",
  title: "开展对外联系",
  form: "对外联系审批表",
  on: "starts",
  onLabel: "联系日期",
  files: "协议、邀请函等",
  wrong: ordered,
  fields: [
    text("department", "申请部门", 60),
    text("charge", "负责人", 40),
    text("contact", "联系方式", 60),
    text("counterpart", "对方单位", 120),
    text("counterpartPerson", "对方联系人", 60),
    long("purpose", "联系目的和内容"),
    text("persons", "我方参加人员", 400),
    { key: "starts", label: "开始时间", type: "moment" },
    { key: "ends", label: "结束时间", type: "moment" },
    text("venue", "地点或方式", 120),
    { key: "agreement", label: "签订协议", type: "yes-no", hint: "协议文本作为附件" },
  ],
}

const funds: KindDeclaration = {
  kind: "funds",
  procedure: "approvals.funds",
  clause: "10.4",
  title: "使用经费物资",
  form: "经费物资使用审批表",
  on: "usedOn",
  onLabel: "使用日期",
  files: "报价单、预算表等",
  amount: itemsMoney,
  wrong: (v) =>
    tooMuch(itemsMoney(v), "items") ??
    (v.returnable === true && String(v.returnOn) < String(v.usedOn)
      ? { because: "归还日期不能早于使用日期", at: "returnOn" }
      : undefined),
  fields: [
    text("department", "申请部门", 60),
    text("charge", "负责人", 40),
    text("contact", "联系方式", 60),
    long("use", "用途"),
    {
      key: "items",
      label: "经费物资明细",
      type: "lines",
      one: "一项",
      most: 60,
      columns: [
        text("name", "名称", 80),
        text("unit", "单位", 10),
        { key: "count", label: "数量", type: "count", unit: "", max: 1_000_000 },
        { key: "price", label: "单价", type: "money" },
      ],
    },
    {
      key: "source",
      label: "经费来源",
      type: "choice",
      options: ["学校拨款", "校团委经费", "学院（系）经费", "赞助", "其他"],
    },
    { key: "usedOn", label: "使用日期", type: "day" },
    { key: "returnable", label: "物资用后归还", type: "yes-no" },
    { key: "returnOn", label: "归还日期", type: "day", when: { key: "returnable", is: true } },
  ],
}

const report: KindDeclaration = {
  kind: "report",
  procedure: "approvals.prior-report",
  clause: "7.4",
  title: "重要事项事先报告",
  form: "重要事项事先报告表",
  on: "decidesOn",
  onLabel: "拟决定日期",
  files: "方案、草案等",
  major: "always",
  fields: [
    text("charge", "报告人", 40),
    text("contact", "联系方式", 60),
    long("matter", "拟决定的事项"),
    long("grounds", "理由和依据"),
    text("body", "由谁决定", 60, { hint: "主席团会议、全体会议等" }),
    { key: "decidesOn", label: "拟决定日期", type: "day" },
  ],
}

export const kinds: readonly KindDeclaration[] = [activity, information, external, funds, report]

const byKind = new Map(kinds.map((k) => [k.kind, k]))
const byProcedure = new Map(kinds.map((k) => [k.procedure, k]))

export const kindOf = (kind: RequestKind): KindDeclaration => byKind.get(kind)!
export const kindOfProcedure = (id: string): KindDeclaration | undefined => byProcedure.get(id)

/** The day a request takes effect. */
export const dayOfEffect = (kind: KindDeclaration, values: Values): string =>
  String(values[kind.on] ?? "").slice(0, 10)

/** Whether the form declares a matter of 7.4. */
export const declaresMajor = (kind: KindDeclaration, values: Values): boolean =>
  kind.major === "always" || (kind.major !== undefined && values[kind.major] === true)
