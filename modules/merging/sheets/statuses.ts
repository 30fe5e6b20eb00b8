import type { HandlingState } from "#modules/handling/index.ts"

/** How registers say where a need stands. */
const words: Readonly<Record<Exclude<HandlingState, "sent">, readonly string[]>> = {
  sorting: ["待转办", "未转办", "待核实", "待处理", "未处理", "待受理", "登记", "已登记"],
  accepted: ["办理中", "跟进中", "处理中", "已转办", "已受理", "正在办理", "正在处理", "转办中", "在办"],
  answered: ["已答复", "已回复", "答复", "回复", "已反馈"],
  done: ["已办结", "办结", "已处理完", "已解决", "已完成", "完结", "解决", "处理完毕", "已处理"],
  declined: ["不予受理", "不受理", "不属实", "无效", "不予办理"],
}

const known = new Map(
  Object.entries(words).flatMap(([state, of]) => of.map((word) => [word, state as HandlingState] as const)),
)

/** Blank: nobody has sorted it. Undefined where the word says nothing known. */
export const statusOf = (written: string): HandlingState | undefined =>
  written === "" ? "sorting" : known.get(written.replace(/\s/g, ""))
