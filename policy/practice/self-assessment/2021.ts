import type { Sheet } from "./sheet.ts"
import { facultyRows, fromFaculties, schoolRows } from "./wording.ts"

/** 2021 备案表, filed in December 2021, and the disclosures of 2021—2022学年. */
export const sheet2021: Sheet = {
  schoolYear: 2021,
  title: "高校学生会组织深化改革评估备案表",
  columns: ["项目", "评估结论", "备注"],
  conclusions: { yes: "是", no: "否" },
  legend: "标注“★”为核心指标；标注“▲”为观测指标，2021—2022学年暂不作硬性要求",
  source: "2021年11月至12月公开的备案表",
  rows: [...schoolRows, fromFaculties, ...facultyRows],
}
