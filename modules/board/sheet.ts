import type { Sheet } from "#kit/paper/index.ts"
import { fewest } from "#kit/server/small-numbers.ts"
import type { Ctx } from "#kit/server/world.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import type { Desk } from "./abilities.ts"
import { monthName, periodName } from "./period.ts"
import { presentShared, seenBy, sharedIn } from "./queries/general.ts"

/** 普遍需求 as a workbook: the rows, their months, and how it was counted. */
export async function generalSheets(ctx: Ctx, period: string, desks: readonly Desk[]): Promise<Sheet[]> {
  const sees = seenBy(ctx.actor, desks)
  const rows = (await sharedIn(ctx, period)).map((g) => presentShared(g, sees))
  const months = [...new Set(rows.flatMap((r) => r.months.map((m) => m.month)))].toSorted()
  const { general } = needsPractice
  return [
    {
      name: "普遍需求",
      columns: [
        { header: "普遍需求" },
        { header: "范围" },
        { header: "名称", width: 20 },
        { header: "领域" },
        { header: "诉求（件）" },
        { header: "附议（人次）" },
        { header: "学院（个）" },
        { header: "班级（个）" },
        { header: "出现的月份（个）" },
      ],
      rows: rows.map((r) => [
        r.general,
        r.kind === "category" ? "类别" : "合并的诉求",
        r.name ?? "（未公开的诉求）",
        r.field,
        r.needs,
        r.voices,
        r.faculties,
        r.classes,
        r.recurs,
      ]),
    },
    {
      name: "按月",
      columns: [{ header: "名称", width: 20 }, ...months.map((m) => ({ header: monthName(m) }))],
      rows: rows.map((r) => [
        r.name ?? "（未公开的诉求）",
        ...months.map((m) => r.months.find((own) => own.month === m)?.needs ?? 0),
      ]),
    },
    {
      name: "统计口径",
      columns: [{ header: "项目" }, { header: "说明", width: 60 }],
      rows: [
        ["时段", periodName(period)],
        [
          "普遍需求",
          `附议来自${general.faculties}个以上学院或${general.classes}个以上班级，并且在${general.months}个以上月份出现`,
        ],
        ["标准来源", general.source],
        [
          "诉求",
          "该时段内提出、没有撤回、没有不予受理的诉求，合并的各计一件；反映学生会工作人员作风的不计入",
        ],
        ["附议", "提出人和表示“我也遇到”的人次；同一人对不同诉求各计一次"],
        ["学院、班级", `不足${fewest}人次的空着，以免由此看出是谁提出的`],
      ],
    },
  ]
}
