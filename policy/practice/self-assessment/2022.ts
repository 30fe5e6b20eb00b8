import type { Sheet } from "./sheet.ts"
import { facultyRows, fromFaculties, schoolRows } from "./wording.ts"

/** 改革情况公开 of 2022—2023学年. */
export const sheet2022: Sheet = {
  schoolYear: 2022,
  title: "学生会（研究生会）组织改革自评表",
  columns: ["指标", "结论", "备注"],
  conclusions: { yes: "是", no: "否" },
  legend: "标注“★”为核心指标；标注“▲”为观测指标，2022—2023学年暂不作硬性要求",
  source: "2023年8月公开的改革情况",
  rows: [...schoolRows, fromFaculties, ...facultyRows],
}
