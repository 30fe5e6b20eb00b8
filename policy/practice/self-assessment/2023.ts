import type { Sheet } from "./sheet.ts"
import { facultyRows, reworded, schoolRows } from "./wording.ts"

/** 改革情况公开 of 2023—2024学年: row 6 in the words of the Opinions, only ★ left. */
export const sheet2023: Sheet = {
  schoolYear: 2023,
  title: "学生会（研究生会）组织改革自评表",
  columns: ["指标", "结论", "备注"],
  conclusions: { yes: "是", no: "否" },
  legend: "标注“★”为核心指标",
  source: "2023—2024学年公开的改革情况",
  rows: [
    ...reworded(schoolRows, "6", {
      text: "除学生会主席团成员（含轮值执行主席）和工作部门成员，均不设置其他任何职务。",
    }),
    ...facultyRows,
  ],
}
