import type { HelpLine } from "#policy/practice/needs.ts"

/** Words at which a page shows who helps at once. Looked for in this browser alone: nothing is reported or kept. */
const words: Readonly<Record<HelpLine["kind"], readonly string[]>> = {
  danger:
    "自杀 自残 自伤 轻生 不想活 想死 活着没意思 跳楼 割腕 遗书 威胁 殴打 被打 打人 勒索 跟踪 性侵 性骚扰 猥亵 偷拍 诈骗 被骗 着火 火灾 冒烟 漏电 触电 煤气 中毒 晕倒 昏迷 流血 救命".split(
      " ",
    ),
  mind: "心理 抑郁 焦虑 失眠 崩溃 绝望 撑不住 撑不下去 想哭 孤独 孤立 被排挤 霸凌 情绪 压力太大 压力很大".split(
    " ",
  ),
}

/** Which kind of help what was written so far speaks of, danger before distress. */
export const speaksOf = (written: string): HelpLine["kind"] | undefined =>
  (["danger", "mind"] as const).find((kind) => words[kind].some((word) => written.includes(word)))
