import type { Sheet } from "./sheet.ts"
import { facultyRows, reworded, schoolRows } from "./wording.ts"

/** 2020 备案表: 达标 or 未达标; the congress counted from October 2019. */
export const sheet2020: Sheet = {
  schoolYear: 2020,
  title: "高校学生会组织深化改革评估备案表",
  columns: ["项目", "验收结论", "备注"],
  conclusions: { yes: "达标", no: "未达标" },
  source: "2020年11月至12月公开的备案表",
  rows: [
    ...reworded(schoolRows, "11", { text: "2019年10月以来召开了校级学生（研究生）代表大会。" }).map(
      ({ mark: _unmarked, ...row }) => row,
    ),
    ...facultyRows,
  ],
}
